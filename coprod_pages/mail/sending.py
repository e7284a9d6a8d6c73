"""Sending what waits: by as many workers as one likes, each message by one of them.

A worker takes a message with one conditional UPDATE that gives it a lease. When the worker is
killed, the lease runs out and another takes the message.

No mail can be sent exactly once for certain. One instant is left: killed after the mail server
has said yes, and before that is stored, a worker leaves a message that is sent a second time.
That instant is one UPDATE of one row. A worker asked to end (SIGTERM) finishes its message first,
so only a kill or a power cut falls into it. The copy has the same Message-ID, by which mail
servers and programs know it.
"""

import logging
import time
from base64 import b64decode
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPResponseException
from typing import Any
from uuid import uuid4

from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import DatabaseError, InterfaceError, connection, transaction
from django.db.models import F
from django.utils import timezone
from wagtail.log_actions import log

from ..conf import MAIL_TRANSPORT
from .models import OutgoingMail, State, erase_after
from .signals import recipient_refused

# Longer than a mail server takes to say no: EMAIL_TIMEOUT for each of its few answers.
LEASE = timedelta(minutes=5)
# Before the second try, the third and so on; nearly two days altogether.
PAUSES = [
    *(timedelta(minutes=minutes) for minutes in (1, 5, 15)),
    *(timedelta(hours=hours) for hours in (1, 4, 12, 24)),
]
# How often storing that a message was sent is tried again, in seconds.
PAUSES_OF_STORING = (1, 5, 20)
BATCH = 100
# What stays of a message that was sent, to find it again in the logs of a mail server.
KEPT_HEADERS = ("Message-ID", "Date")
RESEND_ACTION = "coprod_pages.mail.resend"

logger = logging.getLogger(__name__)


class NotFailed(ValueError):
    """Only what has failed for good is sent again by hand."""


@dataclass
class Counts:
    """What came of the messages that were due."""

    sent: int = 0
    put_off: int = 0
    failed: int = 0

    def add(self, more: "Counts") -> None:
        """Count `more` in."""
        self.sent += more.sent
        self.put_off += more.put_off
        self.failed += more.failed


def send_due(
    limit: int = BATCH,
    now: datetime | None = None,
    is_ending: Callable[[], bool] = lambda: False,
) -> Counts:
    """Send up to `limit` messages that are due, over one connection to the mail server.

    Ends early when the server does not answer: the others would only wait for it in turn.
    """
    counts = Counts()
    transport = get_connection(MAIL_TRANSPORT.get())
    due = OutgoingMail.objects.due(now or timezone.now()).order_by("next_try_at", "pk")
    try:
        for key in list(due.values_list("pk", flat=True)[:limit]):
            if is_ending():
                break
            mail = claim(key, now or timezone.now())
            if mail is None:
                continue
            if not _send(mail, transport, now, counts):
                break
    finally:
        _close(transport)
    return counts


def claim(key: int, now: datetime) -> OutgoingMail | None:
    """Take a message for five minutes; None when another worker was quicker."""
    lease = uuid4().hex
    taken = OutgoingMail.objects.due(now).filter(pk=key)
    if not taken.update(
        state=State.SENDING, lease=lease, next_try_at=now + LEASE, attempts=F("attempts") + 1
    ):
        return None
    return OutgoingMail.objects.filter(pk=key, lease=lease).first()


def _send(mail: OutgoingMail, transport: Any, now: datetime | None, counts: Counts) -> bool:
    """Try once; returns whether the mail server answered."""
    if mail.attempts > len(PAUSES) + 1:
        _store_failure(mail, "WorkerEnded", True, now, counts)
        return True
    answered = False
    try:
        transport.open()
        answered = True
        if transport.send_messages([message_of(mail)]) == 0:
            raise SMTPException("not accepted")
    except Exception as error:  # noqa: BLE001  whatever a transport raises, the message waits
        _close(transport)
        is_final = answered and is_permanent(error)
        with transaction.atomic():
            _store_failure(mail, in_short(error), is_final, now, counts)
            if is_final and isinstance(error, SMTPRecipientsRefused):
                recipient_refused.send(OutgoingMail, mail=mail)
        return answered
    _store_sent(mail, now or timezone.now())
    counts.sent += 1
    return True


def message_of(mail: OutgoingMail) -> EmailMultiAlternatives:
    """The message as it was queued."""
    message = EmailMultiAlternatives(
        subject=mail.subject,
        body=mail.text,
        from_email=mail.from_email,
        to=[mail.recipient],
        reply_to=mail.reply_to,
        headers=mail.headers,
    )
    if mail.html:
        message.attach_alternative(mail.html, "text/html")
    for each in mail.attachments:
        content = b64decode(each["content"])
        message.attach(each["name"] or None, content, each["mimetype"] or None)
    return message


def is_permanent(error: Exception) -> bool:
    """Whether trying again is of no use: nobody there, or no mail at all."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _words in error.recipients.values())
    if isinstance(error, SMTPDataError):
        return error.smtp_code >= 500
    return isinstance(error, ValueError)


def in_short(error: Exception) -> str:
    """The error without the server's words, in which addresses stand."""
    codes: list[int] = []
    if isinstance(error, SMTPRecipientsRefused):
        codes = sorted({code for code, _words in error.recipients.values()})
    elif isinstance(error, SMTPResponseException):
        codes = [error.smtp_code]
    return " ".join([type(error).__name__, *map(str, codes)])[:100]


def _store_sent(mail: OutgoingMail, now: datetime) -> None:
    # Whoever holds the lease by now: it is sent, and that is what has to be known. What it said
    # goes with it, as links in it open people's own pages.
    change = {
        "state": State.SENT,
        "sent_at": now,
        "erase_after": erase_after(now),
        "lease": "",
        "last_error": "",
        "text": "",
        "html": "",
        "attachments": [],
        # Of these too: the one to leave a list is a link of somebody's own.
        "headers": {name: mail.headers[name] for name in KEPT_HEADERS if name in mail.headers},
    }
    for pause in PAUSES_OF_STORING:
        try:
            OutgoingMail.objects.filter(pk=mail.pk).update(**change)
        except (DatabaseError, InterfaceError):
            connection.close()
            time.sleep(pause)
        else:
            return
    OutgoingMail.objects.filter(pk=mail.pk).update(**change)


def _store_failure(
    mail: OutgoingMail, error: str, is_final: bool, now: datetime | None, counts: Counts
) -> None:
    """Put it off, or give it up; not when another worker has it by now."""
    now = now or timezone.now()
    change: dict[str, Any] = {"last_error": error, "lease": ""}
    if is_final or mail.attempts > len(PAUSES):
        change |= {"state": State.FAILED, "erase_after": erase_after(now)}
        counts.failed += 1
        logger.error("Mail %s failed for good: %s", mail.pk, error)
    else:
        pause = PAUSES[mail.attempts - 1]
        change |= {"state": State.WAITING, "next_try_at": now + pause}
        counts.put_off += 1
        logger.warning("Mail %s not sent at try %s: %s", mail.pk, mail.attempts, error)
    OutgoingMail.objects.filter(pk=mail.pk, lease=mail.lease).update(**change)


def _close(transport: Any) -> None:
    with suppress(OSError, SMTPException):
        transport.close()


@transaction.atomic
def send_again(mail: OutgoingMail, user: Any) -> None:
    """Let a message that has failed for good be tried anew. Raises `NotFailed` for any other."""
    failed = OutgoingMail.objects.failed().filter(pk=mail.pk)
    if not failed.update(
        state=State.WAITING, attempts=0, next_try_at=timezone.now(), erase_after=None
    ):
        raise NotFailed(str(mail))
    log(instance=mail, action=RESEND_ACTION, user=user)
