"""Links of people who are quoted: one purpose each, and nothing else."""

from datetime import timedelta

from django.urls import reverse

from ..public_forms import link_secrets
from .models import QuotedPerson, QuotedPersonLink

Purpose = QuotedPersonLink.Purpose
# The link to take a yes back works for as long as there is a yes.
LASTS = {Purpose.SIGN_OFF: timedelta(days=60)}


def make_link(person: QuotedPerson, purpose: Purpose) -> str:
    """A new link for `purpose`; returns its secret, which is kept nowhere."""
    return link_secrets.make_link(person.links, LASTS.get(purpose), purpose=purpose)


def find_link(secret: str) -> QuotedPersonLink | None:
    """The link with this secret, if it still opens anything."""
    return link_secrets.find_link(QuotedPersonLink, secret, "person", "person__page")


def revoke(person: QuotedPerson, purpose: Purpose) -> int:
    """Take back every link for `purpose`; returns how many."""
    return link_secrets.revoke(person.links, purpose=purpose)


def address(secret: str) -> str:
    """Where a link leads, below the site's address."""
    return reverse("coprod_quoted", args=(secret,))
