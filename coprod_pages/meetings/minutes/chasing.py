"""Asking the secretary for an agenda that is not published, and for minutes that are missing."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from wagtail.permission_policies.pages import PagePermissionPolicy

from ...conf import SECRETARY_EMAIL
from ...mail.queueing import absolute, queue
from ...roles.groups import WORKING_GROUP
from ..choices import MeetingState
from ..models import MeetingPage
from .models import MeetingChase

BEFORE = timedelta(days=7)
AFTER = timedelta(days=7)
# Minutes of older meetings are not asked for: a site may begin with a past that has none.
LATEST = timedelta(days=90)


@dataclass(frozen=True)
class Missing:
    """What one asks for: the column that remembers it, the template and the subject of the mail."""

    column: str
    template: str
    subject: Any


AGENDA = Missing(
    "agenda_asked_for",
    "coprod_pages/meetings/mails/agenda_missing",
    _("Please publish the agenda: {title}"),
)
MINUTES = Missing(
    "minutes_asked_for",
    "coprod_pages/meetings/mails/minutes_missing",
    _("Please publish the minutes: {title}"),
)


def without_agenda(now: datetime | None = None) -> list[MeetingPage]:
    """Meetings within seven days of which people cannot read what they will be about.

    Drafts too, by the date and state that were saved last: whoever looks finds nothing of them.
    """
    now = now or timezone.now()
    coming = Q(starts_at__gt=now, starts_at__lte=now + BEFORE)
    live = MeetingPage.objects.live().filter(coming, state=MeetingState.AS_PLANNED)
    empty = list(live.filter(agenda_items=None, papers=None))
    drafts = MeetingPage.objects.not_live().select_related("latest_revision")
    waiting = [draft for each in drafts if (draft := _as_saved_last(each))]
    waiting = [each for each in waiting if now < each.starts_at <= now + BEFORE]
    missing = [*empty, *(each for each in waiting if not each.is_cancelled)]
    return sorted(missing, key=lambda meeting: meeting.starts_at)


def _as_saved_last(draft: MeetingPage) -> MeetingPage:
    # Saving a draft writes a revision and leaves the page's own columns as they were.
    content = draft.latest_revision.content if draft.latest_revision else {}
    if starts_at := parse_datetime(content.get("starts_at") or ""):
        draft.starts_at = starts_at
        draft.state = content.get("state", draft.state)
        draft.title = content.get("title", draft.title)
        draft.time_zone = content.get("time_zone", draft.time_zone)
    return draft


def without_minutes(now: datetime | None = None) -> list[MeetingPage]:
    """Public meetings that took place a week ago or more, and have no minutes; oldest first."""
    now = now or timezone.now()
    held = MeetingPage.objects.live().filter(
        state=MeetingState.AS_PLANNED, ends_at__lte=now - AFTER, ends_at__gt=now - LATEST
    )
    return list(held.filter(minutes="", minutes_document=None).order_by("starts_at"))


def chase() -> int:
    """Ask, once for each meeting, for agendas and minutes; returns for how many."""
    asked = [_ask(meeting, AGENDA) for meeting in without_agenda()]
    asked += [_ask(meeting, MINUTES) for meeting in without_minutes()]
    return sum(asked)


@transaction.atomic
def _ask(meeting: MeetingPage, missing: Missing) -> bool:
    recipients = secretaries_of(meeting)
    if not recipients:
        return False
    row, _is_new = MeetingChase.objects.get_or_create(meeting=meeting)
    # Of a meeting that was put off for longer than a week one is asked again.
    earlier = Q(**{missing.column: None}) | Q(
        **{f"{missing.column}__lt": meeting.starts_at - BEFORE}
    )
    unasked = MeetingChase.objects.filter(earlier, pk=row.pk)
    if not unasked.update(**{missing.column: meeting.starts_at}):
        return False
    editor = reverse("wagtailadmin_pages:edit", args=[meeting.pk])
    for address in recipients:
        queue(
            address,
            str(missing.subject).format(title=meeting.title),
            missing.template,
            {"meeting": meeting, "link": absolute(editor)},
            about=missing.column.replace("_asked_for", "-missing"),
            related=str(meeting.pk),
        )
    return True


def secretaries_of(meeting: MeetingPage) -> list[str]:
    """Who is asked: the address in `COPROD_SECRETARY_EMAIL`, or else everybody of the working group.

    Everybody who is active, has an address and may publish `meeting`, that is.
    """
    if SECRETARY_EMAIL.get():
        return [SECRETARY_EMAIL.get()]
    people = PagePermissionPolicy().users_with_permission_for_instance(
        "publish", meeting, include_superusers=False
    )
    column = get_user_model().get_email_field_name()
    members = people.filter(groups__name=WORKING_GROUP).exclude(**{column: ""})
    addresses = members.order_by("pk").values_list(column, flat=True)
    return list({address.casefold(): address for address in addresses}.values())
