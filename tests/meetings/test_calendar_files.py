"""Calendars: read by two readers, one of them strict; kept up to date in place; nothing secret."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from coprod_pages.meetings.calendar_files import event_file
from coprod_pages.meetings.models import MeetingPage
from coprod_pages.meetings.time_zone_rules import changes_between
from tests.factories import meeting
from tests.meetings.calendar_clauses import Component, read
from tests.meetings.conftest import LINK

pytestmark = pytest.mark.django_db

CALENDAR = "/working-group/meetings/calendar.ics"
LONDON = ZoneInfo("Europe/London")


def events(client: Client) -> dict[str, Component]:
    """The events of the calendar by their UID."""
    response = client.get(CALENDAR)
    assert response.status_code == 200
    icalendar.Calendar.from_ical(response.content)
    found = [(part.value("UID"), part) for part in read(response.content).all("VEVENT")]
    assert len(dict(found)) == len(found), "two events have one UID"
    return dict(found)


def moment_of(event: Component, calendar: Component, name: str = "DTSTART") -> datetime:
    """When an event begins, by the rules of time zones in the file itself and nothing else."""
    wall = datetime.strptime(event.value(name), "%Y%m%dT%H%M%S")
    [zone] = [
        zone
        for zone in calendar.all("VTIMEZONE")
        if zone.value("TZID") == event.parameters(name)["TZID"]
    ]
    rules = []
    for rule in zone.parts:
        dates = [rule.value("DTSTART")]
        for each, _parameters, value in rule.properties:
            dates += value.split(",") if each == "RDATE" else []
        rules += [(datetime.strptime(day, "%Y%m%dT%H%M%S"), rule) for day in dates]
    before = [rule for rule in sorted(rules, key=lambda pair: pair[0]) if rule[0] <= wall]
    offset = before[-1][1].value("TZOFFSETTO")
    sign = -1 if offset[0] == "-" else 1
    return (wall - sign * timedelta(hours=int(offset[1:3]), minutes=int(offset[3:5]))).replace(
        tzinfo=UTC
    )


def test_the_calendar_has_the_public_meetings_and_no_others(client: Client) -> None:
    now = timezone.now()
    meeting("To come")
    meeting("Last month", starts_at=now - timedelta(days=30), ends_at=now - timedelta(days=29))
    meeting("Long ago", starts_at=now - timedelta(days=400), ends_at=now - timedelta(days=399))
    meeting("A draft", live=False)
    private = meeting("Private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")

    titles = {event.value("SUMMARY") for event in events(client).values()}

    assert titles == {"To come", "Last month"}
    assert client.get(f"{private.url}event.ics").status_code == 302


def test_an_event_says_what_one_needs_on_the_way(client: Client) -> None:
    page = meeting(
        "Spring meeting",
        place="12 Example Road, Hackney",
        summary="What comes next; and who, when",
        directions="<p>Bus 55.</p><p>Ring the bell.</p>",
        met_by="The secretary",
        step_free=True,
        kind="hybrid",
        joining_link=LINK,
        joining_details="Passcode 1234",
    )

    content = client.get(f"{page.url}event.ics").content

    [event] = read(content).all("VEVENT")
    assert event.value("LOCATION") == "12 Example Road, Hackney"
    description = event.value("DESCRIPTION")
    for words in ("What comes next; and who, when", "Bus 55.\nRing the bell.", "The secretary"):
        assert words in description
    assert page.full_url in description
    assert event.value("URL") == page.full_url
    assert b"secret-room" not in content
    assert b"1234" not in content


@pytest.mark.parametrize("zone", ["Europe/London", "America/New_York", "Asia/Kolkata"])
@pytest.mark.parametrize(
    "day",
    [(2030, 1, 15), (2030, 3, 30), (2030, 3, 31), (2030, 7, 1), (2030, 10, 27), (2030, 12, 1)],
)
def test_times_are_right_on_both_sides_of_the_change_of_the_clocks(
    zone: str, day: tuple[int, int, int]
) -> None:
    start = datetime(*day, 10, 0, tzinfo=ZoneInfo(zone))
    page = meeting(time_zone=zone, starts_at=start, ends_at=start + timedelta(hours=30))

    content = event_file(page)

    calendar = read(content)
    [event] = calendar.all("VEVENT")
    assert event.value("DTSTART").endswith("T100000")
    assert moment_of(event, calendar) == start
    assert moment_of(event, calendar, "DTEND") == start + timedelta(hours=30)
    [parsed] = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert parsed["DTSTART"].dt == start


def test_the_clocks_of_london_change_when_the_law_says() -> None:
    changes = list(
        changes_between(datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC), LONDON)
    )

    # Summer Time Order 2002: the last Sundays of March and October, at one o'clock Greenwich time.
    assert [change.wall for change in changes] == [
        datetime(2026, 3, 29, 1, 0),
        datetime(2026, 10, 25, 2, 0),
    ]
    assert [change.is_daylight for change in changes] == [True, False]


def test_a_moved_and_a_cancelled_meeting_are_updated_in_place(client: Client) -> None:
    page = meeting("Spring meeting")
    [(uid, first)] = events(client).items()
    assert (first.value("SEQUENCE"), first.value("STATUS")) == ("0", "CONFIRMED")

    page.starts_at += timedelta(days=7)
    page.ends_at += timedelta(days=7)
    page.save_revision().publish()
    moved = events(client)[uid]
    page.state = "cancelled"
    page.save_revision().publish()
    off = events(client)[uid]

    assert moved.value("SEQUENCE") == "1"
    assert moved.value("DTSTART") != first.value("DTSTART")
    assert (off.value("SEQUENCE"), off.value("STATUS")) == ("2", "CANCELLED")
    assert off.value("SUMMARY") == "Cancelled: Spring meeting"
    stamps = [each.value("LAST-MODIFIED") for each in (first, moved, off)]
    assert stamps == sorted(stamps)
    assert all(len(stamp) == 16 and stamp.endswith("Z") for stamp in stamps)


def test_a_copy_is_another_event(client: Client, secretary: Any) -> None:
    page = meeting("Spring meeting")
    page.copy(update_attrs={"slug": "another", "title": "Another"}, user=secretary)

    assert len(events(client)) == 2


def test_what_has_not_changed_is_not_sent_again(client: Client) -> None:
    page = meeting("Spring meeting")
    for address in (CALENDAR, f"{page.url}event.ics"):
        first = client.get(address)
        assert first["Content-Type"] == "text/calendar; charset=utf-8"
        assert first["Last-Modified"]
        again = client.get(address, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert client.head(address).status_code == 200

    etag = client.get(CALENDAR)["ETag"]
    page.place = "Elsewhere"
    page.save_revision().publish()

    assert client.get(CALENDAR, headers={"If-None-Match": etag}).status_code == 200


def test_a_calendar_without_meetings_is_a_calendar(client: Client) -> None:
    MeetingPage.objects.all().delete()

    assert events(client) == {}


def test_the_calendar_costs_the_same_however_many_meetings_there_are(client: Client) -> None:
    def queries() -> int:
        client.get(CALENDAR)  # where the site stands is asked for once
        with CaptureQueriesContext(connection) as asked:
            client.get(CALENDAR)
        return len(asked)

    meeting("One")
    few = queries()
    for number in range(5):
        meeting(f"Another {number}")

    assert queries() == few


HOSTILE = st.text(min_size=1, max_size=250) | st.sampled_from(
    [
        "END:VEVENT\r\nBEGIN:VEVENT",
        "a\nATTENDEE:mailto:eve@example.org",
        "\\n\\,\\;",
        "commas, semicolons; back\\slashes",
        "👩🏽‍🦽" * 30,
        "שלום " * 40,
        "é" * 250,
        '"; VALUE=URI:javascript:',
    ]
)


@given(title=HOSTILE, place=HOSTILE, words=HOSTILE)
@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_the_words_are_it_stays_one_event(title: str, place: str, words: str) -> None:
    start = datetime(2030, 5, 1, 10, tzinfo=LONDON)
    page = MeetingPage(
        title=f"Meeting {title}",
        place=place,
        summary=words,
        directions=f"<p>{words}</p>",
        starts_at=start,
        ends_at=start + timedelta(hours=1),
    )

    content = event_file(page)

    [event] = read(content).all("VEVENT")
    assert event.value("SUMMARY").startswith("Meeting")
    assert not any(name in ("ATTENDEE", "ATTACH") for name, _p, _v in event.properties)
    assert len(icalendar.Calendar.from_ical(content).walk("VEVENT")) == 1
