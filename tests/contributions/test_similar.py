"""What looks like an example is pointed out."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.contributions.at_the_desk import DESK
from tests.factories import case_study, contribution

pytestmark = pytest.mark.django_db


def similar(user: Any, sent: Any) -> list[str]:
    """The titles that are pointed out on the page of `sent`, in their order."""
    client = Client()
    client.force_login(user)
    page = BeautifulSoup(client.get(f"{DESK}inspect/{sent.pk}/").content, "html.parser")
    heading = page.find("h2", string="Looks like")
    return [link.get_text() for link in heading.find_next("ul").find_all("a")]


def test_public_case_studies_with_its_words_come_up_nearest_first(reviewer: Any) -> None:
    case_study("Lunch club of Camden", boroughs=["camden"])
    case_study("Lunch club of Hackney", boroughs=["hackney"])
    case_study("Lunch club in a drawer", live=False)
    case_study("Lunch club taken back", withdrawn=True)
    case_study("A new park", summary="Trees.", need="", story=[], worked="")
    sent = contribution(title='A "lunch" -club', boroughs=["hackney"])

    assert similar(reviewer, sent) == ["Lunch club of Hackney", "Lunch club of Camden"]


def test_at_most_five_case_studies_come_up(reviewer: Any) -> None:
    for number in range(7):
        case_study(f"Lunch club number {number}")

    assert len(similar(reviewer, contribution(title="Lunch club"))) == 5


@pytest.mark.parametrize("title", ["", "***", "the of and", '"" -', "NEAR(a b) OR *"])
def test_a_title_without_words_breaks_nothing(title: str, reviewer: Any) -> None:
    case_study("Lunch club")

    assert isinstance(similar(reviewer, contribution(title=title)), list)


def test_its_own_case_study_is_not_like_it(reviewer: Any) -> None:
    page = case_study("A lunch club that residents run")

    assert similar(reviewer, contribution(case_study=page)) == []


def test_others_on_the_desk_come_up_by_two_words_or_a_word_and_a_borough(reviewer: Any) -> None:
    contribution(title="Residents and their lunch clubs", boroughs=["camden"])
    contribution(title="Lunch in Hackney", boroughs=["hackney"])
    contribution(title="Lunch in Camden", boroughs=["camden"])
    contribution(title="A lunch club by a program", looks_automatic=True)
    contribution("unconfirmed", title="A lunch club not confirmed")
    sent = contribution(title="A lunch club that residents run", boroughs=["hackney"])

    found = similar(reviewer, sent)

    assert found == ["Residents and their lunch clubs", "Lunch in Hackney"]


def test_an_editor_is_not_told_of_what_they_may_not_open(editor: Any) -> None:
    contribution(title="A lunch club that residents run")
    sent = contribution(owner=editor)

    assert similar(editor, sent) == []
