"""Asking in time whether a permission shall go on."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from . import mails
from .choices import Purpose, State, Use
from .links import make_link
from .models import ASK_TO_RENEW, Contribution, ContributionConsent


def ask_to_renew(today: date | None = None) -> int:
    """Write, once, to everybody whose case study would soon be shown no more; returns how many."""
    today = today or timezone.localdate()
    ending = ContributionConsent.objects.filter(
        use=Use.WEBSITE,
        withdrawn_at=None,
        renewal_asked_at=None,
        ends_on__gte=today,
        ends_on__lte=today + ASK_TO_RENEW,
        contribution__state=State.PUBLISHED,
    ).exclude(contribution__email="")
    return sum(_ask(key) for key in ending.values_list("pk", flat=True))


@transaction.atomic
def _ask(key: int) -> int:
    now = timezone.now()
    waiting = ContributionConsent.objects.filter(pk=key, renewal_asked_at=None)
    if not waiting.update(renewal_asked_at=now):
        return 0
    consent = ContributionConsent.objects.select_related("contribution").get(pk=key)
    contribution: Contribution = consent.contribution
    mails.ask_to_renew(contribution, make_link(contribution, Purpose.OWN), consent.ends_on)
    return 1
