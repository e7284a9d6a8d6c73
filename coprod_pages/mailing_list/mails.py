"""Every mail of the list. Each is queued with the change that causes it."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from ..mail.queueing import queue
from .links import list_page
from .models import ListMessage, Subscriber
from .wording import as_html, as_text

TEMPLATES = "coprod_pages/mailing_list/mails"
MESSAGE = f"{TEMPLATES}/message"
# What mails of the list belong to begins so in the outbox.
RELATED = "list"


def ask_to_confirm(subscriber: Subscriber, link: str) -> None:
    """The link that proves that the address is the reader's. It says nothing that a stranger
    could have typed into the form."""
    subject = _("Please confirm that you want our e-mails")
    queue(
        subscriber.email,
        subject,
        f"{TEMPLATES}/confirm",
        {"link": link},
        about=_("confirming an address of the list"),
        related=f"{RELATED}-confirm",
    )


def say_already_on_it(subscriber: Subscriber, link: str) -> None:
    """To somebody who asks and is on the list: that they are, and how to leave."""
    queue(
        subscriber.email,
        _("You are on our mailing list already"),
        f"{TEMPLATES}/already",
        {"link": link},
        about=_("asked for the list again"),
        related=f"{RELATED}-confirm",
        headers=headers(link),
    )


def send(message: ListMessage, subscriber: Subscriber, link: str) -> None:
    """`message` to one person on the list."""
    queue(
        subscriber.email,
        message.subject,
        MESSAGE,
        context_of(message, link),
        about=_("message to the list"),
        related=f"{RELATED}-{message.pk}",
        headers=headers(link),
    )


def send_as_test(message: ListMessage, email: str) -> None:
    """`message` to whoever writes it, as it will arrive; its link to leave leads to the list."""
    queue(
        email,
        _("Test: %(subject)s") % {"subject": message.subject},
        MESSAGE,
        context_of(message, list_page()),
        about=_("test of a message to the list"),
        related=f"test-{message.pk}",
    )


def preview(message: ListMessage) -> tuple[str, str]:
    """The text and the HTML of `message` as they will arrive, but for the link to leave."""
    context = {**context_of(message, list_page()), "subject": message.subject}
    return render_to_string(f"{MESSAGE}.txt", context), render_to_string(f"{MESSAGE}.html", context)


def context_of(message: ListMessage, link: str) -> dict[str, Any]:
    """What the templates of a message need."""
    return {"html": as_html(message.text), "plain": as_text(message.text), "link": link}


def headers(link: str) -> dict[str, str]:
    """What lets a mail program show a button to leave: RFC 2369, RFC 2919 and RFC 8058."""
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    return {
        "List-Id": f"<working-group.{host}>",
        "List-Unsubscribe": f"<{link}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
