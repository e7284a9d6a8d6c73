"""What follows when a mail server says that an address of the list is not there."""

from typing import Any

from django.utils import timezone

from ..mail.models import OutgoingMail
from ..mail.models import State as MailState
from ..mail.signals import recipient_refused
from . import mails
from .models import Subscriber


def connect_signals() -> None:
    """Called once, when the app is ready."""
    recipient_refused.connect(_stop_writing, dispatch_uid="coprod_list_address_refused")


def _stop_writing(mail: OutgoingMail, **_others: Any) -> None:
    """Send nothing more to the address; the secretary sees it in the list and decides."""
    if not mail.related.startswith(f"{mails.RELATED}-"):
        return
    # What is refused at sending, and not what a mail server takes and sends back later: nobody
    # reads the letter box that such answers go to.
    email = mail.recipient.strip().lower()
    Subscriber.objects.filter(email=email).update(refused_at=timezone.now())
    OutgoingMail.objects.filter(
        related__startswith=f"{mails.RELATED}-", recipient__iexact=email, state=MailState.WAITING
    ).delete()
