"""Booklets from a search and single case studies: made once, kept briefly, for anybody."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from coprod_pages.contributions.choices import Use
from coprod_pages.contributions.consents import take_back
from coprod_pages.editions import public_views
from coprod_pages.editions.making_models import Making
from coprod_pages.public_forms.keys import new_form_key
from tests.editions.building import make_documents
from tests.editions.test_permission import sent_in
from tests.factories import case_study

pytestmark = pytest.mark.django_db


def ask(client: Client, query: str = "", **fields: str) -> Any:
    """Press the button below a search."""
    given = {"form": "pdf", "length": "full", "form_key": new_form_key(), **fields}
    return client.post(f"/booklets/?{query}", given)


def test_a_search_becomes_a_booklet_in_its_order(client: Client) -> None:
    case_study("Market", boroughs=["camden"])
    case_study("Allotment", boroughs=["camden"])
    case_study("Elsewhere", boroughs=["hackney"])
    query = "borough=camden&sort=title"
    assert (
        f"/booklets/?{query}".replace("&", "&amp;")
        in client.get(f"/compendium/?{query}").content.decode()
    )
    assert "2 case studies" in client.get(f"/booklets/?{query}").content.decode()

    waiting = ask(client, query)
    page = client.get(waiting["Location"])

    assert "Your document is being made" in page.content.decode()
    assert page["Refresh"]
    make_documents()
    ready = client.get(waiting["Location"])
    assert "Your document is ready" in ready.content.decode()
    assert "Refresh" not in ready
    booklet = client.get(f"{waiting['Location']}booklet.pdf")
    assert booklet["Content-Type"] == "application/pdf"
    assert "no-store" in booklet["Cache-Control"]
    order = [pin.page.title for pin in Making.objects.get().pins.all()]
    assert order == ["Allotment", "Market"]


def test_who_asks_for_the_same_at_the_same_time_gets_the_same(client: Client) -> None:
    case_study("Market")

    first, second = ask(client, "q=market"), ask(client, "q=market")

    assert first["Location"] == second["Location"]
    assert Making.objects.count() == 1


def test_a_search_that_finds_too_many_says_how_to_narrow_it(
    client: Client, monkeypatch: Any
) -> None:
    monkeypatch.setattr("coprod_pages.editions.booklets.MOST_IN_A_BOOKLET", 1)
    case_study("Market")
    case_study("Allotment")

    page = client.get("/booklets/").content.decode()
    posted = ask(client)

    assert "A booklet can have 1 case studies, and these are 2." in page
    assert posted.status_code == 200
    assert not Making.objects.exists()


def test_nobody_has_more_than_some_booklets_in_an_hour(client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(public_views, "MOST_BOOKLETS", 1)
    case_study("Market")

    assert ask(client, "q=market").status_code == 302
    refused = ask(client, "q=allotment+market")

    assert refused.status_code == 429
    assert "Please wait an hour" in refused.content.decode()


def test_a_booklet_is_gone_after_its_hour_and_when_something_in_it_is_withdrawn(
    client: Client,
) -> None:
    story, sent = sent_in("Kingfisher")
    place = ask(client)["Location"]
    make_documents()
    assert client.get(f"{place}booklet.pdf").status_code == 200

    take_back(sent, Use.EDITION)

    assert client.get(place).status_code == 410
    assert client.get(f"{place}booklet.pdf").status_code == 410
    assert "There is nothing here" in client.get("/booklets/").content.decode()

    case_study("Market")
    place = ask(client)["Location"]
    make_documents()
    Making.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert client.get(place).status_code == 410
    make_documents()
    assert not Making.objects.exists()


def test_a_made_up_address_of_a_booklet_opens_nothing(client: Client) -> None:
    assert client.get("/booklets/made-up/").status_code == 410
    assert client.get("/booklets/made-up/booklet.pdf").status_code == 410


def test_a_case_study_is_made_once_for_each_version_of_it(client: Client) -> None:
    page = case_study("The lunch club")
    assert "case-study.pdf" in client.get(page.url).content.decode()

    for _press in range(3):
        waiting = client.get(f"{page.url}case-study.pdf")
        assert "Your document is being made" in waiting.content.decode()
    assert Making.objects.count() == 1
    make_documents()
    assert client.get(f"{page.url}case-study.pdf")["Content-Type"] == "application/pdf"
    assert Making.objects.count() == 1

    page.worked = "<p>Written anew.</p>"
    page.save_revision().publish()

    assert "being made" in client.get(f"{page.url}case-study.pdf").content.decode()
    assert client.get(f"{page.url}case-study.odt").status_code == 404


@pytest.mark.parametrize("state", [{"live": False}, {"private": True}, {"withdrawn": True}])
def test_what_is_not_public_is_no_document(client: Client, state: dict) -> None:
    page = case_study("Kingfisher", **state)

    assert client.get(f"{page.url}case-study.pdf").status_code == 404
    assert not Making.objects.exists()


def test_a_document_of_what_is_withdrawn_is_gone_at_once(client: Client) -> None:
    page, sent = sent_in("Kingfisher")
    client.get(f"{page.url}case-study.docx")
    make_documents()
    assert client.get(f"{page.url}case-study.docx").status_code == 200

    take_back(sent, Use.EDITION)

    assert client.get(f"{page.url}case-study.docx").status_code == 404
    assert "case-study.docx" not in client.get(page.url).content.decode()
