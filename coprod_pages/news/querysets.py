"""Which news items a visitor may see, and in which order lists show them."""

from django.db.models import Q
from django.utils import timezone
from wagtail.models import PageManager
from wagtail.query import PageQuerySet


class NewsQuerySet(PageQuerySet):
    """News, narrowed by who may see it."""

    def visible_to_public(self) -> "NewsQuerySet":
        """Live, and under no view restriction."""
        return self.live().public()

    def not_over(self) -> "NewsQuerySet":
        """Leave out what has passed its end date: it keeps its address and leaves the lists."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=timezone.localdate()))

    def listed(self) -> "NewsQuerySet":
        """What every list shows: public and not over, the pinned ones first."""
        return self.visible_to_public().not_over().order_by("-pinned", "-date", "-pk")

    def newest_first(self) -> "NewsQuerySet":
        """By the date on the item, not by when it was typed in."""
        return self.order_by("-date", "-pk")


NewsManager = PageManager.from_queryset(NewsQuerySet)
