"""The secretary's page of a meeting: minutes to agree, decisions, actions, in one place."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from ..models import MeetingPage
from .admin import ADD, LIST, SECRETARYS_PAGE, with_day
from .agreeing import CannotAgree, agree, can_agree_now, earlier_meetings, take_back
from .models import MeetingAction

TEMPLATE = "coprod_pages/meetings/admin/minutes.html"


def minutes(request: HttpRequest, page_id: int) -> HttpResponse:
    """What the secretary does at and after a meeting, beside writing its page."""
    meeting = get_object_or_404(MeetingPage, pk=page_id)
    if not meeting.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if request.method == "POST":
        _press(request, meeting)
        return redirect(request.path)
    index = meeting.get_parent()
    title = _("Minutes and actions: %(meeting)s") % {"meeting": with_day(meeting)}
    context = {
        "meeting": meeting,
        "can_agree_now": can_agree_now(meeting),
        **_earlier(meeting),
        **_actions(request.user, meeting),
        "header_title": title,
        "header_icon": "tasks",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_explore", args=(index.pk,)), "label": index.title},
            {"url": reverse("wagtailadmin_pages:edit", args=(meeting.pk,)), "label": meeting.title},
            {"url": "", "label": title},
        ],
    }
    return render(request, TEMPLATE, context)


def _press(request: HttpRequest, meeting: MeetingPage) -> None:
    key = request.POST.get("meeting", "")
    earlier = get_object_or_404(MeetingPage, pk=key if key.isdecimal() else 0)
    if not earlier.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    try:
        if "take_back" in request.POST:
            take_back(earlier, meeting, request.user)
            messages.success(request, _("Taken back. These minutes are a draft again."))
        else:
            agree(earlier, meeting, request.POST.get("digest", ""), request.user)
            messages.success(request, _("Recorded: this meeting agreed these minutes."))
    except CannotAgree as why:
        messages.error(request, str(why))


def _earlier(meeting: MeetingPage) -> dict[str, Any]:
    rows = earlier_meetings(meeting)
    agreed_here = [
        row
        for row in rows
        if row.are_minutes_agreed and row.minutes_agreement.agreed_at_id == meeting.pk
    ]
    return {
        "to_agree": [row for row in rows if not row.are_minutes_agreed],
        "agreed_here": agreed_here,
    }


def _actions(user: Any, meeting: MeetingPage) -> dict[str, Any]:
    if not user.has_perm("coprod_pages.view_meetingaction"):
        return {}
    rows = MeetingAction.objects.select_related("meeting").by_due_date()
    return {
        "shows_actions": True,
        "raised": rows.filter(meeting=meeting),
        "carried": [] if meeting.is_cancelled else rows.carried_to(meeting),
        "add_url": f"{reverse(ADD)}?meeting={meeting.pk}",
        "list_url": f"{reverse(LIST)}?meeting={meeting.pk}",
    }


admin_urls = [path("coprod-meetings/<int:page_id>/minutes/", minutes, name=SECRETARYS_PAGE)]
