"""The secretary is asked for agendas and minutes: in time, once, and also by a late run."""

from datetime import datetime, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from coprod_pages.meetings.minutes.models import MeetingAction
from coprod_pages.meetings.models import MeetingPage
from coprod_pages.roles.groups import WORKING_GROUP
from tests.editor_form import text_of
from tests.factories import meeting, person

LONDON = ZoneInfo("Europe/London")
# A meeting at ten in the morning of a Thursday, and the days around it.
START = datetime(2030, 3, 28, 10, tzinfo=LONDON)
SECRETARY = "secretary@example.org"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Sets the time that the code reads to so many days from the start of the meeting."""

    def set_to(days: float) -> None:
        moment = START + timedelta(days=days)
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_to


@pytest.fixture(autouse=True)
def secretary_with_address(secretary: Any) -> Any:
    secretary.email = SECRETARY
    secretary.save()
    return secretary


def spring(**fields: Any) -> MeetingPage:
    """The meeting, without agenda, papers or minutes."""
    times = {"starts_at": START, "ends_at": START + timedelta(hours=2)}
    return meeting("Spring meeting", **{**times, **fields})


def night() -> list[Any]:
    """What one nightly run sends."""
    before = len(mail.outbox)
    call_command("send_due_reminders", stdout=StringIO())
    return mail.outbox[before:]


def subjects(messages: list[Any]) -> list[str]:
    return [message.subject for message in messages]


def test_four_weeks_around_a_meeting(clock: Any) -> None:
    clock(-30)
    page = spring()
    sent = {}

    for days in range(-14, 15):
        clock(days + 0.1)
        sent[days] = subjects(night())

    assert {days: said for days, said in sent.items() if said} == {
        -7: ["Please publish the agenda: Spring meeting"],
        7: ["Please publish the minutes: Spring meeting"],
    }
    assert {tuple(message.to) for message in mail.outbox} == {(SECRETARY,)}
    agenda, minutes = mail.outbox
    assert "Thursday 28 March 2030, 10 a.m." in agenda.body
    for message in (agenda, minutes):
        assert f"/admin/pages/{page.pk}/edit/" in message.body


@pytest.mark.parametrize("what", ["agenda", "paper"])
def test_who_has_published_an_agenda_or_a_paper_is_not_asked(clock: Any, what: str) -> None:
    clock(-30)
    page = spring()
    if what == "agenda":
        page.agenda_items.create(title="Welcome", sort_order=0)
    else:
        page.papers.create(title="Read this", sort_order=0)
    page.save_revision().publish()

    clock(-3)

    assert night() == []


def test_an_agenda_that_is_only_a_draft_is_asked_for(clock: Any) -> None:
    clock(-30)
    page = spring()
    page.agenda_items.create(title="Welcome", sort_order=0)
    page.save_revision()

    clock(-3)

    assert subjects(night()) == ["Please publish the agenda: Spring meeting"]


def test_a_draft_with_a_date_is_asked_for_by_the_date_saved_last(clock: Any) -> None:
    clock(-60)
    page = spring(
        live=False,
        starts_at=START + timedelta(days=90),
        ends_at=START + timedelta(days=91),
    )
    page.starts_at, page.ends_at = START, START + timedelta(hours=2)
    page.save_revision()

    clock(-8)
    assert night() == []
    clock(-6)
    [message] = night()
    assert "Thursday 28 March 2030" in message.body
    clock(8)
    assert night() == []


@pytest.mark.parametrize("live", [True, False])
def test_nobody_is_asked_about_a_meeting_that_is_called_off(clock: Any, live: bool) -> None:
    clock(-30)
    page = spring(live=live)
    page.state = "cancelled"
    revision = page.save_revision()
    if live:
        revision.publish()

    for days in (-5, 10):
        clock(days)
        assert night() == []


def test_a_late_run_still_asks_and_asks_once(clock: Any) -> None:
    clock(-30)
    spring()

    clock(-0.5)
    assert len(night()) == 1
    assert night() == []
    clock(60)
    assert len(night()) == 1
    assert night() == []


def test_a_past_without_minutes_is_left_in_peace(clock: Any) -> None:
    clock(-30)
    spring()

    clock(200)

    assert night() == []


def test_a_meeting_put_off_for_long_is_asked_for_again_and_one_moved_by_hours_is_not(
    clock: Any,
) -> None:
    clock(-30)
    page = spring()
    clock(-6)
    assert len(night()) == 1

    for days, expected in ((0.2, 0), (40, 1)):
        page = MeetingPage.objects.get(pk=page.pk)
        page.starts_at, page.ends_at = (
            START + timedelta(days=days),
            START + timedelta(days=days, hours=2),
        )
        page.save_revision().publish()
        clock(days - 5)
        assert len(night()) == expected


@pytest.mark.parametrize("fields", [{"minutes": "<p>We met.</p>"}])
def test_who_has_published_minutes_is_not_asked(clock: Any, fields: dict[str, Any]) -> None:
    clock(-30)
    spring(**fields)

    clock(8)

    assert night() == []


def test_everybody_of_the_group_who_may_publish_is_asked_and_nobody_else(
    clock: Any, manager: Any, editor: Any
) -> None:
    clock(-30)
    for user in (manager, editor):
        user.email = f"{user.username}@example.org"
        user.save()
    person(WORKING_GROUP, email="second@example.org")
    person(WORKING_GROUP, email="gone@example.org", is_active=False)
    person(WORKING_GROUP, email="")
    spring()

    clock(-3)

    assert sorted(message.to[0] for message in night()) == ["second@example.org", SECRETARY]


def test_one_shared_address_is_asked_instead(clock: Any, settings: Any) -> None:
    settings.COPROD_SECRETARY_EMAIL = "shared@example.org"
    clock(-30)
    spring()

    clock(-3)

    assert [message.to for message in night()] == [["shared@example.org"]]


def test_without_anybody_to_ask_it_is_asked_as_soon_as_there_is(clock: Any) -> None:
    get_user_model().objects.update(email="")
    clock(-30)
    spring()
    clock(-3)
    assert night() == []

    get_user_model().objects.filter(username="the-secretary").update(email=SECRETARY)

    assert len(night()) == 1


def test_the_dashboard_says_the_same(client: Client, secretary: Any, editor: Any) -> None:
    now = timezone.now()
    hours = timedelta(hours=2)
    day = timedelta(days=1)
    meeting("To come", starts_at=now + 3 * day, ends_at=now + 3 * day + hours)
    held = meeting("Held", starts_at=now - 9 * day, ends_at=now - 9 * day + hours)
    for number in range(2):
        MeetingAction.objects.create(
            what=f"Late {number}",
            owner_role="The chair",
            meeting=held,
            due_on=timezone.localdate() - day,
        )
    client.force_login(secretary)

    text = text_of(client.get("/admin/"))

    assert "The agenda of “To come”" in text
    assert "Minutes of “Held”" in text
    assert "2 actions are overdue." in text
    client.force_login(editor)
    assert "overdue" not in text_of(client.get("/admin/"))
