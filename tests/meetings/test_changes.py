"""When a published meeting changes, everybody who registered is told what is different."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from coprod_pages.meetings.attending.models import MeetingRegistration
from coprod_pages.meetings.models import MeetingPage
from tests.editor_form import current_values, save
from tests.factories import meeting
from tests.meetings.conftest import LINK, Guest, subjects

LONDON = ZoneInfo("Europe/London")


def publish(page: MeetingPage, **changes: Any) -> MeetingPage:
    """Publish `page` with changes, as the editor does."""
    page = MeetingPage.objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return MeetingPage.objects.get(pk=page.pk)


def test_a_moved_meeting_is_told_with_both_times_and_a_newer_calendar_entry(guest: Guest) -> None:
    start = datetime(2030, 3, 29, 10, tzinfo=LONDON)
    page = meeting("Spring meeting", starts_at=start, ends_at=start + timedelta(hours=2))
    guest.register(page)
    later = datetime(2030, 4, 2, 14, tzinfo=LONDON)

    page = publish(page, starts_at=later, ends_at=later + timedelta(hours=1))

    message = mail.outbox[-1]
    assert message.subject == "This meeting has changed: Spring meeting"
    assert "Friday 29 March 2030, 10 a.m. to noon" in message.body
    assert "Tuesday 2 April 2030, 2 p.m. to 3 p.m." in message.body
    assert "SEQUENCE:1" in message.attachments[0][1]
    assert "Changed." in guest.text(page.url)
    assert "Changed." in guest.text("/working-group/meetings/")


def test_new_words_in_the_text_are_no_change_that_anybody_is_told(guest: Guest) -> None:
    page = meeting()
    guest.register(page)

    publish(page, introduction="<p>More words.</p>", title="A better title")

    assert len(subjects()) == 1
    assert "Changed." not in guest.text(page.url)


def test_publishing_twice_tells_once(guest: Guest) -> None:
    page = meeting(place="Here")
    guest.register(page)

    for _time in range(2):
        publish(page, place="There")

    assert len(subjects()) == 2


def test_a_new_joining_link_goes_only_to_those_who_use_it(guest: Guest) -> None:
    page = meeting(kind="hybrid", joining_link="https://meet.example/old", places_online=1)
    guest.register(page, attendance="in-person", email="room@example.org")
    guest.register(page, attendance="online", email="online@example.org")
    guest.register(page, attendance="online", email="waits@example.org")
    before = len(mail.outbox)

    publish(page, joining_link=LINK)

    [message] = mail.outbox[before:]
    assert message.to == ["online@example.org"]
    assert LINK in message.body


def test_a_cancelled_meeting_is_called_off_in_mails_and_calendars(guest: Guest) -> None:
    page = meeting("Spring meeting", joining_link=LINK, kind="online", places_online=1)
    guest.register(page)
    guest.register(page, email="waits@example.org")

    page = publish(page, state="cancelled")

    for email in ("ada@example.org", "waits@example.org"):
        assert subjects(email)[-1] == "This meeting is cancelled: Spring meeting"
    assert "STATUS:CANCELLED" in mail.outbox[-1].attachments[0][1]
    assert LINK not in mail.outbox[-1].body
    assert "I would like to come" not in guest.text(page.url)

    publish(page, state="as-planned")
    assert subjects()[-1] == "This meeting takes place after all: Spring meeting"


def test_when_all_meet_online_everybody_gets_the_link(guest: Guest) -> None:
    page = meeting(kind="in-person", places_in_person=1, joining_link=LINK)
    guest.register(page)
    guest.register(page, email="waits@example.org")

    publish(page, kind="online")

    assert MeetingRegistration.objects.with_place().filter(attendance="online").count() == 2
    for email in ("ada@example.org", "waits@example.org"):
        last = [message for message in mail.outbox if message.to == [email]][-1]
        assert LINK in last.body


def test_nobody_is_told_of_changes_to_what_is_over(guest: Guest) -> None:
    page = meeting()
    guest.register(page)
    ended = timezone.now() - timedelta(days=1)

    publish(page, starts_at=ended - timedelta(hours=2), ends_at=ended, place="It was there")

    assert len(subjects()) == 1


def test_what_a_worker_that_ended_did_not_tell_is_told_by_night(guest: Guest) -> None:
    page = meeting("Spring meeting", place="Here")
    guest.register(page)
    # Stored, and then the worker was gone before it told anybody.
    MeetingPage.objects.filter(pk=page.pk).update(place="There", title=page.title)

    for _night in range(2):
        call_command("send_due_reminders", verbosity=0)

    assert subjects()[1:] == ["This meeting has changed: Spring meeting"]


def test_people_are_reminded_once_two_days_before(guest: Guest) -> None:
    page = meeting("Spring meeting", places_in_person=1)
    guest.register(page)
    guest.register(page, email="waits@example.org")
    registered = timezone.now() - timedelta(days=10)
    MeetingRegistration.objects.update(registered_at=registered)

    def days_before(days: int) -> None:
        start = timezone.now() + timedelta(days=days, minutes=-1)
        MeetingPage.objects.filter(pk=page.pk).update(
            title=page.title, starts_at=start, ends_at=start + timedelta(hours=2)
        )
        MeetingPage.objects.get(pk=page.pk).save_revision().publish()
        mail.outbox.clear()
        for _night in range(2):
            call_command("send_due_reminders", verbosity=0)

    days_before(3)
    assert subjects() == []
    days_before(2)
    assert subjects() == ["Soon: Spring meeting"]
    assert subjects("waits@example.org") == []


def test_a_meeting_without_reminder_reminds_nobody(guest: Guest) -> None:
    start = timezone.now() + timedelta(hours=30)
    page = meeting(starts_at=start, ends_at=start + timedelta(hours=1), remind_days=0)
    guest.register(page)
    MeetingRegistration.objects.update(registered_at=timezone.now() - timedelta(days=9))

    call_command("send_due_reminders", verbosity=0)

    assert len(subjects()) == 1


@pytest.mark.parametrize("action", ["delete", "unpublish", "bulk/wagtailcore/page/delete"])
def test_a_meeting_that_people_come_to_does_not_vanish_without_a_word(
    guest: Guest, secretary: Any, action: str
) -> None:
    page = meeting("Spring meeting")
    guest.register(page)
    client = Client()
    client.force_login(secretary)
    address = f"/admin/pages/{page.pk}/{action}/"
    if action.startswith("bulk"):
        address = f"/admin/{action}/?id={page.pk}&next=/admin/"

    answer = client.post(address, follow=True)

    assert MeetingPage.objects.get(pk=page.pk).live
    assert "Publish it as cancelled instead" in answer.content.decode()


def test_times_are_read_and_shown_by_the_clock_of_the_place(client: Client, secretary: Any) -> None:
    page = meeting("Elsewhere")
    client.force_login(secretary)
    times = {"starts_at": "2030-07-01 10:00", "ends_at": "2030-07-01 12:00"}
    for zone, utc_hour in (("Europe/Lisbon", 9), ("America/New_York", 14), ("Europe/London", 9)):
        save(client, page, "publish", **times, time_zone=zone)

        stored = MeetingPage.objects.get(pk=page.pk)
        assert stored.time_zone == zone
        assert stored.starts_at.astimezone(ZoneInfo("UTC")).hour == utc_hour
        assert current_values(client, page)["starts_at"] == "2030-07-01 10:00"
        assert "10 a.m." in client.get(stored.url).content.decode()


def test_an_hour_that_the_clocks_leave_out_is_refused_in_words(
    client: Client, secretary: Any
) -> None:
    page = meeting()
    client.force_login(secretary)
    times = {"starts_at": "2030-03-10 02:30", "ends_at": "2030-03-10 05:00"}

    answer = save(client, page, **times, time_zone="America/New_York")

    assert "this hour does not exist" in answer.content.decode()


@pytest.mark.parametrize("year", ["0001", "0202", "9999"])
def test_a_mistyped_year_is_said_in_words(client: Client, secretary: Any, year: str) -> None:
    page = meeting()
    client.force_login(secretary)
    times = {"starts_at": f"{year}-01-01 00:30", "ends_at": f"{year}-12-31 23:30"}

    for zone in ("Europe/London", "Asia/Tokyo", "America/New_York"):
        answer = save(client, page, **times, time_zone=zone)

        assert answer.status_code == 200
        assert "Please check the year" in answer.content.decode()


def test_what_is_not_changed_stays_the_second_of_an_hour_that_comes_twice(
    client: Client, secretary: Any
) -> None:
    start = datetime(2030, 11, 3, 1, 30, tzinfo=ZoneInfo("America/New_York"), fold=1)
    start = start.astimezone(UTC)
    page = meeting(
        time_zone="America/New_York", starts_at=start, ends_at=start + timedelta(hours=2)
    )
    client.force_login(secretary)

    save(client, page, "publish", summary="New words")

    stored = MeetingPage.objects.get(pk=page.pk)
    assert (stored.summary, stored.starts_at) == ("New words", start)
