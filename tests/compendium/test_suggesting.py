"""Suggestions while typing: what is offered, what never is, and that nothing breaks it."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import TagFactory, case_study

pytestmark = pytest.mark.django_db


def suggestions(client: Client, text: str) -> list[dict[str, Any]]:
    response = client.get("/compendium/suggest/", {"q": text})
    assert response.status_code == 200
    return response.json()["suggestions"]


def labels(client: Client, text: str) -> list[str]:
    return [one["label"] for one in suggestions(client, text)]


def test_places_themes_tags_and_titles_are_suggested_and_lead_there(client: Client) -> None:
    page = case_study("Harvest in the square", tags=["harbour walks"], boroughs=["haringey"])

    found = {one["label"]: one for one in suggestions(client, "har")}

    assert found["Haringey"] == {
        "label": "Haringey",
        "kind": "Place",
        "url": "/compendium/?borough=haringey",
    }
    assert found["harbour walks"]["url"] == "/compendium/?tag=harbour-walks"
    assert found["Harvest in the square"]["url"] == page.url
    assert all(client.get(one["url"]).status_code == 200 for one in found.values())


def test_several_words_are_matched_in_order_the_last_half_typed(client: Client) -> None:
    case_study("The lottery of gardens", boroughs=["tower-hamlets"])

    assert labels(client, "tower ham") == ["Tower Hamlets"]
    assert labels(client, "the lottery of gar") == ["The lottery of gardens"]
    assert labels(client, "ham tower") == []


def test_the_spellings_of_co_production_and_accents_are_one(client: Client) -> None:
    case_study("One", tags=["Co-production café"])

    for typed in ["co-prod", "coprod", "Co prod", "CO\u2011PROD", "coproduction cafe"]:
        assert labels(client, typed) == ["Co-production café"], typed


def test_another_name_of_a_tag_suggests_the_tag(client: Client) -> None:
    case_study("One", tags=["older people"])
    tag = TagFactory._meta.model.objects.get(name="older people")
    TagFactory(name="pensioners", alias_of=tag)

    assert labels(client, "pens") == ["older people"]


def test_nothing_is_suggested_that_the_public_cannot_see(client: Client) -> None:
    for title, state in [
        ("Zebra draft", {"live": False}),
        ("Zebra private", {"private": True}),
        ("Zebra withdrawn", {"withdrawn": True}),
        ("Zebra expired", {"expired": True}),
    ]:
        case_study(title, tags=["zebra crossing"], boroughs=["barnet"], **state)
    TagFactory(name="zebra unused")

    assert labels(client, "zebra") == []
    assert labels(client, "barn") == []


def test_what_begins_like_that_comes_before_what_has_it_further_on(client: Client) -> None:
    case_study("One", tags=["urban gardens"])
    case_study("Two", tags=["urban gardens", "gardening"])

    assert labels(client, "garden") == ["gardening", "urban gardens"]


def test_there_are_never_more_than_eight_nor_many_queries(client: Client) -> None:
    for number in range(12):
        case_study(f"Gardens {number}", tags=[f"garden {number}"])
    labels(client, "garden")

    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = suggestions(client, "gardens")

    assert len(found) == 8
    assert len(asked) <= 10


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "a",
        '"',
        "'",
        "*",
        "-",
        "%",
        "\\",
        "\x00",
        "ſ" * 3000,
        "a " * 3000,
        "NEAR(",
        "😀",
        "<b>",
    ],
)
def test_whatever_is_typed_is_answered(client: Client, typed: str) -> None:
    case_study("Otter")

    assert isinstance(suggestions(client, typed), list)
