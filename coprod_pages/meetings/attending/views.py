"""Coming to a meeting without an account: registering, and one's own page behind a link."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.views.decorators.csrf import csrf_exempt
from wagtail.views import serve

from ...mailing_list.joining import ask_to_confirm
from ...public_forms.private_pages import TOO_MANY, keep_private, may_do, may_mail, private_page
from ..models import MeetingPage
from . import places
from .forms import AttendForm, ChangeForm
from .links import address, find_registration, read_outcome, signed_outcome
from .models import RegistrationState

TEMPLATES = "coprod_pages/meetings/attending"


@csrf_exempt
def serve_form(request: HttpRequest, path: str) -> HttpResponse:
    """The form below a meeting, as Wagtail serves it.

    There is no account and no cookie that a request from another site could make use of, and a
    form that was open for long is not refused for want of one.
    """
    return serve(request, f"{path}attend/")


def attend(request: HttpRequest, meeting: MeetingPage) -> HttpResponse:
    """The form; after a good post a redirect to the thanks, so that reload sends nothing."""
    if getattr(request, "is_preview", False) and not meeting.pk:
        raise Http404
    status = 200
    invitation = places.invitation_to(meeting)
    form = AttendForm(meeting)
    if (
        request.method == "POST"
        and invitation.is_open
        and not getattr(request, "is_preview", False)
    ):
        form, status = AttendForm(meeting, request.POST), 422
        if form.is_valid():
            if may_do(request, "attend") and may_mail(request, form.cleaned_data["email"]):
                state = places.register(meeting, form.cleaned_data, form.looks_automatic)
                _offer_the_list(form)
                return redirect(f"{request.path}?sent={signed_outcome(meeting, state)}")
            form.add_error(None, TOO_MANY)
            status = 429
    elif request.method == "POST":
        # It was full of words when it closed: they are still there to be copied.
        form, status = AttendForm(meeting, request.POST), 409
    context = meeting.get_context(request) | {
        "form": form,
        "is_open": invitation.is_open,
        "sent": read_outcome(meeting, request.GET.get("sent", "")),
        "rooms": invitation.rooms,
    }
    return keep_private(
        TemplateResponse(request, f"{TEMPLATES}/attend.html", context, status=status)
    )


def _offer_the_list(form: AttendForm) -> None:
    """Ask whoever wants to hear of future meetings to confirm it. No program gets mail sent."""
    said = form.cleaned_data
    if said["tell_me"] and not form.looks_automatic:
        ask_to_confirm(said["email"], said["name"], said["form_key"])


@private_page
def registration(request: HttpRequest, secret: str) -> HttpResponse:
    """One's own registration: what is known, changing it, cancelling it."""
    held = find_registration(secret)
    if held is None:
        return render(request, f"{TEMPLATES}/no_such_link.html", {}, status=404)
    meeting = held.meeting
    may_change = held.is_active and not meeting.is_over and not meeting.is_cancelled
    kept = held.attendance if held.state == RegistrationState.PLACE else ""
    form = ChangeForm(meeting, initial={"attendance": held.attendance}, has_place=kept)
    status = 200
    if request.method == "POST" and may_change:
        if "cancel" in request.POST:
            places.cancel(held)
            return redirect(address(held))
        form, status = ChangeForm(meeting, request.POST, has_place=kept), 422
        if form.is_valid():
            try:
                places.change(held, form.cleaned_data)
                return redirect(f"{address(held)}?sent=changes")
            except places.NoPlaceThere as full:
                form.add_error("attendance", full.message)
    context = {
        "registration": held,
        "meeting": meeting,
        "form": form,
        "may_change": may_change,
        "is_saved": request.GET.get("sent") == "changes" and status == 200,
        "has_needs": hasattr(held, "access_needs"),
        "asks": may_change and "cancel" in request.GET and request.method == "GET",
    }
    return render(request, f"{TEMPLATES}/registration.html", context, status=status)
