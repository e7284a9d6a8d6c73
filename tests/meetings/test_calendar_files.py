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
from django.utils.http import http_date
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageLogEntry, PageViewRestriction

from coprod_pages.meetings.calendar_files import event_file
from coprod_pages.meetings.models import MeetingAnnouncement, MeetingPage
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
    for words in ("What comes next; and who, when", "Bus 55.\n\nRing the bell.", "The secretary"):
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
        again = client.get(address, headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert client.head(address).status_code == 200

    etag = client.get(CALENDAR)["ETag"]
    page.place = "Elsewhere"
    page.save_revision().publish()

    assert client.get(CALENDAR, headers={"If-None-Match": etag}).status_code == 200


def test_programs_that_go_by_the_date_get_changes_and_nothing_twice(client: Client) -> None:
    page = meeting("Spring meeting")
    other = meeting("Summer meeting")
    for address in (CALENDAR, f"{page.url}event.ics"):
        # Another change may follow in the same second, which its date would not tell apart.
        assert "Last-Modified" not in client.get(address)
    hour_ago = timezone.now() - timedelta(hours=1)
    MeetingPage.objects.update(last_published_at=hour_ago)
    MeetingAnnouncement.objects.update(told_at=hour_ago)
    PageLogEntry.objects.update(timestamp=hour_ago)

    for address in (CALENDAR, f"{page.url}event.ics"):
        date = client.get(address)["Last-Modified"]
        assert date == http_date(hour_ago.timestamp())
        again = client.get(address, headers={"If-Modified-Since": date})
        assert (again.status_code, again.content) == (304, b"")
        # Who has both goes by the exact one.
        both = {"If-Modified-Since": date, "If-None-Match": '"other"'}
        assert client.get(address, headers=both).status_code == 200

    other.unpublish()
    changed = client.get(CALENDAR, headers={"If-Modified-Since": date})
    assert changed.status_code == 200
    assert b"Summer meeting" not in changed.content


def test_a_calendar_without_meetings_is_a_calendar(client: Client) -> None:
    MeetingPage.objects.all().delete()

    assert events(client) == {}
    # At least one component has to be there (3.6).
    [zone] = read(client.get(CALENDAR).content).parts
    assert (zone.name, zone.value("TZID")) == ("VTIMEZONE", "Europe/London")


def test_programs_are_told_to_ask_each_hour(client: Client) -> None:
    calendar = read(client.get(CALENDAR).content)

    assert calendar.value("X-PUBLISHED-TTL") == "PT1H"
    assert calendar.value("REFRESH-INTERVAL") == "PT1H"
    assert calendar.parameters("REFRESH-INTERVAL") == {"VALUE": "DURATION"}


def test_the_words_of_an_event_are_plain_text(client: Client) -> None:
    page = meeting(
        "Tea & cake <b>now</b>",
        summary="Bread & butter",
        directions="<p>Bus 55 &amp; 26<br/>Stop &lt;B&gt;</p><ul><li>Ring</li><li>Wait</li></ul>",
    )

    [event] = read(client.get(f"{page.url}event.ics").content).all("VEVENT")

    assert event.value("SUMMARY") == "Tea & cake <b>now</b>"
    description = event.value("DESCRIPTION")
    assert "Bread & butter" in description
    assert "Bus 55 & 26\nStop <B>\n\n- Ring\n- Wait" in description


@pytest.mark.parametrize(
    ("zone", "day"), [("Europe/London", (2030, 10, 27)), ("America/New_York", (2030, 11, 3))]
)
def test_an_hour_that_comes_twice_is_the_one_that_was_meant(
    zone: str, day: tuple[int, int, int]
) -> None:
    for fold in (0, 1):
        start = datetime(*day, 1, 30, tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)
        page = meeting(time_zone=zone, starts_at=start, ends_at=start + timedelta(hours=2))

        content = event_file(page)

        [parsed] = icalendar.Calendar.from_ical(content).walk("VEVENT")
        for name, moment in (("DTSTART", page.starts_at), ("DTEND", page.ends_at)):
            assert parsed[name].dt.astimezone(UTC) == moment
        # By the clock there it would be the first, whichever was meant (3.3.5).
        [event] = read(content).all("VEVENT")
        assert event.value("DTSTART") == f"{start:%Y%m%dT%H%M%SZ}"


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
