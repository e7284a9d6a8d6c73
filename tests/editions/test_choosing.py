"""Choosing pages for an edition in the admin: which is which, and where the window opens."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from coprod_pages.editions.models import EditionIndexPage
from tests.editions.building import by_hand, edition
from tests.factories import case_study

pytestmark = pytest.mark.django_db


def window(client: Client, address: str, **asked: str) -> str:
    """What the window in which pages are chosen says."""
    response = client.get(address, asked)
    assert response.status_code == 200, address
    said = response.content.decode()
    return json.loads(said)["html"] if said.startswith("{") else said


def test_case_studies_of_the_same_title_are_told_apart_where_they_are_chosen(
    client: Client, reviewer: Any
) -> None:
    case_study("The lunch club")
    case_study("The lunch club", slug="other", boroughs=["camden"], live=False)
    client.force_login(reviewer)
    of_type = {"page_type": "coprod_pages.casestudypage"}

    browsed = window(client, reverse("wagtailadmin_choose_page"), **of_type)
    found = window(client, reverse("wagtailadmin_choose_page_search"), q="lunch", **of_type)

    for said in (browsed, found):
        assert "Hackney" in said
        assert "Camden" in said
        assert "draft" in BeautifulSoup(said, "html.parser").get_text().lower()
    choices = BeautifulSoup(browsed, "html.parser").select("a.choose-page")
    titles = " | ".join(choice["data-admin-title"] for choice in choices)
    assert "Hackney" in titles
    assert "not public" in titles


def test_what_is_chosen_says_so_in_the_editor_and_a_draft_on_the_screen(
    client: Client, reviewer: Any
) -> None:
    draft = case_study("The lunch club", live=False)
    page = edition(by_hand("London", draft))
    client.force_login(reviewer)

    editor = client.get(reverse("wagtailadmin_pages:edit", args=(page.pk,))).content.decode()
    screen = client.get(f"/admin/coprod-editions/{page.pk}/").content.decode()

    assert "The lunch club (Hackney" in editor
    assert "It is left out until it is public" in editor
    assert "It is not public." in screen
    assert reverse("wagtailadmin_pages:view_draft", args=(draft.pk,)) in screen


def test_a_page_of_this_site_is_looked_for_on_its_top_page(client: Client, reviewer: Any) -> None:
    client.force_login(reviewer)
    index = EditionIndexPage.objects.get()
    form = reverse("wagtailadmin_pages:add", args=("coprod_pages", "editionpage", index.pk))
    address = reverse("coprod_choose_page")
    assert address in client.get(form).content.decode()

    said = window(client, address, page_type="wagtailcore.page")

    choices = BeautifulSoup(said, "html.parser").select("a.choose-page")
    titles = [choice.get_text(strip=True) for choice in choices]
    assert Site.objects.get().root_page.title in titles
    assert index.title in titles
    # Where the page that is chosen already stands: its parent comes behind the address.
    assert window(client, f"{address}{index.pk}/", page_type="wagtailcore.page")


def test_a_new_edition_is_told_to_be_saved_before_it_is_made(client: Client, reviewer: Any) -> None:
    client.force_login(reviewer)
    index = EditionIndexPage.objects.get()
    form = reverse("wagtailadmin_pages:add", args=("coprod_pages", "editionpage", index.pk))

    said = client.get(form).content.decode()

    assert "then press “Save draft” below" in said
    assert "Show the tags" in said
