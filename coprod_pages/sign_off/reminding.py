"""Reminding those who have not answered yet: after a week, and after three."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from .asking import send_link
from .models import ContributorAgreement

REMIND_AFTER = [timedelta(days=7), timedelta(days=21)]


def remind(now: datetime | None = None) -> int:
    """Write to everybody whose answer is due, once for each time; returns how many."""
    now = now or timezone.now()
    count = 0
    for number, after in enumerate(REMIND_AFTER):
        due = ContributorAgreement.objects.filter(
            state=ContributorAgreement.State.WAITING,
            reminders_sent=number,
            asked_at__lte=now - after,
        )
        count += sum(_remind(key, number) for key in due.values_list("pk", flat=True))
    return count


@transaction.atomic
def _remind(key: int, number: int) -> bool:
    waiting = ContributorAgreement.objects.filter(
        pk=key, reminders_sent=number, state=ContributorAgreement.State.WAITING
    )
    if not waiting.update(reminders_sent=number + 1):
        return False
    agreement = ContributorAgreement.objects.select_related("contribution", "person", "page").get(
        pk=key
    )
    return send_link(agreement, is_reminder=True)
