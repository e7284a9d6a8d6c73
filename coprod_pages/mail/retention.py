"""Erasing messages that are done with, and everything held about one address."""

from base64 import b64decode
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from django.utils import timezone

from ..email_addresses import mention_of, normal_form
from .models import OutgoingMail


def erase_expired() -> int:
    """Delete the messages that may not be kept any longer; returns how many."""
    over = OutgoingMail.objects.filter(erase_after__lt=timezone.localdate())
    count, _by_model = over.delete()
    return count


def erase_person(email: str) -> int:
    """Delete every message to `email` or that mentions it, also those not sent yet."""
    count, _by_model = OutgoingMail.objects.filter(pk__in=keys_about(email)).delete()
    return count


def keys_about(email: str) -> list[int]:
    """The numbers of the messages to `email` or that mention it."""
    return [mail.pk for mail in _about(email)]


def held_about(email: str) -> list[dict[str, object]]:
    """Everything that is held about an address, to give to the person who asks for it.

    Of messages to others that mention it, only that they exist.
    """
    held = []
    for mail in _about(email):
        row: dict[str, object] = {
            "about": mail.about,
            "reference": mail.related,
            "state": mail.get_state_display(),
            "queued_at": mail.queued_at,
            "sent_at": mail.sent_at,
        }
        if normal_form(mail.recipient) == normal_form(email):
            row |= {"to": mail.recipient, "subject": mail.subject, "text": mail.text}
        held.append(row)
    return held


def _about(email: str) -> Iterator[OutgoingMail]:
    # Read here and not searched for by the database: capital letters, HTML and encoded links
    # hide an address from it.
    mentioned = mention_of(email)
    for mail in OutgoingMail.objects.iterator(chunk_size=200):
        if email.strip() and any(mentioned.search(text) for text in _texts_of(mail)):
            yield mail


def _texts_of(mail: OutgoingMail) -> Iterator[str]:
    yield from (mail.recipient, mail.from_email, mail.subject, mail.text)
    yield unquote(mail.text)
    yield unquote(unescape(mail.html))
    yield from mail.reply_to
    yield from mail.headers.values()
    for each in mail.attachments:
        yield each["name"]
        yield b64decode(each["content"]).decode(errors="replace")
