"""A contributor with a browser, and what their pages say."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client

from coprod_pages.contributions.models import Contribution

START = "/contribute/start/"
EXAMPLE = {
    "title": "A garden that tenants run",
    "summary": "Tenants and the council dug it.",
    "organisation": "Tenants’ association",
    "reach": "boroughs",
    "boroughs": ["hackney"],
}
ANSWERS: dict[str, dict[str, Any]] = {
    "story": {
        "need": "A green place.",
        "story": "We met every week.\n\nThen we dug.",
        "worked": "Meeting outside.",
        "did_not_work": "Winter.",
    },
    "you": {
        "people": "nobody",
        "naming": "named",
        "name": "Ada Example",
        "email": "ada@example.org",
        "consents": ["website"],
    },
}


class Visitor:
    """Somebody without an account who fills in the form."""

    def __init__(self) -> None:
        self.client = Client()
        self.own = ""

    def form_key(self) -> str:
        page = BeautifulSoup(self.client.get(START).content, "html.parser")
        return page.find("input", {"name": "form_key"})["value"]

    def begin(self, **answers: Any) -> Any:
        """Answer the first page; from then on `own` is the address of one's own link."""
        response = self.client.post(START, {**EXAMPLE, "form_key": self.form_key(), **answers})
        if response.status_code == 302:
            self.own = re.match(r"/contribute/[\w-]{40,}/", response["Location"]).group()
        return response

    def answer(self, step: str, **answers: Any) -> Any:
        """Answer one page of questions."""
        known = EXAMPLE if step == "example" else ANSWERS.get(step, {})
        return self.client.post(f"{self.own}{step}/", {**known, **answers})

    def fill_in(self, **you: Any) -> None:
        """Answer everything, but do not send it yet."""
        self.begin()
        for step in ANSWERS:
            self.answer(step, **(you if step == "you" else {}))

    def send(self) -> Any:
        """Press the last button."""
        return self.client.post(f"{self.own}check/")

    def send_and_confirm(self, **you: Any) -> Contribution:
        """Everything up to the desk."""
        self.fill_in(**you)
        return self.send_and_confirm_now()

    def send_and_confirm_now(self) -> Contribution:
        """From the last button up to the desk."""
        self.send()
        self.client.post(link_in(mail.outbox[-1]))
        return Contribution.objects.latest("pk")

    def text(self, address: str = "") -> str:
        """What one of the pages says."""
        response = self.client.get(address or self.own, follow=True)
        return " ".join(BeautifulSoup(response.content, "html.parser").main.get_text(" ").split())


def link_in(message: Any) -> str:
    """The address, without the site, of the link in a mail."""
    return re.search(r"https?://[^/\s]+(/contribute/[\w-]+/)", message.body).group(1)


@pytest.fixture
def visitor(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visitor]:
    """A person, who needs longer for the form than a program."""
    monkeypatch.setattr("coprod_pages.public_forms.keys.SHORTEST_TIME", -1)
    yield Visitor()
