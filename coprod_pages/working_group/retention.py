"""Erasing requests to join when their time is over."""

from collections.abc import Iterable

from django.utils import timezone

from ..public_forms.rate_limit import forget_old_counts
from .models import JoinRequest


def erase_expired() -> int:
    """Delete the requests that may not be kept any longer; returns how many."""
    forget_old_counts()
    count, _by_model = JoinRequest.objects.filter(erase_after__lt=timezone.localdate()).delete()
    return count


def held_about(email: str) -> list[dict[str, object]]:
    """Every request made with `email`, to give to the person who asks for it."""
    columns = ("reference", "name", "email", "organisation", "message", "asked_at")
    return list(JoinRequest.objects.filter(email__iexact=email).values(*columns))


def erase_listed(references: Iterable[str]) -> int:
    """Delete the requests with these references, after a restore; returns how many."""
    there = JoinRequest.objects.filter(reference__in=list(references))
    count, _by_model = there.delete()
    return count


def erase_person(email: str) -> int:
    """Delete every request made with `email`, in any case; returns how many."""
    count, _by_model = JoinRequest.objects.filter(email__iexact=email).delete()
    return count
