"""What the working group owes people: agendas, minutes, and actions whose day has passed."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..meetings.minutes.admin import LIST
from ..meetings.minutes.chasing import without_agenda, without_minutes
from ..meetings.minutes.models import MeetingAction
from ..meetings.models import MeetingPage
from .waiting import edit_url


@dataclass(frozen=True)
class Owed:
    """Something to see to: a sentence, and where to begin."""

    sentence: str
    url: str


def owed_by(user: Any) -> list[Owed]:
    """What `user` can see to; the mails of `send_due_reminders` say the same."""
    if not user.has_perm("coprod_pages.view_meetingaction"):
        return []
    agendas = [
        Owed(_("The agenda of %(meeting)s is not published.") % _named(each), edit_url(each))
        for each in without_agenda()
        if each.permissions_for_user(user).can_publish()
    ]
    minutes = [
        Owed(_("Minutes of %(meeting)s are missing.") % _named(each), edit_url(each))
        for each in without_minutes()
        if each.permissions_for_user(user).can_publish()
    ]
    return [*agendas, *minutes, *_overdue()]


def _named(meeting: MeetingPage) -> dict[str, str]:
    return {"meeting": f"“{meeting.title}” ({date_format(meeting.starts, 'j F Y')})"}


def _overdue() -> list[Owed]:
    count = MeetingAction.objects.overdue().count()
    if not count:
        return []
    words = ngettext("%(count)d action is overdue.", "%(count)d actions are overdue.", count)
    return [Owed(words % {"count": count}, f"{reverse(LIST)}?overdue=true")]
