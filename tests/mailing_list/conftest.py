"""A list whose mail waits in the outbox, and what a visitor does with a mail from it."""

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from coprod_pages.mail.models import OutgoingMail
from coprod_pages.mailing_list.joining import confirm
from coprod_pages.mailing_list.models import Subscriber

LIST = "/working-group/list/"


@pytest.fixture(autouse=True)
def mail_waits_in_the_outbox(settings: Any) -> None:
    """As in production."""
    settings.EMAIL_BACKEND = "coprod_pages.mail.backend.OutboxBackend"
    settings.COPROD_MAIL_TRANSPORT = "tests.mail.mail_servers.Postbox"
    settings.WAGTAILADMIN_BASE_URL = "https://compendium.example"


def form_key(client: Client) -> str:
    """The key of the form as it is open now."""
    page = BeautifulSoup(client.get(LIST).content, "html.parser")
    return page.find("input", {"name": "form_key"})["value"]


def ask(client: Client, email: str, **more: str) -> Any:
    """Send the form."""
    return client.post(LIST, {"email": email, "form_key": form_key(client), **more})


def mails_to(email: str) -> list[OutgoingMail]:
    """What was queued to `email`, first to last."""
    return list(OutgoingMail.objects.filter(recipient__iexact=email).order_by("pk"))


def link_in(mail: OutgoingMail) -> str:
    """The path of the secret link in a mail."""
    return re.search(r"https://compendium\.example(/working-group/list/[\w-]+/)", mail.text)[1]


def subscriber(email: str = "ada@example.org", name: str = "") -> Subscriber:
    """Somebody who has confirmed."""
    made = Subscriber.objects.create(email=email, name=name)
    confirm(made)
    made.refresh_from_db()
    return made
