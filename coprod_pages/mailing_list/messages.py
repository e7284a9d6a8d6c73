"""What is done with a message to the list: rewrite, check, try out, send.

Each change is one conditional UPDATE, so that a double press sends once, and nobody sends other
words than they have read.
"""

from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.log_actions import log

from . import digest, mails
from .models import Kind, ListMessage, State, Subscriber

PREFIX = "coprod_pages.listmessage"
SENT_ACTION = f"{PREFIX}.send"


class NotAsSeen(ValueError):
    """It was changed or sent since somebody looked at it."""


class NobodyOnTheList(ValueError):
    """There is nobody to send it to."""


class NoAddress(ValueError):
    """The account has no e-mail address to send a test to."""


class NotPublicAnyMore(ValueError):
    """It links to pages that have been taken down since it was put together."""

    def __init__(self, addresses: list[str]) -> None:
        super().__init__(", ".join(addresses))
        self.addresses = addresses


def rewrite(message: ListMessage, subject: str, text: str) -> None:
    """Store other words, which have to be looked at anew. Raises `NotAsSeen` when it is sent."""
    changed = ListMessage.objects.open().filter(pk=message.pk)
    if not changed.update(
        subject=subject,
        text=text,
        state=State.DRAFT,
        version=F("version") + 1,
        changed_at=timezone.now(),
    ):
        raise NotAsSeen(str(message.pk))
    message.refresh_from_db()


def check(message: ListMessage, version: int) -> None:
    """Note that somebody has looked at this version as it will arrive. Again changes nothing.

    Raises `NotAsSeen` when it was changed meanwhile, `NotPublicAnyMore` for what is gone.
    """
    _refuse_what_is_gone(message)
    seen = ListMessage.objects.open().as_seen(message, version)
    if not seen.update(state=State.CHECKED):
        raise NotAsSeen(str(message.pk))


@transaction.atomic
def send(message: ListMessage, version: int, user: Any) -> int:
    """Hand a message that was looked at over to the worker; returns to how many it goes.

    Raises `NotAsSeen` when it was changed or sent meanwhile, or nobody has looked at it;
    `NobodyOnTheList`; `NotPublicAnyMore`.
    """
    _refuse_what_is_gone(message)
    number = Subscriber.objects.reachable().count()
    if not number:
        raise NobodyOnTheList
    ready = ListMessage.objects.filter(state=State.CHECKED).as_seen(message, version)
    if not ready.update(state=State.SENDING, began_at=timezone.now(), sent_by=user):
        raise NotAsSeen(str(message.pk))
    log(instance=message, action=SENT_ACTION, user=user)
    return number


@transaction.atomic
def send_test(message: ListMessage, user: Any) -> None:
    """Send it to whoever writes it, as it will arrive. Raises `NoAddress`."""
    if not user.email:
        raise NoAddress
    mails.send_as_test(message, user.email)


@transaction.atomic
def write_digest(user: Any) -> ListMessage:
    """A draft of what was published since the last digest; the one begun, where there is one.

    Raises `digest.NothingNew` when there is nothing to tell.
    """
    begun = ListMessage.objects.open().filter(kind=Kind.DIGEST).first()
    if begun is not None:
        return begun
    now = timezone.now()
    composed = digest.compose(digest.since(now), now)
    return ListMessage.objects.create(
        kind=Kind.DIGEST,
        subject=composed.subject,
        text=composed.text,
        covers_until=now,
        lists=composed.lists,
        written_by=user,
    )


def _refuse_what_is_gone(message: ListMessage) -> None:
    gone = digest.gone_from(message)
    if gone:
        raise NotPublicAnyMore(gone)
