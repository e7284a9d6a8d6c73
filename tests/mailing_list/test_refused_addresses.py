"""An address that a mail server refuses for good gets nothing more, until it works again."""

from collections.abc import Iterator
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from coprod_pages.mail.models import OutgoingMail
from coprod_pages.mail.sending import send_due
from coprod_pages.mailing_list.models import ListMessage, Subscriber
from coprod_pages.mailing_list.sending import queue_next_batch
from tests.mail.mail_servers import Postbox
from tests.mailing_list.conftest import ask, link_in, mails_to, subscriber

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client, secretary: Any) -> Client:
    """The secretary, signed in."""
    client.force_login(secretary)
    return client


@pytest.fixture
def postbox() -> Iterator[type[Postbox]]:
    """What the mail server got."""
    Postbox.reset()
    yield Postbox
    Postbox.reset()


def write(subject: str) -> None:
    """Send a message to the list, as far as the outbox."""
    ListMessage.objects.create(
        subject=subject, text="Words", state="sending", began_at=timezone.now()
    )
    while queue_next_batch():
        pass


def test_an_address_that_refuses_mail_gets_nothing_more_and_the_secretary_sees_it(
    desk: Client, postbox: Any
) -> None:
    subscriber("ada@example.org")
    subscriber("bob@example.org")
    refused = SMTPRecipientsRefused({"ada@example.org": (550, b"no such user")})

    write("First")
    OutgoingMail.objects.filter(recipient="bob@example.org").delete()
    write("Second, while the first is on its way")
    postbox.refusal = refused
    send_due(limit=1)
    postbox.refusal = None
    write("Third")
    send_due()

    assert {message.to[0] for message in postbox.delivered} == {"bob@example.org"}
    listed = desk.get("/admin/coprod_pages/subscriber/?confirmed=refused").content.decode()
    assert "ada@example.org" in listed and "Address refuses mail" in listed
    assert "bob@example.org" not in listed
    # Somebody whose letter box works again comes back as they came.
    ask(Client(), "ada@example.org")
    Client().post(link_in(mails_to("ada@example.org")[-1]))
    assert (
        "ada@example.org"
        not in desk.get("/admin/coprod_pages/subscriber/?confirmed=refused").content.decode()
    )


def test_an_address_that_is_full_for_now_stays_on_the_list(postbox: Any) -> None:
    ada = subscriber("ada@example.org")
    write("Words")
    postbox.refusal = SMTPRecipientsRefused({ada.email: (452, b"mailbox full")})

    send_due()

    assert Subscriber.objects.reachable().get() == ada
