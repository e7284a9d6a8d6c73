"""The screen for personal data: looking for an address, downloading, erasing.

The address comes by POST and goes back in forms alone: it is in no address, title or log.
"""

import json
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from wagtail.admin import messages
from wagtail.admin.auth import permission_required
from wagtail.models import ModelLogEntry

from ..erasures_file import NotListed
from . import log_entries
from .erasing import erase, held_about, how_much
from .forms import AddressForm, EraseForm
from .overview import name_of, overview

PERMISSION = "coprod_pages.handle_personaldata"
TEMPLATES = "coprod_pages/personal_data"

needs_permission = permission_required(PERMISSION)
keeps_address_secret = sensitive_post_parameters("address", "again")


@keeps_address_secret
@needs_permission
def find(request: HttpRequest) -> HttpResponse:
    """What is held about an address."""
    form = AddressForm(request.POST if request.method == "POST" else None)
    found = None
    if form.is_valid():
        found = overview(form.cleaned_data["address"], request.user)
        # After looking, which takes a while: nobody waits for it to write.
        with transaction.atomic():
            log_entries.note_in_log(
                log_entries.SEARCHED, found.counts, form.cleaned_data["address"], request.user
            )
    return _page(request, "find", _("Personal data"), form, found=found)


@keeps_address_secret
@needs_permission
def download(request: HttpRequest) -> HttpResponse:
    """Everything that is held about an address, as a file to be handed over."""
    if request.method != "POST":
        return redirect("coprod_personal_data")
    form = AddressForm(request.POST)
    if not form.is_valid():
        return _page(request, "find", _("Personal data"), form)
    address = form.cleaned_data["address"]
    held = held_about(address)
    with transaction.atomic():
        log_entries.note_in_log(log_entries.EXPORTED, how_much(held), address, request.user)
    text = json.dumps(held, indent=2, default=str, ensure_ascii=False)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = (
        f'attachment; filename="personal-data-{timezone.localdate():%Y-%m-%d}.json"'
    )
    response["Cache-Control"] = "no-store"
    return response


@keeps_address_secret
@needs_permission
def erase_all(request: HttpRequest) -> HttpResponse:
    """What goes and what follows; with the address typed again, it goes."""
    if request.method != "POST":
        return redirect("coprod_personal_data")
    address_form = AddressForm(request.POST)
    if not address_form.is_valid():
        return _page(request, "find", _("Personal data"), address_form)
    address = address_form.cleaned_data["address"]
    # The first time, from the list, there is nothing typed again yet.
    is_sent = "again" in request.POST
    form = EraseForm(request.POST) if is_sent else EraseForm(initial={"address": address})
    if is_sent and form.is_valid():
        return _erase(request, address, form.cleaned_data)
    found = overview(address, request.user)
    return _page(request, "erase", _("Erase personal data"), form, found=found)


def _erase(request: HttpRequest, address: str, answers: dict[str, Any]) -> HttpResponse:
    before = log_entries.last_erasure(address)
    try:
        erased = erase(address, request.user, answers["accounts"], answers["files"])
    except NotListed:
        messages.error(
            request,
            _(
                "Nothing was erased: the list of what must not come back with a backup cannot be "
                "written. Tell whoever looks after the server."
            ),
        )
        return redirect("coprod_personal_data")
    # A second click finds nothing any more: what the first one did is said again.
    is_second = before is not None and not erased.counts.total()
    return redirect("coprod_personal_data_report", (before if is_second else erased.entry).pk)


@needs_permission
def report(request: HttpRequest, key: int) -> HttpResponse:
    """What was erased, in numbers: as the log knows it."""
    entry = get_object_or_404(ModelLogEntry, pk=key, action=log_entries.ERASED)
    counts = [(name_of(kind), count) for kind, count in entry.data.get("counts", {}).items()]
    return _page(
        request, "report", _("Personal data erased"), None, entry=entry, counts=sorted(counts)
    )


def _page(request: HttpRequest, name: str, title: str, form: Any, **more: Any) -> HttpResponse:
    start = {"url": reverse("wagtailadmin_home"), "label": _("Home")}
    here = {"url": reverse("coprod_personal_data"), "label": _("Personal data")}
    last = [] if name == "find" else [{"url": "", "label": title}]
    context = {
        "page_title": title,
        "header_title": title,
        "header_icon": "user",
        "breadcrumbs_items": [start, here, *last],
        "form": form,
        **more,
    }
    return render(request, f"{TEMPLATES}/{name}.html", context)
