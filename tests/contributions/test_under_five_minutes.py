"""From the front page to a sent example in under five minutes on a telephone."""

import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client

from coprod_pages.contributions.form_pages import STEPS

from .conftest import ANSWERS, EXAMPLE, START, Visitor, link_in

pytestmark = pytest.mark.django_db

MOST_SCREENS = 7
MOST_WORDS = 450
MOST_QUESTIONS = 12


def words_on(page: BeautifulSoup) -> list[str]:
    """What somebody reads who reads everything: not what is folded away or for programs."""
    main = page.main
    for away in main.select("details:not([open]) > :not(summary), .not-for-people"):
        away.decompose()
    for away in main.select(".visually-hidden, textarea, [id=id_boroughs] .choices__list"):
        away.decompose()
    return re.findall(r"\w[\w’.@-]*", main.get_text(" "))


def screens(visitor: Visitor) -> Iterator[tuple[str, BeautifulSoup | str]]:
    """Every page on the way of somebody who makes no mistake, after the front page."""
    client = visitor.client

    def opened(address: str) -> BeautifulSoup:
        return BeautifulSoup(client.get(address, follow=True).content, "html.parser")

    yield "example", opened(START)
    without_name = {key: value for key, value in EXAMPLE.items() if key != "title"}
    visitor.begin(**without_name, title="")
    yield "story", opened(visitor.own)
    visitor.answer("story", story="")
    yield "you", opened(visitor.own)
    sent = visitor.answer("you", send="1")
    yield "look at your mail", opened(sent["Location"])
    yield "mail", mail.outbox[-1].body
    yield "confirm", opened(link_in(mail.outbox[-1]))
    confirmed = client.post(link_in(mail.outbox[-1]))
    yield "thanks", BeautifulSoup(confirmed.content, "html.parser")


def test_the_front_page_leads_straight_to_the_first_question(client: Client) -> None:
    page = BeautifulSoup(client.get("/").content, "html.parser")

    offer = page.main.find("a", string="Send us your example")

    assert offer["href"] == START


def test_the_way_is_short_enough_to_be_gone_in_five_minutes(visitor: Visitor) -> None:
    """Typing some 330 characters on a telephone takes about two minutes, and nobody can do without.

    So the rest has to be said in as much as is read in two more, at 250 words a minute, with time
    for some twenty taps. A word more here is a word that everybody reads who sends an example: say
    it once, and fold away what few need.
    """
    seen = list(screens(visitor))

    words = {
        name: re.findall(r"\w+", page) if isinstance(page, str) else words_on(page)
        for name, page in seen
    }
    counted = {name: len(on_it) for name, on_it in words.items()}
    assert "Thank you. We have it." in seen[-1][1].get_text()
    assert len(seen) <= MOST_SCREENS, counted
    assert sum(counted.values()) <= MOST_WORDS, counted


def test_twelve_questions_are_asked_of_everybody_and_the_rest_is_folded(visitor: Visitor) -> None:
    asked = [field for step in STEPS for field in step().asked()]
    visitor.begin()

    # Which boroughs is asked of those alone who said that it was in boroughs.
    assert len([field for field in asked if field.name != "boroughs"]) <= MOST_QUESTIONS
    for step in STEPS:
        page = BeautifulSoup(
            visitor.client.get(f"{visitor.own}{step.slug}/").content, "html.parser"
        )
        for name in step.folded - {"title"}:
            fold = page.find(attrs={"name": name}).find_parent("details")
            assert not fold.has_attr("open")


def test_what_was_written_under_a_fold_is_seen_again(visitor: Visitor) -> None:
    visitor.begin()
    visitor.answer("story", what_changed="Everything.", worked="")

    page = BeautifulSoup(visitor.client.get(f"{visitor.own}story/").content, "html.parser")

    fold = page.find("textarea", {"name": "what_changed"}).find_parent("details")
    assert fold.has_attr("open")


def test_an_error_under_a_fold_is_seen(visitor: Visitor) -> None:
    visitor.begin()

    response = visitor.answer("you", phone="0" * 50)

    page = BeautifulSoup(response.content, "html.parser")
    fold = page.find("input", {"name": "phone"}).find_parent("details")
    assert response.status_code == 422
    assert fold.has_attr("open")
    assert "too long" in fold.get_text()


@pytest.mark.parametrize(
    ("summary", "title"),
    [
        ("Tenants dug a garden. It took a year.", "Tenants dug a garden"),
        ("Why not? We asked.", "Why not?"),
        ("word " * 40, "word " * 15 + "word…"),
        ("w" * 300, "w" * 79 + "…"),
    ],
)
def test_what_was_given_no_name_is_called_by_how_it_begins(
    visitor: Visitor, summary: str, title: str
) -> None:
    visitor.begin(title="", summary=summary)
    for step in ANSWERS:
        visitor.answer(step)

    sent = visitor.send_and_confirm_now()

    assert sent.title == title


def test_the_last_page_sends_what_is_complete(visitor: Visitor) -> None:
    visitor.begin()
    visitor.answer("story")

    response = visitor.answer("you", send="1")

    assert response["Location"] == visitor.own
    assert len(mail.outbox) == 1


def test_the_last_page_says_what_is_missing_on_another(visitor: Visitor) -> None:
    visitor.begin()

    response = visitor.answer("you", send="1")

    page = BeautifulSoup(response.content, "html.parser")
    missing = page.find(attrs={"role": "alert"}).find("a", string="Write what was needed.")
    assert response.status_code == 422
    assert missing["href"] == f"{visitor.own}story/?check=1"
    assert page.main.find("form")["action"] == f"{visitor.own}check/"
    assert not mail.outbox


def test_whoever_corrects_something_on_the_last_page_goes_back_to_the_overview(
    visitor: Visitor,
) -> None:
    visitor.fill_in()

    page = BeautifulSoup(visitor.client.get(f"{visitor.own}you/?check=1").content, "html.parser")

    assert page.main.find("button", attrs={"name": "send"}) is None
