"""A site whose mail waits in the outbox, and a mail server that can be told to fail."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from coprod_pages.mail.models import OutgoingMail
from coprod_pages.mail.queueing import queue
from tests.mail.mail_servers import Postbox

OUTBOX = "coprod_pages.mail.backend.OutboxBackend"


@pytest.fixture(autouse=True)
def mail_waits_in_the_outbox(settings: Any) -> None:
    """As in production; the server is one of the tests'."""
    settings.EMAIL_BACKEND = OUTBOX
    settings.COPROD_MAIL_TRANSPORT = "tests.mail.mail_servers.Postbox"
    settings.WAGTAILADMIN_BASE_URL = "https://compendium.example"


@pytest.fixture(autouse=True)
def postbox() -> Iterator[type[Postbox]]:
    """What the mail server got."""
    Postbox.reset()
    yield Postbox
    Postbox.reset()


def queue_one(to: str = "ada@example.org", **more: Any) -> OutgoingMail:
    """A message as a feature queues it."""
    said = {
        "subject": "Please confirm",
        "template": "coprod_pages/contributions/mails/confirm",
        "context": {"link": "https://compendium.example/contribute/secret/"},
        "about": "sign-in link",
        "related": "ABCDEFGH",
    }
    queue(to, **{**said, **more})
    return OutgoingMail.objects.latest("pk")


def later(**time: float) -> datetime:
    """A moment to come."""
    return timezone.now() + timedelta(**time)
