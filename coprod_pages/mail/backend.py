"""The mail backend: it puts messages in the outbox and never talks to a mail server.

As Django's EMAIL_BACKEND it also takes what Wagtail and Django themselves send, such as notices
of a review and password resets.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from email.mime.base import MIMEBase
from email.utils import formatdate, getaddresses, make_msgid
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import DatabaseError, transaction
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from ..safe_text import one_line, without_unsafe_characters
from .models import OutgoingMail

SUBJECT_LENGTH = 255
# Every row is for one recipient; none reads who else got it.
RECIPIENT_HEADERS = {"to", "cc", "bcc"}


class OutboxBackend(BaseEmailBackend):
    """Stores messages in the caller's transaction: both are kept, or neither."""

    def send_messages(self, email_messages: Iterable[EmailMessage]) -> int:
        """Queue the messages; returns how many."""
        rows = [rows_of(message) for message in email_messages]
        try:
            # A savepoint, so that a caller who goes on after an error still can.
            with transaction.atomic():
                OutgoingMail.objects.bulk_create([row for each in rows for row in each])
        except DatabaseError:
            if not self.fail_silently:
                raise
            return 0
        return sum(1 for each in rows if each)


def rows_of(message: EmailMessage) -> list[OutgoingMail]:
    """`message` as rows, one for each recipient, cleaned of what no header may hold."""
    text, html, attachments = contents_of(message)
    said = {
        "about": one_line(str(getattr(message, "about", "") or _("notice from the site")))[:100],
        "related": one_line(str(getattr(message, "related", "")))[:60],
        "from_email": one_line(str(message.from_email)),
        "reply_to": [one_line(str(address)) for address in message.reply_to],
        "subject": one_line(str(message.subject))[:SUBJECT_LENGTH],
        "text": text,
        "html": html,
        "attachments": attachments,
        "headers": headers_of(message),
    }
    recipients = {each.casefold(): each for each in addresses_in(message.recipients())}
    return [OutgoingMail(recipient=recipient, **said) for recipient in recipients.values()]


def addresses_in(values: Iterable[str]) -> Iterator[str]:
    """The bare addresses; what cannot be read as one is kept, to fail where it is seen."""
    for value in values:
        line = one_line(str(value))
        found = [address for _name, address in getaddresses([line]) if address]
        yield from found if found and all("@" in address for address in found) else [line]


def headers_of(message: EmailMessage) -> dict[str, str]:
    """The headers, with all that may not change when it is tried again."""
    given = {
        one_line(str(name)): one_line(str(value))
        for name, value in message.extra_headers.items()
        if name.lower() not in RECIPIENT_HEADERS
    }
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    ours = {
        "Message-ID": make_msgid(domain=host),
        "Date": formatdate(),
        # So that no out-of-office reply comes back (RFC 3834).
        "Auto-Submitted": "auto-generated",
    }
    names = {name.lower() for name in given}
    return {**{name: ours[name] for name in ours if name.lower() not in names}, **given}


def contents_of(message: EmailMessage) -> tuple[str, str, list[dict[str, str]]]:
    """The plain text, the HTML, and everything else as attachments."""
    text, html, attachments = str(message.body), "", []
    if message.content_subtype == "html":
        text, html = strip_tags(text), text
    for content, mimetype in getattr(message, "alternatives", []):
        if mimetype == "text/html" and not html:
            html = str(content)
        else:
            attachments.append(attachment("", content, mimetype))
    for each in message.attachments:
        if isinstance(each, MIMEBase):
            each = (each.get_filename(), each.get_payload(decode=True), each.get_content_type())
        attachments.append(attachment(*each))
    return without_unsafe_characters(text), without_unsafe_characters(html), attachments


def attachment(name: str | None, content: Any, mimetype: str | None) -> dict[str, str]:
    """A file as a row can hold it."""
    if hasattr(content, "message"):
        content = content.message()
    if hasattr(content, "as_bytes"):
        content = content.as_bytes()
    if isinstance(content, str):
        content = content.encode(errors="replace")
    return {
        "name": one_line(name or ""),
        "mimetype": one_line(mimetype or ""),
        "content": b64encode(content or b"").decode(),
    }
