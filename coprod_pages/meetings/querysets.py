"""Meetings, narrowed by who may see them and by when they are."""

from datetime import datetime

from django.db.models import Min, Q
from django.utils import timezone
from wagtail.query import PageQuerySet


class MeetingQuerySet(PageQuerySet):
    """Meetings, narrowed by who may see them and by when they are."""

    def visible_to_public(self) -> "MeetingQuerySet":
        """Live, and under no view restriction."""
        shown = self.live().public()
        return shown.select_related(
            "announcement", "minutes_agreement", "minutes_document"
        ).prefetch_related("decisions")

    def upcoming(self) -> "MeetingQuerySet":
        """Not over yet, soonest first. A cancelled one stays: people may still turn up."""
        return self.filter(ends_at__gte=timezone.now()).order_by("starts_at")

    def past(self) -> "MeetingQuerySet":
        """Over, latest first."""
        return self.filter(ends_at__lt=timezone.now()).order_by("-starts_at")

    def next_turn(self, now: datetime) -> datetime | None:
        """When the next of them begins or ends: from then on, something else is to be said of it."""
        coming = self.order_by().aggregate(
            begins=Min("starts_at", filter=Q(starts_at__gte=now)),
            ends=Min("ends_at", filter=Q(ends_at__gte=now)),
        )
        return min(filter(None, coming.values()), default=None)
