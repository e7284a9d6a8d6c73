"""Writing a message: templates become a text and an HTML part, and wait in the outbox."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string

LAYOUT = "coprod_pages/mail/layout.html"


class Message(EmailMultiAlternatives):
    """A message that says in a few words what it is about, for the list in the admin."""

    about = ""
    related = ""


def queue(
    to: str,
    subject: str,
    template: str,
    context: Mapping[str, Any],
    about: str,
    attachments: Iterable[tuple[str, Any, str]] = (),
    related: str = "",
    headers: Mapping[str, str] | None = None,
) -> None:
    """Queue a message to one person, in the transaction of the change that causes it.

    `template` is a path without its ending: there has to be a `.txt` (which switches escaping
    off); without an `.html`, that part is the text in the shared layout. `about` says what it is
    for, and `related` to what it belongs, both without personal data.
    """
    said = {**context, "subject": subject}
    text = render_to_string(f"{template}.txt", said)
    try:
        html = render_to_string(f"{template}.html", said)
    except TemplateDoesNotExist:
        html = render_to_string(LAYOUT, {"subject": subject, "text": text})
    message = Message(
        subject=subject, body=text, to=[to], attachments=list(attachments), headers=headers
    )
    message.about, message.related = about, related
    message.attach_alternative(html, "text/html")
    message.send()


def absolute(path: str) -> str:
    """An address for a mail: never from the host that a request names."""
    return urljoin(settings.WAGTAILADMIN_BASE_URL, path)
