"""More meetings like one: looked at first, then made as drafts, each a page of its own."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from coprod_pages.meetings.models import MeetingPage
from coprod_pages.meetings.series import days_of
from tests.factories import meeting
from tests.meetings.conftest import Guest

pytestmark = pytest.mark.django_db

LONDON = ZoneInfo("Europe/London")
EVERY_SIX_WEEKS = {"title": "Working group", "count": "4", "every": "6", "rhythm": "weeks"}


@pytest.fixture
def first() -> MeetingPage:
    start = datetime(2030, 2, 5, 18, 30, tzinfo=LONDON)
    page = meeting(
        "Working group, February",
        starts_at=start,
        ends_at=start + timedelta(hours=2),
        place="12 Example Road",
        minutes="<p>What was said.</p>",
    )
    page.agenda_items.create(title="Welcome", sort_order=0)
    page.save_revision().publish()
    return page


@pytest.fixture
def desk(client: Client, secretary: Any) -> Client:
    client.force_login(secretary)
    return client


def url(page: MeetingPage) -> str:
    return f"/admin/coprod-meetings/{page.pk}/series/"


def test_the_dates_are_shown_before_anything_is_made(desk: Client, first: MeetingPage) -> None:
    answer = desk.post(url(first), EVERY_SIX_WEEKS)

    text = BeautifulSoup(answer.content, "html.parser").get_text()
    for day in ("Tuesday 19 March 2030", "Tuesday 30 April 2030", "Tuesday 11 June 2030"):
        assert day in text
    assert MeetingPage.objects.count() == 1


def test_a_series_keeps_its_hour_when_the_clocks_change(desk: Client, first: MeetingPage) -> None:
    desk.post(url(first), {**EVERY_SIX_WEEKS, "make": "1"})

    made = MeetingPage.objects.exclude(pk=first.pk).order_by("starts_at")
    assert [page.starts.strftime("%Y-%m-%d %H:%M") for page in made] == [
        "2030-03-19 18:30",
        "2030-04-30 18:30",
        "2030-06-11 18:30",
        "2030-07-23 18:30",
    ]
    assert {page.starts_at.hour for page in made} == {18, 17}  # in UTC: winter and summer
    assert len({page.calendar_key for page in [first, *made]}) == 5
    assert len({page.series for page in MeetingPage.objects.all()}) == 1


def test_each_is_a_draft_with_the_place_and_agenda_but_nothing_that_was_said(
    desk: Client, first: MeetingPage, guest: Guest
) -> None:
    first.state = "cancelled"
    first.save_revision().publish()

    desk.post(url(first), {**EVERY_SIX_WEEKS, "count": "1", "make": "1"})

    made = MeetingPage.objects.exclude(pk=first.pk).get()
    assert not made.live
    assert made.place == "12 Example Road"
    assert [item.title for item in made.agenda_items.all()] == ["Welcome"]
    assert not made.has_minutes
    assert made.minutes_state == "draft"
    assert not made.is_cancelled
    assert guest.client.get(f"/working-group/meetings/{made.slug}/").status_code == 404
    draft = desk.get(f"/admin/pages/{made.pk}/edit/")
    assert draft.context["form"].initial["starts_at"].strftime("%H:%M") == "18:30"


def test_pressing_twice_makes_no_second_meeting_on_a_day(desk: Client, first: MeetingPage) -> None:
    for _press in range(2):
        desk.post(url(first), {**EVERY_SIX_WEEKS, "make": "1"})

    assert MeetingPage.objects.count() == 5
    answer = desk.post(url(first), EVERY_SIX_WEEKS)
    assert "there is one already" in answer.content.decode()


@pytest.mark.parametrize(
    "bad",
    [
        *({"count": number} for number in ("0", "27", "", "many")),
        *({"every": number} for number in ("0", "53", "")),
        {"title": ""},
        {"rhythm": "moons"},
    ],
)
def test_what_makes_no_series_is_refused_beside_the_field(
    desk: Client, first: MeetingPage, bad: dict[str, str]
) -> None:
    answer = desk.post(url(first), {**EVERY_SIX_WEEKS, "make": "1", **bad})

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == set(bad)
    assert MeetingPage.objects.count() == 1


def test_only_those_who_may_add_meetings_make_them(
    client: Client, editor: Any, first: MeetingPage
) -> None:
    client.force_login(editor)

    answer = client.post(url(first), {**EVERY_SIX_WEEKS, "make": "1"})

    assert answer.status_code in (302, 403)
    assert MeetingPage.objects.count() == 1


def test_the_second_tuesday_stays_the_second_tuesday() -> None:
    assert days_of(date(2030, 1, 8), "months", 1, 3) == [
        date(2030, 2, 12),
        date(2030, 3, 12),
        date(2030, 4, 9),
    ]


def test_a_fifth_friday_is_the_last_one_where_there_are_four() -> None:
    assert days_of(date(2030, 3, 29), "months", 1, 2) == [date(2030, 4, 26), date(2030, 5, 31)]
