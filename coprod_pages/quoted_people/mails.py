"""Every message to somebody who is quoted. Each is queued with the change that causes it."""

from typing import Any

from django.utils.translation import gettext as _

from ..mail.queueing import absolute, queue
from .links import address
from .models import QuotedPerson

TEMPLATES = "coprod_pages/quoted_people/mails"


def ask_for_yes(person: QuotedPerson, secret: str, is_reminder: bool) -> None:
    """The link to the exact text in which they are quoted, or once more."""
    subject = (
        _("We still wait for your yes or no to a text that quotes you")
        if is_reminder
        else _("You are quoted in a text: may we publish it?")
    )
    _send(person, subject, "ask", {"link": absolute(address(secret)), "is_reminder": is_reminder})


def thank(person: QuotedPerson, secret: str) -> None:
    """Thanks for the yes, with the link to take it back at any time."""
    subject = _("Thank you for your yes: how to take it back")
    _send(person, subject, "thanks", {"link": absolute(address(secret))})


def send_own_link(person: QuotedPerson, secret: str) -> None:
    """The link to take a yes back, asked for again."""
    subject = _("Your link to the text that quotes you")
    _send(person, subject, "thanks", {"link": absolute(address(secret))})


def confirm_no(person: QuotedPerson) -> None:
    """That the text is not published, in case somebody else said so."""
    _send(person, _("We do not publish the text that quotes you"), "no", {})


def _send(person: QuotedPerson, subject: str, template: str, context: dict[str, Any]) -> None:
    queue(
        person.email,
        f"{subject} ({person.reference})",
        f"{TEMPLATES}/{template}",
        {"name": person.name, "reference": person.reference, "title": person.page.title, **context},
        about=subject,
        related=person.reference,
    )
