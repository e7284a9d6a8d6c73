"""The meetings of a month on a sheet of days, and the ways into one's own calendar."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from coprod_pages.meetings.months import month_of
from tests.factories import meeting

pytestmark = pytest.mark.django_db

INDEX = "/working-group/meetings/"
LONDON = ZoneInfo("Europe/London")


def on(client: Client, day: str) -> Tag:
    """The cell of a day."""
    year, month, _day = day.split("-")
    response = client.get(f"{INDEX}month/{year}/{int(month)}/")
    assert response.status_code == 200
    page = BeautifulSoup(response.content, "html.parser")
    return page.find("time", datetime=day).find_parent("td")


def at(*when: int, hours: int = 2, zone: ZoneInfo = LONDON) -> dict[str, Any]:
    """The times of a meeting."""
    start = datetime(*when, tzinfo=zone)
    return {"starts_at": start, "ends_at": start + timedelta(hours=hours)}


def test_a_meeting_stands_on_its_day_and_leads_to_its_page(client: Client) -> None:
    page = meeting("Spring meeting", **at(2030, 3, 29, 10))

    cell = on(client, "2030-03-29")

    assert cell.find("a", string="Spring meeting")["href"] == page.url
    assert "Friday" in cell.get_text()
    assert "Spring meeting" not in on(client, "2030-03-28").get_text()


def test_a_meeting_over_several_days_stands_on_each_and_at_midnight_is_over(client: Client) -> None:
    meeting("Away days", **at(2030, 3, 30, 10, hours=38))

    for day in ("2030-03-30", "2030-03-31"):
        assert "Away days" in on(client, day).get_text()
    assert "Away days" not in on(client, "2030-04-01").get_text()


def test_the_day_is_that_of_the_place(client: Client) -> None:
    zone = ZoneInfo("America/New_York")
    meeting("Evening call", time_zone=zone.key, **at(2030, 4, 30, 21, zone=zone))

    assert "Evening call" in on(client, "2030-04-30").get_text()
    assert "Evening call" not in on(client, "2030-05-01").get_text()


def test_a_cancelled_meeting_says_so_and_a_draft_is_not_there(client: Client) -> None:
    meeting("Off", state="cancelled", **at(2030, 3, 29, 10))
    meeting("Secret", live=False, **at(2030, 3, 29, 12))

    text = on(client, "2030-03-29").get_text()

    assert "Cancelled" in text
    assert "Secret" not in text


def test_months_lead_to_each_other_and_end_somewhere(client: Client) -> None:
    page = BeautifulSoup(client.get(f"{INDEX}month/2030/1/").content, "html.parser")

    assert page.find("a", rel="prev")["href"] == f"{INDEX}month/2029/12/"
    assert page.find("a", rel="next")["href"] == f"{INDEX}month/2030/2/"
    assert "no meeting in this month" in page.get_text()
    for nowhere in ("2030/0", "2030/13", "1999/12", "2101/1", "0/1", "99999999999999999999/1"):
        assert client.get(f"{INDEX}month/{nowhere}/").status_code == 404


def test_the_list_leads_to_months_and_calendars(client: Client) -> None:
    page = BeautifulSoup(client.get(INDEX).content, "html.parser")

    assert page.find("a", href=lambda to: to and "/month/" in to)
    subscribe = page.find("a", href=lambda to: to and to.startswith("webcal://"))["href"]
    assert subscribe.endswith("/working-group/meetings/calendar.ics")


def test_a_sheet_has_whole_weeks_and_marks_today() -> None:
    sheet = month_of(date(2030, 2, 1), [], today=date(2030, 2, 14))

    assert all(len(week) == 7 for week in sheet.weeks)
    days = [day for week in sheet.weeks for day in week]
    assert [day.date.day for day in days if day.is_in_month] == list(range(1, 29))
    assert [day.date for day in days if day.is_today] == [date(2030, 2, 14)]


def test_a_meeting_elsewhere_stands_with_its_own_time_and_says_whose(client: Client) -> None:
    zone = ZoneInfo("America/New_York")
    page = meeting("Evening call", time_zone=zone.key, **at(2030, 4, 30, 21, zone=zone))

    cell = " ".join(on(client, "2030-04-30").get_text().split())
    card = BeautifulSoup(client.get(INDEX).content, "html.parser").find("article")

    assert "9 p.m. (New York time)" in cell
    said = " ".join(card.get_text(" ").split())
    assert "30 Apr 2030" in said  # the plate, which is by the day there
    assert "Tuesday 30 April 2030, 9 p.m." in said
    assert "(New York time)" in said
    assert "(New York time)" in client.get(page.url).content.decode()
    meeting("At home", **at(2030, 4, 30, 21))
    assert "London time)" not in client.get(INDEX).content.decode()


@pytest.mark.parametrize(
    "address", ["0/1", "1999/12", "2101/1", "9999/12", "99999999/1", "2030/13"]
)
def test_a_month_that_there_is_not_is_not_found(client: Client, address: str) -> None:
    assert client.get(f"{INDEX}month/{address}/").status_code == 404
