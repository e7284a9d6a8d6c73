"""Getting on the list, and off it again."""

from django.db import transaction
from django.utils import timezone

from ..mail.models import OutgoingMail
from ..mail.models import State as MailState
from ..public_forms.private_pages import MOST_TO_ONE
from ..public_forms.rate_limit import may_send
from . import mails
from .links import make_link
from .models import Purpose, Subscriber, unconfirmed_until


@transaction.atomic
def ask_to_confirm(email: str, name: str = "", form_key: str = "") -> None:
    """Send `email` the link that puts it on the list; for any form that offers the list.

    `email` is a checked address. Nothing is returned or raised that would tell whether it is on
    the list. With a `form_key`, the same form sent twice writes once. An address gets three such
    mails an hour at most; how often one visitor may ask is for the caller to limit.
    """
    email = email.strip().lower()
    if form_key and not may_send("list form", f"{form_key} {email}", most=1):
        return
    if not may_send("list asks", email, MOST_TO_ONE):
        return
    subscriber, _made = Subscriber.objects.get_or_create(email=email, defaults={"name": name})
    if subscriber.confirmed_at and not subscriber.refused_at:
        mails.say_already_on_it(subscriber, make_link(subscriber, Purpose.LEAVE))
        return
    # The link that goes out now is good for as long as the row.
    changes = {"erase_after": unconfirmed_until(), **({"name": name} if name else {})}
    Subscriber.objects.filter(pk=subscriber.pk, confirmed_at=None).update(**changes)
    mails.ask_to_confirm(subscriber, make_link(subscriber, Purpose.CONFIRM))


@transaction.atomic
def confirm(subscriber: Subscriber) -> None:
    """Put an address on the list. Again changes nothing."""
    # Whose address refused mail confirms anew: the link has arrived.
    waiting = Subscriber.objects.filter(pk=subscriber.pk).exclude(
        confirmed_at__isnull=False, refused_at=None
    )
    waiting.update(confirmed_at=timezone.now(), refused_at=None, erase_after=None)


@transaction.atomic
def leave(subscriber: Subscriber) -> None:
    """Take an address off the list, and back what waits to be sent to it. Again changes nothing."""
    # Locked, as the worker may be queueing a message to it now: it then waits for that.
    held = Subscriber.objects.select_for_update().filter(pk=subscriber.pk).first()
    if held is None:
        return
    held.delete()
    OutgoingMail.objects.filter(
        related__startswith=mails.RELATED, recipient__iexact=held.email, state=MailState.WAITING
    ).delete()
