"""The address of a page, which the browser writes out of the title while somebody types."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from coprod_pages.compendium.models import CompendiumPage
from coprod_pages.editions.models import EditionIndexPage, EditionPage
from tests.editor_form import edit_url, form_values, new_case_study, text_of
from tests.factories import case_study

pytestmark = pytest.mark.django_db


def new_edition(client: Client, title: str, slug: str) -> Any:
    """Save a new edition as a draft."""
    index = EditionIndexPage.objects.get()
    url = reverse("wagtailadmin_pages:add", args=("coprod_pages", "editionpage", index.pk))
    values = form_values(client.get(url).content.decode())
    empty = {"foreword": "null", "introduction": "null", "sections-count": "0"}
    return client.post(url, {**values, **empty, "title": title, "slug": slug}, follow=True)


def test_a_title_that_is_there_already_gets_the_next_free_address(
    client: Client, reviewer: Any
) -> None:
    client.force_login(reviewer)

    for _number in range(3):
        new_edition(client, "Learning from each other", "learning-from-each-other")

    addresses = [page.slug for page in EditionPage.objects.order_by("pk")]
    words = "learning-from-each-other"
    assert addresses == [words, f"{words}-2", f"{words}-3"]


def test_it_keeps_that_address_when_it_is_saved_from_the_same_form_again(
    client: Client, reviewer: Any
) -> None:
    client.force_login(reviewer)
    for _number in range(2):
        new_edition(client, "Learning", "learning")
    second = EditionPage.objects.order_by("pk").last()
    values = form_values(client.get(edit_url(second)).content.decode())
    empty = {"foreword": "null", "introduction": "null", "sections-count": "0"}

    # The form was open since before: it still has the address that was taken.
    client.post(edit_url(second), {**values, **empty, "slug": "learning"})

    assert second.get_latest_revision_as_object().slug == "learning-2"


def test_other_pages_of_ours_do_so_too(client: Client, reviewer: Any) -> None:
    case_study("The lunch club")
    client.force_login(reviewer)
    parent = CompendiumPage.objects.get()
    url = reverse("wagtailadmin_pages:add", args=("coprod_pages", "casestudypage", parent.pk))

    client.post(url, new_case_study("The lunch club"))

    assert Page.objects.filter(slug="the-lunch-club-2").exists()


def test_a_taken_address_that_was_written_by_hand_is_refused_in_plain_words(
    client: Client, reviewer: Any
) -> None:
    client.force_login(reviewer)
    new_edition(client, "Learning", "learning")

    said = text_of(new_edition(client, "Voices", "learning"))

    assert "Another page beside this one has the address “learning” already." in said
    assert "parent page" not in said
    assert EditionPage.objects.count() == 1
