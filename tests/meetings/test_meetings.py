"""Meetings: what is to come, what was, and what people have to know to come."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from coprod_pages.meetings.models import MeetingPage
from tests.factories import meeting

pytestmark = pytest.mark.django_db

INDEX = "/working-group/meetings/"
LONDON = ZoneInfo("Europe/London")


def main(client: Client, path: str) -> BeautifulSoup:
    response = client.get(path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").find("main")


def test_what_is_to_come_is_apart_from_what_was(client: Client) -> None:
    now = timezone.now()
    meeting("Later", starts_at=now + timedelta(days=9), ends_at=now + timedelta(days=9, hours=1))
    meeting("Sooner", starts_at=now + timedelta(days=2), ends_at=now + timedelta(days=2, hours=1))
    meeting("Going on now", starts_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=1))
    meeting("Over", starts_at=now - timedelta(days=3), ends_at=now - timedelta(days=2))
    meeting("Not announced", live=False)

    text = main(client, INDEX).get_text()

    places = [text.index(title) for title in ("Going on now", "Sooner", "Later", "Over")]
    assert places == sorted(places)
    assert "Not announced" not in text
    assert "Going on now" in main(client, "/").get_text()


def test_times_are_those_of_london_in_summer_and_winter(client: Client) -> None:
    summer = datetime(2027, 7, 1, 10, 0, tzinfo=LONDON)
    winter = datetime(2027, 1, 14, 10, 0, tzinfo=LONDON)
    for start in (summer, winter):
        page = meeting(f"In {start:%B}", starts_at=start, ends_at=start + timedelta(hours=2))

        shown = main(client, page.url)

        times = [element["datetime"] for element in shown.select("time[datetime]")]
        assert any(start.isoformat(timespec="minutes")[:16] in time for time in times), times
        assert "10:00" in shown.get_text() or "10 a.m." in shown.get_text()


def test_a_cancelled_meeting_says_so_and_stays(client: Client) -> None:
    page = meeting("Off", state="cancelled")

    assert "ancelled" in main(client, page.url).get_text()
    assert "ancelled" in main(client, INDEX).get_text()


def test_agenda_and_minutes_are_on_the_page(client: Client) -> None:
    page = meeting(minutes="<p>We agreed to meet in the evening.</p>")
    page.agenda_items.create(title="The call for examples", led_by="The chair", sort_order=0)
    page.save_revision().publish()

    text = main(client, page.url).get_text()

    assert "The call for examples" in text
    assert "The chair" in text
    assert "We agreed to meet in the evening." in text


def test_an_end_before_its_start_is_refused_in_words() -> None:
    now = timezone.now()

    with pytest.raises(ValidationError) as refused:
        meeting(starts_at=now, ends_at=now - timedelta(hours=1))

    assert "The end has to be after the start" in str(refused.value)
    assert not MeetingPage.objects.live().filter(title="Our next meeting").exists()


@pytest.mark.parametrize("slug", ["actions", "decisions", "month"])
def test_an_address_that_the_list_uses_itself_is_refused_in_words(slug: str) -> None:
    with pytest.raises(ValidationError, match="uses this address itself"):
        meeting("Actions", slug=slug)


def test_past_meetings_have_a_page_for_each_year(client: Client) -> None:
    for year, count in ((2019, 2), (2021, 7)):
        for number in range(1, count + 1):
            start = datetime(year, number, 3, 10, tzinfo=LONDON)
            meeting(f"{number} of {year}", starts_at=start, ends_at=start + timedelta(hours=2))
    start = datetime(2018, 5, 1, 10, tzinfo=LONDON)
    meeting("A draft", live=False, starts_at=start, ends_at=start + timedelta(hours=2))

    index = main(client, INDEX)
    links = {link.get_text(" ", strip=True): link["href"] for link in index.select("nav a.chip")}

    assert "7 of 2021" in index.get_text()
    assert "2 of 2019" not in index.get_text(), "only the last ones stand on the list itself"
    assert list(links.values()) == [f"{INDEX}past/2021/", f"{INDEX}past/2019/"]
    page = main(client, f"{INDEX}past/2019/")
    assert page.h1.get_text() == "Meetings of 2019"
    titles = [title.get_text(strip=True) for title in page.find_all("h3")]
    assert titles == ["2 of 2019", "1 of 2019"]
    for year in ("2018", "2020", "0", "9999", "99999"):
        assert client.get(f"{INDEX}past/{year}/").status_code == 404


def test_only_what_is_to_come_is_offered_for_the_calendar(client: Client) -> None:
    began = timezone.now() - timedelta(days=2)
    coming = meeting("To come")
    past = meeting("Before", starts_at=began, ends_at=began + timedelta(hours=1))

    assert "Add to your calendar" in client.get(coming.url).content.decode()
    assert "Add to your calendar" not in client.get(past.url).content.decode()
    assert client.get(f"{past.url}event.ics").status_code == 200
