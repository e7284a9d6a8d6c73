"""Links that open one contribution for one purpose, and nothing else.

Whoever holds a link needs no account, so the secret in it is long, kept only as a hash, and can
be taken back. Opening a link changes nothing: mail programs open links too.
"""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from ..public_forms.link_secrets import hash_of, new_secret
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
    secret = new_secret()
    lasts = LASTS.get(purpose)
    ContributionLink.objects.create(
        contribution=contribution,
        question=question,
        purpose=purpose,
        secret_hash=hash_of(secret),
        expires_at=timezone.now() + lasts if lasts else None,
    )
    return secret


def find_link(secret: str) -> ContributionLink | None:
    """The link with this secret, if it still opens anything."""
    link = (
        ContributionLink.objects.select_related("contribution", "question")
        .filter(secret_hash=hash_of(secret))
        .first()
    )
    return link if link is not None and link.works() else None


def revoke(contribution: Contribution, purpose: Purpose) -> int:
    """Take back every link for `purpose`; returns how many."""
    links = contribution.links.filter(purpose=purpose, revoked_at=None)
    return links.update(revoked_at=timezone.now())


def address(secret: str, step: str = "") -> str:
    """Where a link leads, below the site's address."""
    if step:
        return reverse("coprod_contribution_step", args=(secret, step))
    return reverse("coprod_contribution", args=(secret,))
