"""An example that came by telephone or post, entered for somebody."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client
from wagtail.models import ModelLogEntry

from coprod_pages.contributions.choices import SentBy, State
from coprod_pages.contributions.models import Contribution, ContributionLink
from tests.contributions.at_the_desk import DESK, words

pytestmark = pytest.mark.django_db

CREATE = f"{DESK}create/"
ANSWERS = {
    "sent_by": "phone",
    "name": "Ottoline Penhaligon",
    "phone": "020 7946 0123",
    "title": "A lunch club",
    "summary": "Residents cook for each other.",
    "reach": "boroughs",
    "boroughs": ["hackney"],
    "organisation": "Friends of the Lunch Club",
    "people": "nobody",
    "naming": "anonymised",
    "consents": ["website", "edition"],
    "consent_given": "said",
}


def form_key(client: Client) -> str:
    page = BeautifulSoup(client.get(CREATE).content, "html.parser")
    return page.find("input", {"name": "form_key"})["value"]


@pytest.fixture
def at_the_desk(client: Client, reviewer: Any) -> Client:
    client.force_login(reviewer)
    return client


def test_it_is_on_the_desk_recorded_as_entered_and_no_mail_is_sent(
    at_the_desk: Client, reviewer: Any
) -> None:
    response = at_the_desk.post(CREATE, {**ANSWERS, "form_key": form_key(at_the_desk)})

    sent = Contribution.objects.get()
    assert response.url == f"{DESK}inspect/{sent.pk}/"
    assert (sent.state, sent.sent_by) == (State.NEW, SentBy.PHONE)
    assert (sent.entered_by, sent.owner) == (reviewer, None)
    assert sent.confirmed_at is not None
    assert [borough.slug for borough in sent.boroughs.all()] == ["hackney"]
    assert {consent.use for consent in sent.consents.all()} == {"website", "edition"}
    assert mail.outbox == []
    assert not ContributionLink.objects.exists()
    opened = words(at_the_desk.get(response.url))
    assert "By telephone" in opened
    assert "entered by a-reviewer" in " ".join(opened.split())
    history = words(at_the_desk.get(f"{DESK}history/{sent.pk}/"))
    assert "By telephone" in history
    assert "They said so" in history
    entry = ModelLogEntry.objects.get(action="coprod_pages.contribution.enter")
    assert "Ottoline" not in f"{entry.label} {entry.data}"


def test_a_double_click_enters_it_once(at_the_desk: Client) -> None:
    key = form_key(at_the_desk)

    for _click in range(2):
        assert at_the_desk.post(CREATE, {**ANSWERS, "form_key": key}).status_code == 302

    assert Contribution.objects.count() == 1
    assert ModelLogEntry.objects.filter(action="coprod_pages.contribution.enter").count() == 1


def test_an_editor_keeps_what_they_have_entered(client: Client, editor: Any) -> None:
    client.force_login(editor)

    response = client.post(CREATE, {**ANSWERS, "form_key": form_key(client)}, follow=True)

    assert response.status_code == 200
    assert Contribution.objects.get().owner == editor


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": "***"}, "Write what it is called"),
        ({"summary": ""}, "Write in a sentence or two"),
        ({"name": ""}, "Write their name"),
        ({"phone": ""}, "Write an e-mail address or a telephone number"),
        ({"email": "nonsense"}, "name@example.org"),
        ({"sent_by": "form"}, "not one of the available choices"),
        ({"sent_by": ""}, "Choose how it came"),
        ({"consents": ["news"]}, "Tick at least"),
        ({"consents": []}, "Tick at least"),
        ({"consent_given": ""}, "Choose how they agreed"),
        ({"naming": ""}, "Choose how they want to be named"),
        ({"form_key": "made up"}, "press the button again"),
        ({"boroughs": []}, "Choose at least one borough"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(
    at_the_desk: Client, changed: dict[str, Any], said: str
) -> None:
    answers = {**ANSWERS, "form_key": form_key(at_the_desk), **changed}

    response = at_the_desk.post(CREATE, answers)

    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 422
    assert said in page.get_text()
    assert Contribution.objects.count() == 0
    for name in ("name", "phone", "title", "organisation"):
        assert page.find("input", {"name": name}).get("value", "") == answers[name]
    assert page.find("textarea", {"name": "summary"}).get_text().strip() == answers["summary"]


def test_what_they_could_not_say_today_may_be_left_out(at_the_desk: Client) -> None:
    short = {key: value for key, value in ANSWERS.items() if key not in ("reach", "organisation")}

    response = at_the_desk.post(CREATE, {**short, "form_key": form_key(at_the_desk)})

    assert response.status_code == 302
    assert at_the_desk.get(response.url).status_code == 200
    started = at_the_desk.post(response.url, {"action": "start"}, follow=True)
    assert started.status_code == 200
