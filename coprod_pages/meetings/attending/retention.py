"""How long it is kept who came to a meeting, and what they needed."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from .models import AccessNeeds, MeetingRegistration
from .places import cancel

# Counted from the end of the meeting.
NEEDS_KEPT = timedelta(days=14)
REGISTRATIONS_KEPT = timedelta(days=90)


def erase_expired(now: datetime | None = None) -> tuple[int, int]:
    """Erase what may not be kept any longer; returns how many access needs and registrations."""
    now = now or timezone.now()
    needs = AccessNeeds.objects.filter(registration__meeting__ends_at__lt=now - NEEDS_KEPT)
    erased_needs, _by_model = needs.delete()
    over = MeetingRegistration.objects.filter(meeting__ends_at__lt=now - REGISTRATIONS_KEPT)
    count = over.count()
    over.delete()
    return erased_needs, count


def erase_person(email: str) -> int:
    """Erase every registration of `email`; a place somebody had goes to who waits longest."""
    rows = MeetingRegistration.objects.filter(email__iexact=email)
    for registration in rows.select_related("meeting"):
        cancel(registration, and_tell=False)
    count = rows.count()
    rows.delete()
    return count


def held_about(email: str) -> list[dict[str, Any]]:
    """What is held of registrations made with `email`."""
    rows = MeetingRegistration.objects.filter(email__iexact=email)
    names = ["reference", "meeting__title", "name", "email", "attendance", "state"]
    return list(rows.values(*names, "registered_at", "access_needs__text"))
