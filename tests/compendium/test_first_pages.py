"""The first pages of many answers are found without putting the rest in order, and are the same."""

import json

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from coprod_pages.compendium import ordering, selection
from coprod_pages.compendium.catalogue import current
from tests.factories import case_study

pytestmark = pytest.mark.django_db


@pytest.fixture
def few_are_compared(monkeypatch: pytest.MonkeyPatch, settings: object) -> None:
    monkeypatch.setattr(ordering, "COMPARED", 4)
    monkeypatch.setattr(selection, "COMPARED", 4)
    settings.COPROD_CASE_STUDIES_PER_PAGE = 2
    settings.PAGE_CACHE = False


def in_title_summary_or_text(count: int) -> None:
    for number in range(count):
        said = [{"title": "Heron {}"}, {"summary": "Heron."}, {"need": "<p>A heron.</p>"}][
            number % 3
        ]
        fields = {"title": "Pond {}", "summary": "Water.", "need": "<p>Wet.</p>", **said}
        case_study(fields.pop("title").format(number), **fields)


def titles(client: Client, **parameters: object) -> list[str]:
    page = BeautifulSoup(client.get("/compendium/", parameters).content, "html.parser")
    return [heading.get_text(strip=True) for heading in page.select("main article h3")]


@pytest.mark.parametrize("order", ["relevance", "newest", "title"])
@pytest.mark.parametrize("words", ["heron", ""])
@pytest.mark.usefixtures("few_are_compared")
def test_page_by_page_is_the_order_of_the_export(client: Client, words: str, order: str) -> None:
    in_title_summary_or_text(11)
    asked = {"q": words, "sort": order}

    pages = []
    for page in (1, 2, 3, 4, 5, 6):
        current().remembered.clear()
        pages += titles(client, **asked, page=page)

    exported = json.loads(client.get("/compendium/export.json", asked).getvalue())["results"]
    assert pages == [record["title"] for record in exported]
    assert len(pages) == 11


@pytest.mark.usefixtures("few_are_compared")
def test_the_next_page_is_right_when_the_first_is_remembered(client: Client) -> None:
    in_title_summary_or_text(11)

    alone = {}
    for page in (1, 3, 6):
        current().remembered.clear()
        alone[page] = titles(client, q="heron", page=page)
    current().remembered.clear()

    for page in (1, 6, 3, 1):
        assert titles(client, q="heron", page=page) == alone[page]
