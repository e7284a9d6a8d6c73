"""Meetings as calendar files (RFC 5545)."""

from datetime import UTC

from icalendar import Calendar, Event

from .models import MeetingPage


def event_file(meeting: MeetingPage, method: str = "PUBLISH") -> bytes:
    """One meeting as a calendar file; with the method CANCEL it is taken out of calendars."""
    calendar = Calendar.new(method=method)
    calendar.add_component(
        Event.new(
            uid=str(meeting.calendar_key),
            start=meeting.starts_at.astimezone(UTC),
            end=meeting.ends_at.astimezone(UTC),
            summary=meeting.title,
            location=meeting.place or None,
            sequence=meeting.announcement.sequence,
            status="CANCELLED" if method == "CANCEL" or meeting.is_cancelled else "CONFIRMED",
        )
    )
    return calendar.to_ical()
