"""Telling those who registered when a published meeting is not what they were told.

What they were told is kept in `MeetingAnnouncement`. Publishing compares, and so does the nightly
command, in case the worker that published came to an end in between.
"""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from .attending import mails, places
from .attending.models import MeetingRegistration
from .choices import MeetingKind, MeetingState
from .models import MeetingAnnouncement, MeetingPage

# A change of these is one of the date, time or place, and is said on the page.
MOVING = {"when", "place", "kind"}
# These are told only to people who have the link already.
PRIVATE = {"joining_link", "joining_details"}
NAMES = {
    "when": _("When"),
    "place": _("Where"),
    "kind": _("How"),
    "joining_link": _("Joining link"),
    "joining_details": _("How else to join"),
}


@dataclass(frozen=True)
class FactChanged:
    """Something that people were told and that is different now."""

    key: str
    name: Any
    before: str
    after: str


def facts_of(meeting: MeetingPage) -> dict[str, str]:
    """What people who come have to know."""
    return {
        "when": f"{meeting.starts.isoformat()} {meeting.ends.isoformat()} {meeting.time_zone}",
        "when_in_words": in_words(meeting),
        "place": meeting.place,
        "kind": meeting.kind,
        "state": meeting.state,
        "joining_link": meeting.joining_link,
        "joining_details": meeting.joining_details,
    }


def in_words(meeting: MeetingPage) -> str:
    """When it is, by the clock where it takes place."""
    start, end = meeting.starts, meeting.ends
    day = "l j F Y, P"
    ends = date_format(end, "P" if meeting.is_on_one_day else day)
    said = _("%(start)s to %(end)s") % {"start": date_format(start, day), "end": ends}
    if meeting.is_in_london:
        return said
    return _("%(said)s (%(city)s time)") % {"said": said, "city": meeting.zone_in_words}


@transaction.atomic
def follow(meeting: MeetingPage) -> int:
    """Tell everybody who registered what is different; returns how many were told.

    Also gives places to those who wait, where there are more of them now.
    """
    meeting = places.lock(meeting)
    announcement = MeetingAnnouncement.objects.get(meeting=meeting)
    before, now = announcement.facts, facts_of(meeting)
    told = 0
    places.fit_to_ways(meeting)
    if before != now:
        told = _announce(meeting, announcement, before, now)
    places.move_up(meeting)
    return told


def _announce(
    meeting: MeetingPage,
    announcement: MeetingAnnouncement,
    before: dict[str, str],
    now: dict[str, str],
) -> int:
    announcement.facts = now
    announcement.told_at = timezone.now()
    changes = [
        FactChanged(key, name, _said(before, key), _said(now, key))
        for key, name in NAMES.items()
        if before and before.get(key) != now[key]
    ]
    if before:
        announcement.sequence += 1
    if any(change.key in MOVING for change in changes):
        announcement.moved_at = timezone.now()
    announcement.save()
    if not before or meeting.is_over:
        return 0
    if before["when"] != now["when"]:
        # For the new day people are reminded anew.
        meeting.registrations.update(reminded_at=None)
    return _tell_all(meeting, before["state"] != now["state"], changes)


def _tell_all(meeting: MeetingPage, has_other_state: bool, changes: list[FactChanged]) -> int:
    occasion = mails.CHANGED
    if has_other_state:
        is_off = meeting.state == MeetingState.CANCELLED
        occasion = mails.CALLED_OFF if is_off else mails.ON_AGAIN
    elif meeting.is_cancelled:
        return 0
    public = [change for change in changes if change.key not in PRIVATE]
    told = 0
    for registration in meeting.registrations.active().select_related("meeting"):
        about = changes if registration.may_join_online else public
        if has_other_state or about:
            mails.tell(registration, occasion, about)
            told += 1
    return told


def _said(facts: dict[str, str], key: str) -> str:
    if key == "when":
        return facts["when_in_words"]
    if key == "kind":
        return str(MeetingKind(facts["kind"]).label)
    return facts[key] or str(_("(nothing)"))


def follow_all() -> int:
    """Tell what was not told, of every meeting to come; returns how many messages."""
    return sum(follow(meeting) for meeting in MeetingPage.objects.live().upcoming())


def expects_people(meeting: MeetingPage) -> bool:
    """Whether somebody who registered would come to nothing if the page went away."""
    coming = MeetingRegistration.objects.active().filter(meeting=meeting.pk)
    return not meeting.is_over and not meeting.is_cancelled and coming.exists()
