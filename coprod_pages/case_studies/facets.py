"""Facets: what case studies can be narrowed by. OR inside a facet, AND across them.

The counts of a facet ignore its own selection, so that people see what choosing another
value would add.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ..continuum.models import ContinuumStage
from ..taxonomy.models import Borough, EqualityGroup, OrganisationKind, Tag, Theme
from .choices import Reach


@dataclass(frozen=True)
class Option:
    """One value of a facet, as a visitor sees it."""

    slug: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Facet:
    """One thing to narrow by: its parameter, its name, and where its values are kept."""

    parameter: str
    label: str
    model: type[Model]
    path: str  # from a case study to the value
    order: tuple[str, ...] = ("sort_order", "name")
    # For choices of the page itself that stand beside the rows of the vocabulary.
    extra: Sequence[tuple[str, str]] = field(default=())
    extra_path: str = ""
    known_as: Callable[[Iterable[str]], list[str]] | None = None

    def read(self, values: Iterable[str]) -> list[str]:
        """The values that exist, each once; others are ignored."""
        wanted = list(dict.fromkeys(value[:100] for value in values if "\x00" not in value))[:50]
        if not wanted:
            return []
        if self.known_as:
            return self.known_as(wanted)
        known = set(self.model.objects.filter(slug__in=wanted).values_list("slug", flat=True))
        known |= {slug for slug, _label in self.extra}
        return [value for value in wanted if value in known]

    def narrow(self, pages: QuerySet, selected: Sequence[str]) -> QuerySet:
        """Those of `pages` with any of the selected values; all if none is selected."""
        if not selected:
            return pages
        has_value = Q(
            pk__in=pages.model.objects.filter(**{f"{self.path}__slug__in": selected})
            .order_by()
            .values("pk")
        )
        if self.extra:
            has_value |= Q(**{f"{self.extra_path}__in": selected})
        return pages.filter(has_value)

    def options(self, pages: QuerySet, selected: Sequence[str]) -> list[Option]:
        """The values found in `pages` with their counts, and those selected whatever theirs."""
        counts = dict(
            pages.order_by()
            .values_list(f"{self.path}__slug")
            .annotate(number=Count("pk", distinct=True))
        )
        terms = self.model.objects.filter(slug__in=[slug for slug in counts if slug] + [*selected])
        options = [
            Option(slug, name, counts.get(slug, 0), slug in selected)
            for slug, name in terms.order_by(*self.order).values_list("slug", "name")
        ]
        return [*self._extra_options(pages, selected), *options]

    def _extra_options(self, pages: QuerySet, selected: Sequence[str]) -> list[Option]:
        if not self.extra:
            return []
        counts = dict(pages.order_by().values_list(self.extra_path).annotate(number=Count("pk")))
        return [
            Option(slug, str(label), counts.get(slug, 0), slug in selected)
            for slug, label in self.extra
            if counts.get(slug) or slug in selected
        ]


def preferred_tags(slugs: Iterable[str]) -> list[str]:
    """The addresses of the preferred tags for `slugs`; an old name leads to the new one."""
    tags = {
        tag.slug: tag.preferred.slug
        for tag in Tag.objects.filter(slug__in=slugs).select_related("alias_of")
    }
    return list(dict.fromkeys(tags[slug] for slug in slugs if slug in tags))


FACETS = [
    Facet("stage", _("Stage of the continuum"), ContinuumStage, "stage_rows__stage"),
    Facet("theme", _("Theme"), Theme, "themes"),
    Facet(
        "borough",
        _("Place"),
        Borough,
        "boroughs",
        order=("name",),
        extra=(
            (Reach.LONDON_WIDE.value, Reach.LONDON_WIDE.label),
            (Reach.BEYOND_LONDON.value, Reach.BEYOND_LONDON.label),
        ),
        extra_path="reach",
    ),
    Facet("equality", _("Who took part"), EqualityGroup, "equality_groups"),
    Facet("organisation", _("Led by"), OrganisationKind, "lead_organisation__kind"),
    Facet("tag", _("Tag"), Tag, "tags", order=("name",), known_as=preferred_tags),
]
