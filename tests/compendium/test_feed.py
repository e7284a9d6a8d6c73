"""The Atom feed: valid, in the listing's order, with ids that never change."""

import pytest
from defusedxml import ElementTree
from django.test import Client
from django.utils.dateparse import parse_datetime

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.compendium.models import CompendiumEntry
from tests.factories import OrganisationFactory, case_study

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client: Client, query: str = "") -> ElementTree:
    response = client.get(f"/compendium/feed/{query}")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.getvalue())


def text(element: ElementTree, name: str) -> str:
    return element.findtext(f"{ATOM}{name}")


def titles(client: Client, query: str = "") -> list[str]:
    return [text(entry, "title") for entry in feed(client, query).iter(f"{ATOM}entry")]


def link(element: ElementTree, relation: str) -> str:
    (found,) = (one for one in element.findall(f"{ATOM}link") if one.get("rel") == relation)
    return found.get("href")


def test_an_entry_says_what_the_case_study_is(client: Client) -> None:
    page = case_study(
        "A lunch club & more",
        summary="Older people <cook> “together”.",
        tags=["meals"],
        themes=["food"],
        lead_organisation=OrganisationFactory(name="Hackney Neighbours"),
    )

    entry = feed(client).find(f"{ATOM}entry")

    assert text(entry, "title") == "A lunch club & more"
    # The feed says that it is HTML: as such it has the words that were written.
    assert entry.find(f"{ATOM}summary").get("type") == "html"
    assert text(entry, "summary") == "Older people &lt;cook&gt; “together”."
    assert link(entry, "alternate") == page.full_url
    assert parse_datetime(text(entry, "published")) == page.first_published_at
    assert parse_datetime(text(entry, "updated")) == page.last_published_at
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Hackney Neighbours"
    terms = [category.get("term") for category in entry.findall(f"{ATOM}category")]
    assert "meals" in terms
    assert len(terms) == 2


def test_the_parameters_and_the_order_are_those_of_the_compendium(client: Client) -> None:
    case_study("B gardens", boroughs=["camden"])
    case_study("Long story", need="<p>Gardens.</p>", boroughs=["camden"])
    case_study("A gardens", boroughs=["hackney"])
    case_study("Other")

    assert titles(client) == ["Other", "A gardens", "Long story", "B gardens"]
    assert titles(client, "?q=gardens&borough=camden") == ["B gardens", "Long story"]
    assert titles(client, "?q=gardens&sort=title") == ["A gardens", "B gardens", "Long story"]
    assert titles(client, "?tag=none&q=nowhere") == []


def test_its_title_says_the_search_and_its_links_repeat_it(client: Client) -> None:
    page = case_study("A club", tags=["meals"])
    compendium = page.get_parent().full_url

    whole = feed(client)
    some = feed(
        client, "?utm=x&borough=hackney&borough=camden&tag=meals&lessons=1&q=lunch%20%3Cclub%3E"
    )

    assert text(whole, "title") == page.get_parent().title
    assert link(whole, "self") == f"{compendium}feed/"
    assert text(some, "title") == (
        f"{page.get_parent().title}: “lunch <club>”, Camden or Hackney, meals, "
        "with lessons from difficulty"
    )
    # One address for one selection, whatever order it was asked for in.
    query = "?q=lunch+%3Cclub%3E&borough=camden&borough=hackney&tag=meals&lessons=1"
    assert link(some, "self") == f"{compendium}feed/{query}"
    assert link(some, "alternate") == f"{compendium}{query}"
    assert text(some, "id") != text(whole, "id")


def test_the_id_of_an_entry_outlives_a_new_title_and_address(client: Client) -> None:
    page = case_study("A club")
    before = text(feed(client).find(f"{ATOM}entry"), "id")

    page = CaseStudyPage.objects.get(pk=page.pk)
    page.title, page.slug = "Another club", "another-club"
    page.save_revision().publish()
    entry = feed(client).find(f"{ATOM}entry")

    assert text(entry, "title") == "Another club"
    assert text(entry, "id") == before
    assert before.startswith("tag:")


def test_the_feed_is_as_new_as_its_newest_entry(client: Client) -> None:
    old = case_study("Old kingfisher")
    case_study("New story")

    assert parse_datetime(text(feed(client, "?q=kingfisher"), "updated")) == old.last_published_at
    assert text(feed(client, "?q=nowhere"), "updated") == "1970-01-01T00:00:00+00:00"


def test_control_characters_do_not_break_it(client: Client) -> None:
    page = case_study("A club")
    broken = "A\x0b club\ufffe in ]]> <town>"
    CompendiumEntry.objects.filter(pk=page.pk).update(title=broken, summary="\x1f&")

    assert titles(client, "?q=%00%0B%1F") == ["A club in ]]> <town>"]


def test_the_address_of_the_request_is_not_believed(client: Client) -> None:
    case_study("A club")

    content = client.get("/compendium/feed/", headers={"host": "127.0.0.1"}).getvalue()

    assert b"127.0.0.1" not in content
