"""Who is about to take a page down is told which editions go with it."""

import pytest
from django.test import Client
from django.urls import reverse

from coprod_pages.roles.groups import SITE_MANAGERS
from tests.editions.building import by_hand, edition, made, make_documents
from tests.factories import case_study, person

pytestmark = pytest.mark.django_db

SAID = "Visitors will lose these editions until somebody makes them again"


@pytest.fixture
def manager(client: Client) -> Client:
    client.force_login(person(SITE_MANAGERS))
    return client


@pytest.mark.parametrize("question", ["unpublish", "delete"])
def test_the_editions_that_hold_a_case_study_are_named(manager: Client, question: str) -> None:
    held, other = case_study("A lunch club"), case_study("A garden")
    made(by_hand("Chosen", held), title="Voices <of> 2027")
    made(by_hand("Chosen", held), title="Eating together")
    made(by_hand("Chosen", other), title="Of gardens")
    edition(by_hand("Chosen", held), title="Not published")

    screen = manager.get(reverse(f"wagtailadmin_pages:{question}", args=[held.pk])).content.decode()

    assert SAID in screen
    assert "Voices &lt;of&gt; 2027" in screen
    assert "Eating together" in screen
    assert "Of gardens" not in screen
    assert "Not published" not in screen


@pytest.mark.parametrize("question", ["unpublish", "delete"])
def test_the_pages_below_count_too(manager: Client, question: str) -> None:
    held = case_study("A lunch club")
    made(by_hand("Chosen", held), title="Eating together")
    above = held.get_parent()

    screen = manager.get(reverse(f"wagtailadmin_pages:{question}", args=[above.pk]))

    assert "Eating together" in screen.content.decode()


@pytest.mark.parametrize("question", ["unpublish", "delete"])
def test_nothing_is_said_of_what_is_in_no_edition(manager: Client, question: str) -> None:
    page = case_study("A lunch club")
    make_documents()

    screen = manager.get(reverse(f"wagtailadmin_pages:{question}", args=[page.pk]))

    assert screen.status_code == 200
    assert SAID not in screen.content.decode()


def test_nothing_is_said_again_when_it_has_been_deleted(manager: Client) -> None:
    held = case_study("A lunch club")
    made(by_hand("Chosen", held))

    response = manager.post(reverse("wagtailadmin_pages:delete", args=[held.pk]), follow=True)

    assert SAID not in response.content.decode()
