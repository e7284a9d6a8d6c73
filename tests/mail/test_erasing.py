"""Who got what is forgotten in time, and at once for whoever asks."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.mail import EmailMultiAlternatives
from django.core.management import call_command
from django.utils import timezone

from coprod_pages.mail.models import OutgoingMail
from coprod_pages.mail.retention import erase_expired, erase_person, held_about
from coprod_pages.mail.sending import send_due
from tests.mail.conftest import queue_one
from tests.mail.mail_servers import NOBODY_THERE, Postbox

pytestmark = pytest.mark.django_db


def send(text: str = "words", html: str = "", to: str = "ben@example.org", **more: Any) -> None:
    message = EmailMultiAlternatives("Subject", text, to=[to], **more)
    if html:
        message.attach_alternative(html, "text/html")
    message.send()


@pytest.mark.parametrize("days, left", [(30, 1), (32, 0)])
def test_a_sent_message_is_erased_after_its_time(days: int, left: int) -> None:
    queue_one()
    OutgoingMail.objects.update(next_try_at=timezone.now() - timedelta(days=days))
    send_due(now=timezone.now() - timedelta(days=days))

    erase_expired()

    assert OutgoingMail.objects.count() == left


def test_the_time_is_a_setting(settings: Any) -> None:
    settings.COPROD_SENT_MAIL_KEPT_DAYS = -1
    queue_one()
    send_due()

    assert erase_expired() == 1


def test_what_failed_is_erased_too_and_what_waits_is_not(
    settings: Any, postbox: type[Postbox]
) -> None:
    settings.COPROD_SENT_MAIL_KEPT_DAYS = -1
    queue_one()
    postbox.refusal = NOBODY_THERE
    send_due()
    waiting = queue_one()

    call_command("erase_expired_personal_data")

    assert list(OutgoingMail.objects.all()) == [waiting]


@pytest.mark.parametrize(
    "mail",
    [
        {"to": "Ada@Example.ORG"},
        {"text": "It was sent by ADA@example.org."},
        {"text": "https://site.example/?email=ada%40example.org"},
        {"html": "<p>ada&#64;example.org</p>"},
        {"reply_to": ["Ada <ada@example.org>"]},
        {"cc": ["ada@example.org"]},
        {"bcc": ["ada@example.org"]},
        {"attachments": [("people.csv", "name,ada@example.org\n", "text/csv")]},
        {"headers": {"X-Sender": "ada@example.org"}},
    ],
)
def test_erasing_a_person_takes_every_message_that_holds_their_address(mail: dict) -> None:
    send(**mail)
    send(text="To nada@example.org, x.ada@example.org, ada@example.org.uk and me-ada@example.org")
    others = OutgoingMail.objects.exclude(text__contains="nada")
    kept = OutgoingMail.objects.get(text__contains="nada")

    call_command("erase_expired_personal_data", "--email", "ada@example.org")

    assert kept in OutgoingMail.objects.all()
    assert not others.filter(recipient__iexact="ada@example.org").exists()
    if "cc" not in mail and "bcc" not in mail:
        assert OutgoingMail.objects.count() == 1


def test_erasing_nobody_erases_nothing() -> None:
    queue_one()

    assert erase_person(" ") == 0
    assert OutgoingMail.objects.count() == 1


def test_a_person_is_told_what_is_held_but_not_what_others_were_told() -> None:
    send(text="Your link", to="ada@example.org")
    send(text="ada@example.org sent something. Your secret link")

    held = held_about("ADA@example.org")

    assert sorted(row.get("text", "") for row in held) == ["", "Your link"]
    assert {row["about"] for row in held} == {"notice from the site"}
