"""Erasing requests to join when their time is over."""

from django.utils import timezone

from ..public_forms.rate_limit import forget_old_counts
from .models import JoinRequest


def erase_expired() -> int:
    """Delete the requests that may not be kept any longer; returns how many."""
    forget_old_counts()
    count, _by_model = JoinRequest.objects.filter(erase_after__lt=timezone.localdate()).delete()
    return count


def erase_person(email: str) -> int:
    """Delete every request made with `email`, in any case; returns how many."""
    count, _by_model = JoinRequest.objects.filter(email__iexact=email).delete()
    return count
