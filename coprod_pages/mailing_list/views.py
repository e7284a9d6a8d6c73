"""The public pages of the list: asking for it, confirming, leaving. None of them sets a cookie."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from ..public_forms.private_pages import TOO_MANY, may_do, private_page
from . import joining
from .forms import ListForm
from .links import find_link
from .models import Purpose

TEMPLATES = "coprod_pages/mailing_list"


@csrf_exempt
@never_cache
def mailing_list(request: HttpRequest) -> HttpResponse:
    """The form. Whoever sends it reads the same, whether the address is on the list or not."""
    form, status, is_sent = ListForm(), 200, False
    if request.method == "POST":
        form, status = ListForm(request.POST), 422
        if form.is_valid():
            if may_do(request, "list"):
                said = form.cleaned_data
                joining.ask_to_confirm(said["email"], said["name"], said["form_key"])
                status, is_sent = 200, True
            else:
                form.add_error(None, TOO_MANY)
                status = 429
    context = {"form": form, "is_sent": is_sent}
    return render(request, f"{TEMPLATES}/mailing_list.html", context, status=status)


@private_page
def link(request: HttpRequest, secret: str) -> HttpResponse:
    """Where a link in a mail leads: one button, to confirm or to leave.

    Mail programs send the post of RFC 8058 to the same address, without a cookie; it is the same
    as pressing the button.
    """
    found = find_link(secret)
    is_post = request.method == "POST"
    if found is None:
        # A second press on "Leave" comes here: it is no mistake.
        return render(request, f"{TEMPLATES}/no_such_link.html", {}, status=200 if is_post else 404)
    if found.purpose == Purpose.LEAVE:
        if is_post:
            joining.leave(found.subscriber)
        return render(request, f"{TEMPLATES}/leave.html", {"is_done": is_post})
    if is_post:
        joining.confirm(found.subscriber)
        found.subscriber.refresh_from_db()
    held = found.subscriber
    is_done = held.confirmed_at is not None and held.refused_at is None
    return render(request, f"{TEMPLATES}/confirm.html", {"is_done": is_done})
