"""Links that open one contribution for one purpose, and nothing else.

Whoever holds a link needs no account, so the secret in it is long, kept only as a hash, and can
be taken back. Opening a link changes nothing: mail programs open links too.
"""

from datetime import timedelta

from django.urls import reverse

from ..public_forms import link_secrets
from .choices import Purpose
from .models import Contribution, ContributionLink, ContributionQuestion

# A link to confirm an address is good for as long as what it confirms is kept.
CONFIRM_LASTS = timedelta(days=30)
ANSWER_LASTS = timedelta(days=60)
SIGN_OFF_LASTS = timedelta(days=60)
LASTS = {
    Purpose.CONFIRM: CONFIRM_LASTS,
    Purpose.ANSWER: ANSWER_LASTS,
    Purpose.SIGN_OFF: SIGN_OFF_LASTS,
}


def make_link(
    contribution: Contribution, purpose: Purpose, question: ContributionQuestion | None = None
) -> str:
    """A new link for `purpose`; returns its secret, which is kept nowhere."""
    lasts = LASTS.get(purpose)
    return link_secrets.make_link(contribution.links, lasts, purpose=purpose, question=question)


def find_link(secret: str) -> ContributionLink | None:
    """The link with this secret, if it still opens anything."""
    return link_secrets.find_link(ContributionLink, secret, "contribution", "question")


def revoke(contribution: Contribution, purpose: Purpose) -> int:
    """Take back every link for `purpose`; returns how many."""
    return link_secrets.revoke(contribution.links, purpose=purpose)


def address(secret: str, step: str = "") -> str:
    """Where a link leads, below the site's address."""
    if step:
        return reverse("coprod_contribution_step", args=(secret, step))
    return reverse("coprod_contribution", args=(secret,))
