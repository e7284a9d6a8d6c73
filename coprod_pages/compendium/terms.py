"""The values that case studies can be narrowed by, read once for each state of the lists."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from ..case_studies.choices import Reach
from ..continuum.models import ContinuumStage
from ..searching.versions import Version
from ..taxonomy.models import Borough, EqualityGroup, OrganisationKind, Tag, Theme


@dataclass(frozen=True)
class Facet:
    """One thing to narrow by: its parameter, its name, and the list of its values."""

    parameter: str
    label: str
    model: type[Model]
    order: tuple[str, ...] = ("sort_order", "name")
    shown: dict[str, Any] = field(default_factory=dict)  # which rows people see, if not all


FACETS = [
    Facet(
        "stage",
        _("Stage of the continuum"),
        ContinuumStage,
        order=("continuum", "sort_order", "name"),
        shown={"continuum__live": True},
    ),
    Facet("theme", _("Theme"), Theme),
    Facet("borough", _("Place"), Borough, order=("name",)),
    Facet("equality", _("Who took part"), EqualityGroup),
    Facet("organisation", _("Led by"), OrganisationKind),
    Facet("tag", _("Tag"), Tag, order=("name",)),
]

# Choices of the case study itself that stand beside the boroughs.
WIDER_PLACES = (Reach.LONDON_WIDE, Reach.BEYOND_LONDON)
# No list: whether something is said to have been hard.
LESSONS = "lessons-1"


@dataclass(frozen=True)
class Term:
    """One value of a facet. `key` is how entries name it: it outlives a change of address."""

    key: str
    slug: str
    name: str
    row: Any = field(default=None, compare=False)


def key_of(parameter: str, value: int | str) -> str:
    """How an entry names a value of a facet."""
    return f"{parameter}-{value}"


class Terms:
    """All values of all facets, in the order they are shown."""

    def __init__(self) -> None:
        self.of: dict[str, dict[str, Term]] = {}  # parameter → key → term, in order
        self.by_slug: dict[str, dict[str, Term]] = {}
        self._place: dict[str, dict[str, int]] = {}
        for facet in FACETS:
            rows = facet.model.objects.filter(**facet.shown).order_by(*facet.order)
            if facet.model is Tag:
                rows = rows.select_related("alias_of")
            self._keep(facet.parameter, rows)

    def _keep(self, parameter: str, rows: Iterable[Any]) -> None:
        terms = [
            Term(key_of(parameter, place.value), place.value, str(place.label))
            for place in WIDER_PLACES
            if parameter == "borough"
        ]
        other_names = []
        for row in rows:
            if getattr(row, "alias_of", None):
                other_names.append(row)
            else:
                terms.append(Term(key_of(parameter, row.pk), row.slug, row.name, row))
        self.of[parameter] = {term.key: term for term in terms}
        self._place[parameter] = {term.key: place for place, term in enumerate(terms)}
        self.by_slug[parameter] = {term.slug: term for term in terms}
        for row in other_names:
            # An old name leads to the new one.
            self.by_slug[parameter][row.slug] = self.of[parameter][
                key_of(parameter, row.alias_of_id)
            ]

    def read(self, parameter: str, slugs: Iterable[str]) -> list[Term]:
        """The terms with these addresses, each once; what does not exist is ignored."""
        known = self.by_slug[parameter]
        return list(dict.fromkeys(known[slug] for slug in slugs if slug in known))

    def named(self, parameter: str, keys: Iterable[str]) -> list[Term]:
        """The terms of one facet among `keys`, in the facet's own order."""
        places, terms = self._place[parameter], self.of[parameter]
        known = {key for key in keys if key in places}
        return [terms[key] for key in sorted(known, key=places.__getitem__)]


_held: tuple[str, Terms] | None = None


def terms_at(version: Version) -> Terms:
    """The terms as they are at `version`."""
    global _held
    held = _held
    if held is None or held[0] != version.terms_token:
        held = (version.terms_token, Terms())
        _held = held
    return held[1]
