"""Reminding people of the meeting that they registered for."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from .attending import mails
from .attending.models import MeetingRegistration, RegistrationState
from .models import MeetingPage


def remind() -> int:
    """Remind, once, everybody with a place in a meeting that is near; returns how many."""
    now = timezone.now()
    meetings = MeetingPage.objects.live().filter(starts_at__gt=now, remind_days__gt=0)
    near = [
        meeting
        for meeting in meetings
        if not meeting.is_cancelled
        and meeting.starts_at <= now + timedelta(days=meeting.remind_days)
    ]
    waiting = MeetingRegistration.objects.with_place().filter(meeting__in=near, reminded_at=None)
    return sum(_remind(key) for key in waiting.values_list("pk", flat=True))


@transaction.atomic
def _remind(key: int) -> int:
    unreminded = MeetingRegistration.objects.filter(
        pk=key, reminded_at=None, state=RegistrationState.PLACE
    )
    if not unreminded.update(reminded_at=timezone.now()):
        return 0
    registration = MeetingRegistration.objects.select_related("meeting").get(pk=key)
    # Whoever registered after the day of the reminder has the details since then.
    if registration.registered_at > timezone.now() - timedelta(days=1):
        return 0
    mails.tell(registration, mails.REMINDER)
    return 1
