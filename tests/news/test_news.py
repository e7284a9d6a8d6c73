"""News: newest first, by tag, a page at a time, and only what is public."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import PageViewRestriction

from coprod_pages.taxonomy.merging import merge
from coprod_pages.taxonomy.models import Tag
from tests.factories import news

pytestmark = pytest.mark.django_db

INDEX = "/working-group/news/"


def titles(client: Client, query: str = "") -> list[str]:
    page = BeautifulSoup(client.get(f"{INDEX}{query}").content, "html.parser")
    return [link.get_text(strip=True) for link in page.select("main h2 a, main h3 a")]


def test_the_newest_comes_first_by_its_own_date(client: Client) -> None:
    news("Old", date=date(2016, 11, 30))
    news("New", date=date(2017, 4, 1))
    news("Older, typed in last", date=date(2016, 1, 1))

    assert titles(client) == ["New", "Old", "Older, typed in last"]


def test_drafts_and_private_items_are_not_listed_anywhere(client: Client) -> None:
    news("Draft item", live=False)
    private = news("Private item")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)

    for path in (INDEX, "/", "/working-group/", "/search/?query=item", "/sitemap.xml"):
        text = client.get(path).content.decode()
        assert "Draft item" not in text, path
        assert "Private item" not in text, path


def test_a_tag_narrows_the_list_also_by_its_old_name(client: Client) -> None:
    tagged = news("Tagged")
    tagged.tags.add("bme")
    tagged.save_revision().publish()
    news("Other")
    merge(Tag.objects.get(slug="bme"), Tag.objects.create(name="racial equality"))

    assert titles(client, "?tag=racial-equality") == ["Tagged"]
    assert titles(client, "?tag=bme") == ["Tagged"]


def test_a_draft_from_before_a_merge_keeps_its_tag_by_the_new_name(client: Client) -> None:
    page = news("Tagged")
    page.tags.add("zebra")
    page.save_revision().publish()
    page.tags.add("horse")
    draft = page.save_revision()
    merge(Tag.objects.get(slug="zebra"), Tag.objects.create(name="stripes"))

    draft.publish()

    assert titles(client, "?tag=stripes") == ["Tagged"]
    assert titles(client, "?tag=zebra") == ["Tagged"]
    assert "Tagged" in client.get("/search/?query=stripes").content.decode()


def test_pages_keep_the_tag_and_end_where_they_end(client: Client, settings: object) -> None:
    settings.COPROD_NEWS_PER_PAGE = 1
    for number in range(3):
        page = news(f"Item {number}", date=date(2017, 1, number + 1))
        page.tags.add("shared")
        page.save_revision().publish()

    first = BeautifulSoup(client.get(f"{INDEX}?tag=shared").content, "html.parser")
    assert "tag=shared" in first.select_one("a[rel=next]")["href"]
    assert titles(client, "?tag=shared&page=3") == ["Item 0"]
    for page in ("4", "0", "x", "%00"):
        assert client.get(f"{INDEX}?page={page}").status_code == 404


def test_an_empty_index_says_so(client: Client) -> None:
    page = BeautifulSoup(client.get(INDEX).content, "html.parser")

    assert "no news" in page.find("main").get_text().lower()
