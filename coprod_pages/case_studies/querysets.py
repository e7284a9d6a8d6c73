"""The one rule of which case studies a visitor may see."""

from django.db.models import Q
from django.utils import timezone
from wagtail.models import PageManager
from wagtail.query import PageQuerySet


class CaseStudyQuerySet(PageQuerySet):
    """Case studies, narrowed by who may see them."""

    def visible_to_public(self) -> "CaseStudyQuerySet":
        """Live, under no view restriction, not expired, with every consent in force.

        Listing, search, facets, related, sitemap, API, exports, counts and editions all
        start here. `live()` alone is not public: it includes login-only pages.
        """
        return self.live().public().not_expired().consent_in_force()

    def consent_in_force(self) -> "CaseStudyQuerySet":
        """Leave out what somebody has withdrawn, or agreed to only until a day now past."""
        ended = Q(consent__withdrawn_at__isnull=False) | Q(
            consent__ends_on__lt=timezone.localdate()
        )
        return self.exclude(ended)

    def not_expired(self) -> "CaseStudyQuerySet":
        """Leave out what has passed its expiry time, also before the scheduler has run."""
        return self.filter(Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now()))

    def for_cards(self) -> "CaseStudyQuerySet":
        """With what a card in a list shows, in a fixed number of queries."""
        return self.select_related("lead_organisation").prefetch_related(
            "boroughs", "stage_rows__stage", "themes"
        )


CaseStudyManager = PageManager.from_queryset(CaseStudyQuerySet)
