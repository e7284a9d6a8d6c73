"""Somebody without an account who would like to come to a meeting."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client

from coprod_pages.meetings.models import MeetingPage

ANSWERS = {"name": "Ada Example", "email": "ada@example.org"}
LINK = "https://meet.example/secret-room"


class Guest:
    """A person with a browser."""

    def __init__(self) -> None:
        self.client = Client()

    def form_key(self, meeting: MeetingPage) -> str:
        page = BeautifulSoup(self.client.get(f"{meeting.url}attend/").content, "html.parser")
        return page.find("input", {"name": "form_key"})["value"]

    def register(self, meeting: MeetingPage, **answers: Any) -> Any:
        """Fill in the form and send it."""
        data = {**ANSWERS, "form_key": self.form_key(meeting), **answers}
        return self.client.post(f"{meeting.url}attend/", data)

    def own(self, email: str = ANSWERS["email"]) -> str:
        """The address of one's own page, from the newest mail that has it."""
        for message in reversed(mail.outbox):
            found = re.search(r"https?://[^/\s]+(/attend/\S+/)", message.body)
            if found and message.to == [email]:
                return found.group(1)
        raise AssertionError("No mail with a link.")

    def text(self, address: str) -> str:
        """What a page says."""
        response = self.client.get(address, follow=True)
        return " ".join(BeautifulSoup(response.content, "html.parser").main.get_text(" ").split())


@pytest.fixture
def guest(db: None, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[Guest]:
    """A person, who needs longer for the form than a program."""
    monkeypatch.setattr("coprod_pages.public_forms.keys.SHORTEST_TIME", -1)
    settings.COPROD_SENDINGS_PER_HOUR = 500
    yield Guest()


def subjects(email: str = ANSWERS["email"]) -> list[str]:
    """The subjects of the mails to somebody, oldest first."""
    return [message.subject for message in mail.outbox if message.to == [email]]
