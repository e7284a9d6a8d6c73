"""The one rule of which case studies a visitor may see."""

from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Left, Length
from django.dispatch import Signal
from django.utils import timezone
from wagtail.models import PageManager, PageViewRestriction
from wagtail.query import PageQuerySet

# Sent when many are changed at once, which no signal of Django's tells of.
case_studies_updated = Signal()


class CaseStudyQuerySet(PageQuerySet):
    """Case studies, narrowed by who may see them."""

    def visible_to_public(self) -> "CaseStudyQuerySet":
        """Live, under no view restriction, not expired, with every consent in force.

        Listing, search, facets, related, sitemap, API, exports, counts and editions all
        start here. `live()` alone is not public: it includes login-only pages.
        """
        return self.live().unrestricted().not_expired().consent_in_force()

    def unrestricted(self) -> "CaseStudyQuerySet":
        """Leave out what stands in a private section: Wagtail's `public()` in one query.

        It reads the restrictions first and makes a condition of each; here the database
        compares the places in the tree itself.
        """
        above = Left(OuterRef("path"), Length("page__path"))
        restricted = PageViewRestriction.objects.filter(page__path=above)
        return self.filter(~Exists(restricted))

    def consent_in_force(self) -> "CaseStudyQuerySet":
        """Leave out what somebody has withdrawn, or agreed to only until a day now past."""
        ended = Q(consent__withdrawn_at__isnull=False) | Q(
            consent__ends_on__lt=timezone.localdate()
        )
        return self.exclude(ended)

    def not_expired(self) -> "CaseStudyQuerySet":
        """Leave out what has passed its expiry time, also before the scheduler has run."""
        return self.filter(Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now()))

    def update(self, **values: Any) -> int:
        """Change all of them at once, and let everything that lists them know."""
        changed = super().update(**values)
        case_studies_updated.send(sender=self.model)
        return changed

    update.alters_data = True


CaseStudyManager = PageManager.from_queryset(CaseStudyQuerySet)
