"""Erasing addresses that nobody confirmed, and everything about one person."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from ..erasures_file import keys_of
from .models import LEFT, Subscriber


def erase_expired() -> int:
    """Delete the addresses that nobody confirmed in time; returns how many."""
    expired = Subscriber.objects.expired()
    count = expired.count()
    expired.delete()
    return count


def erase_person(email: str) -> int:
    """Take `email` off the list for good; returns how many rows it had, one or none."""
    rows = Subscriber.objects.filter(email__iexact=email.strip())
    count = rows.count()
    rows.delete()
    return count


def held_about(email: str) -> list[dict[str, Any]]:
    """What the list holds about `email`, to be given to the person who asks for it."""
    rows = Subscriber.objects.filter(email__iexact=email.strip())
    return list(rows.values("email", "name", "asked_at", "confirmed_at"))


def erase_listed(entries: Iterable[dict[str, Any]]) -> int:
    """Take everybody off again who has left, after a restore; returns how many had come back.

    Who has joined again since then, by the backup's own dates, stays.
    """
    left = {entry["subscriber"]: entry["at"] for entry in entries if entry["what"] == LEFT}
    come_back = []
    for subscriber in Subscriber.objects.all() if left else ():
        times = [left[key] for key in keys_of(subscriber.email) if key in left]
        # The list knows whole seconds.
        since = (subscriber.confirmed_at or subscriber.asked_at).replace(microsecond=0)
        if any(since <= datetime.fromisoformat(at) for at in times):
            come_back.append(subscriber.pk)
    Subscriber.objects.filter(pk__in=come_back).delete()
    return len(come_back)
