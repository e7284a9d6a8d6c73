"""Links of subscribers: to confirm an address, and to leave with one press.

A message that was sent years ago still lets its reader leave, so those links have no end. Opening a
link changes nothing: mail programs open links too.
"""

from django.urls import reverse
from django.utils import timezone

from ..mail.queueing import absolute
from ..public_forms.link_secrets import hash_of, new_secret
from .models import KEEP_UNCONFIRMED_FOR, Purpose, Subscriber, SubscriberLink

LASTS = {Purpose.CONFIRM: KEEP_UNCONFIRMED_FOR}


def make_link(subscriber: Subscriber, purpose: Purpose) -> str:
    """A new link, as a whole address for a mail; its secret is kept nowhere."""
    secret = new_secret()
    lasts = LASTS.get(purpose)
    SubscriberLink.objects.create(
        subscriber=subscriber,
        purpose=purpose,
        secret_hash=hash_of(secret),
        expires_at=timezone.now() + lasts if lasts else None,
    )
    return absolute(reverse("coprod_list_link", args=(secret,)))


def find_link(secret: str) -> SubscriberLink | None:
    """The link with this secret, if it still opens anything."""
    links = SubscriberLink.objects.select_related("subscriber")
    link = links.filter(secret_hash=hash_of(secret)).first()
    if link is None or (link.expires_at and link.expires_at <= timezone.now()):
        return None
    return link


def list_page() -> str:
    """Where anybody can ask to be put on the list, as a whole address."""
    return absolute(reverse("coprod_list"))
