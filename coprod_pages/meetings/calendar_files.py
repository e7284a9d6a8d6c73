"""Meetings as calendar files (RFC 5545), without what only people who registered may know."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vDuration

from ..safe_text import one_line, without_unsafe_characters
from .minutes.plain_text import plain_text
from .models import MeetingPage
from .time_zone_rules import time_zone
from .times import LONDON, comes_twice

PRODUCT = "-//coprod_pages//meetings//EN"
CONTENT_TYPE = "text/calendar; charset=utf-8"
# How often programs ask again, if they heed it (RFC 7986, 5.7).
REFRESH = timedelta(hours=1)
# Calendar programs break lines themselves.
LONGEST_LINE = 100_000


def event_file(meeting: MeetingPage, method: str = "PUBLISH") -> bytes:
    """One meeting as a calendar file; with the method CANCEL it is taken out of calendars."""
    calendar = _calendar(method)
    return _with([meeting], calendar, is_off=method == "CANCEL")


def calendar_file(meetings: Sequence[MeetingPage], name: str) -> bytes:
    """Several meetings as a calendar to subscribe to, called `name`."""
    calendar = _calendar("PUBLISH")
    calendar.add("NAME", one_line(name))
    calendar.add("X-WR-CALNAME", one_line(name))
    calendar.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
    # The library takes what it does not know for text, and this is a duration.
    calendar.add("X-PUBLISHED-TTL", vDuration(REFRESH))
    return _with(meetings, calendar)


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", method)
    return calendar


def _with(meetings: Sequence[MeetingPage], calendar: Calendar, is_off: bool = False) -> bytes:
    if not meetings:
        # A calendar without any component is none (RFC 5545, 3.6).
        year = timezone.now().replace(month=1, day=1)
        calendar.add_component(time_zone(LONDON, year, year))
    for zone in sorted({meeting.time_zone for meeting in meetings}):
        there = [meeting for meeting in meetings if meeting.time_zone == zone]
        first = min(meeting.starts_at for meeting in there)
        last = max(meeting.ends_at for meeting in there)
        calendar.add_component(time_zone(zone, first, last))
    for meeting in meetings:
        calendar.add_component(_event(meeting, is_off or meeting.is_cancelled))
    return calendar.to_ical()


def _event(meeting: MeetingPage, is_off: bool) -> Event:
    announcement = getattr(meeting, "announcement", None)
    changed = _changed_at(meeting)
    title = one_line(meeting.title)
    event = Event()
    event.add("UID", str(meeting.calendar_key))
    # The same file as long as nothing changes, so the moment of the change and not of asking.
    event.add("DTSTAMP", changed)
    event.add("LAST-MODIFIED", changed)
    event.add("SEQUENCE", announcement.sequence if announcement else 0)
    for name, moment in zip(("DTSTART", "DTEND"), _times(meeting), strict=True):
        event.add(name, moment)
    # Some programs pass over STATUS.
    event.add("SUMMARY", _("Cancelled: %(title)s") % {"title": title} if is_off else title)
    event.add("STATUS", "CANCELLED" if is_off else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT" if is_off else "OPAQUE")
    event.add("CATEGORIES", [_("Co-production")])
    if where := one_line(meeting.place) or _where(meeting):
        event.add("LOCATION", where)
    event.add("DESCRIPTION", without_unsafe_characters("\n\n".join(_said(meeting))))
    if url := meeting.full_url:
        event.add("URL", url)
    return event


def _times(meeting: MeetingPage) -> tuple[datetime, datetime]:
    """Start and end by the clock there, or by UTC where that clock shows an hour twice.

    By the clock it would be the first of the two hours (RFC 5545, 3.3.5), and not every program
    knows that rule.
    """
    starts, ends = meeting.starts, meeting.ends
    if comes_twice(starts) or comes_twice(ends):
        return starts.astimezone(UTC), ends.astimezone(UTC)
    return starts, ends


def _where(meeting: MeetingPage) -> str:
    return "" if meeting.kind == "in-person" else str(_("Online"))


def _said(meeting: MeetingPage) -> list[str]:
    """What a person needs who looks at their calendar on the way. Never the joining link."""
    access = ", ".join(str(words) for words in meeting.access_in_words)
    questions = " ".join(text for text in (meeting.contact, meeting.contact_phone) if text)
    parts = [
        meeting.summary,
        plain_text(meeting.directions, width=LONGEST_LINE),
        _("Who meets you: %(who)s") % {"who": meeting.met_by} if meeting.met_by else "",
        _("Access: %(access)s") % {"access": access} if access else "",
        _("Questions: %(contact)s") % {"contact": questions} if questions else "",
        meeting.full_url or "",
    ]
    return [part for part in parts if part]


def _changed_at(meeting: MeetingPage) -> datetime:
    announcement = getattr(meeting, "announcement", None)
    moments = [meeting.last_published_at, announcement.told_at if announcement else None]
    known = [moment for moment in moments if moment]
    # In whole seconds, as calendar files have them.
    return max(known, default=meeting.starts_at).astimezone(UTC).replace(microsecond=0)
