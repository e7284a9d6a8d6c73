"""The feed of news: the same items as the list, narrowed alike, and quiet when nothing changed."""

from datetime import date
from xml.etree import ElementTree

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.factories import news

pytestmark = pytest.mark.django_db

FEED = "/working-group/news/feed/"
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(client: Client, query: str = "") -> list[ElementTree.Element]:
    response = client.get(f"{FEED}{query}")
    assert response["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(response.content).findall(f"{ATOM}entry")  # noqa: S314  our own


def titles(client: Client, query: str = "") -> list[str]:
    return [entry.findtext(f"{ATOM}title") for entry in entries(client, query)]


def test_the_feed_tells_of_what_is_public_by_its_date(client: Client) -> None:
    news("Old & pinned", date=date(2016, 11, 30), pinned=True)
    news("New", date=date(2017, 4, 1))
    news("Draft", live=False)
    PageViewRestriction.objects.create(
        page=news("Private"), restriction_type=PageViewRestriction.LOGIN
    )

    assert titles(client) == ["New", "Old & pinned"]
    entry = entries(client)[0]
    assert entry.find(f"{ATOM}link").get("href").startswith("http://localhost/working-group/news/")
    assert entry.findtext(f"{ATOM}published").startswith("2017-04-01")
    assert entry.findtext(f"{ATOM}id").startswith("tag:localhost,")


def test_a_summary_is_words_and_no_markup(client: Client) -> None:
    page = news("Signs")
    page.summary = "Less than <five> & more"
    page.save_revision().publish()

    summary = entries(client)[0].find(f"{ATOM}summary")

    assert summary.get("type") == "html"
    assert summary.text == "Less than &lt;five&gt; &amp; more"


def test_the_feed_is_narrowed_like_the_list(client: Client) -> None:
    page = news("Food of 2016", date=date(2016, 11, 30))
    page.tags.add("food")
    page.save_revision().publish()
    news("Other of 2016", date=date(2016, 11, 30))
    news("Of 2017", date=date(2017, 11, 30))

    assert titles(client, "?tag=food") == ["Food of 2016"]
    assert set(titles(client, "?year=2016")) == {"Food of 2016", "Other of 2016"}
    assert titles(client, "?tag=food&year=2017") == []
    assert "News: food, 2016" in client.get(f"{FEED}?tag=food&year=2016").content.decode()


def test_a_reader_that_has_it_is_told_so_until_something_changes(
    client: Client, settings: object
) -> None:
    settings.PAGE_CACHE = False  # the plugin's own mark, without the site's
    page = news("One")
    first = client.get(FEED)
    again = client.get(FEED, headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert not again.content

    page.unpublish()
    changed = client.get(FEED, headers={"if-none-match": first["ETag"]})
    assert changed.status_code == 200
    assert titles(client) == []
    empty = client.get(FEED, headers={"if-none-match": changed["ETag"]})
    assert empty.status_code == 304


def test_lists_name_the_feed_that_goes_with_them(client: Client) -> None:
    news("One", date=date(2017, 4, 1))

    assert (
        f'href="{FEED}?year=2017"' in client.get("/working-group/news/?year=2017").content.decode()
    )
