"""Of what the compendium has no or few examples: its facets, with the values nobody has too."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Page

from .borough_map import Place, Tile, lay_tiles
from .catalogue import Catalogue
from .facets import counts
from .selection import Selection
from .terms import FACETS, Facet, Term

# With fewer case studies than this a value has few.
ENOUGH = 3
# Tags are left out: anybody may think of another one, so that none is ever missing.
COVERED = ("borough", "stage", "theme", "equality", "organisation")

NOTHING_YET = {
    "borough": gettext_lazy("We have nothing yet from %(name)s"),
    "stage": gettext_lazy("We have nothing yet on the stage “%(name)s”"),
    "theme": gettext_lazy("We have nothing yet about %(name)s"),
    "equality": gettext_lazy("We have nothing yet in which these people took part: %(name)s"),
    "organisation": gettext_lazy("We have nothing yet that was led by this kind: %(name)s"),
}


@dataclass(frozen=True)
class Covered:
    """One value of a facet, with how many public case studies have it."""

    parameter: str
    term: Term
    count: int
    newest: date | None

    @property
    def level(self) -> str:
        """How much there is, in a word."""
        if not self.count:
            return _("None")
        return _("Few") if self.count < ENOUGH else _("Enough")

    @property
    def query(self) -> str:
        """The search in the compendium for this value."""
        return f"{self.parameter}={self.term.slug}"

    @property
    def nothing_yet(self) -> str:
        """That there is none, as a sentence without its full stop."""
        return NOTHING_YET[self.parameter] % {"name": self.term.name}


@dataclass(frozen=True)
class Coverage:
    """One facet: all its values, in the order of the list."""

    parameter: str
    label: str
    values: list[Covered]

    @property
    def missing(self) -> list[Covered]:
        """The values without a case study."""
        return [value for value in self.values if not value.count]

    @property
    def few(self) -> list[Covered]:
        """The values with fewer than enough."""
        return [value for value in self.values if 0 < value.count < ENOUGH]


def coverage() -> list[Coverage]:
    """Every facet with how much there is of each of its values, in the compendium as it is now."""
    selection = Selection(QueryDict())
    newest = _newest_days(selection.catalogue)
    facets = {facet.parameter: facet for facet in FACETS}
    return [_of(selection, facets[parameter], newest) for parameter in COVERED]


def _of(selection: Selection, facet: Facet, newest: dict[str, date]) -> Coverage:
    numbers = counts(selection, facet.parameter)
    terms = selection.catalogue.terms.of[facet.parameter]
    values = [
        Covered(facet.parameter, term, numbers.get(key, 0), newest.get(key))
        for key, term in terms.items()
    ]
    return Coverage(facet.parameter, str(facet.label), values)


def _newest_days(catalogue: Catalogue) -> dict[str, date]:
    """When the newest case study of each value was published, by the key of the value."""
    shelf, days = catalogue.shelf, {}
    for position in catalogue.newest:
        published = -shelf.newest_key[position][0]
        if not published:
            break  # never published at a known time; these come last
        new = [key for key in shelf.facets[position].split() if key not in days]
        if new:
            moment = datetime.fromtimestamp(published, tz=timezone.get_current_timezone())
            days.update(dict.fromkeys(new, moment.date()))
    return days


def map_of(boroughs: Coverage) -> list[Tile]:
    """The boroughs as the tiles of the map; those with a case study lead to it."""
    return lay_tiles(_places(boroughs))


def _places(boroughs: Coverage) -> Iterator[Place]:
    for value in boroughs.values:
        row = value.term.row
        if row is None:
            continue  # wider than a borough
        words = ngettext("%(number)s case study", "%(number)s case studies", value.count)
        said = words % {"number": value.count} if value.count else _("none yet")
        yield Place(
            name=value.term.name,
            label=f"{value.term.name}: {said}",
            short=row.abbreviation,
            column=row.tile_column,
            row=row.tile_row,
            count=value.count,
            chosen=False,
            query=value.query,
        )


def context_of_coverage() -> dict[str, Any]:
    """What the page for everybody and the report for editors both show."""
    facets = coverage()
    return {"facets": facets, "tiles": map_of(facets[0]), "enough": ENOUGH}


def coverage_page(page: Page, request: HttpRequest) -> HttpResponse:
    """What is missing, for everybody who might know of an example."""
    part = {
        "title": _("What we have, and what is missing"),
        "summary": _("Where in London, and about what, we have no examples yet."),
        "address": f"{page.full_url}coverage/",
    }
    context = {**context_of_coverage(), "part": part}
    return page.render(
        request, context_overrides=context, template="coprod_pages/compendium/coverage.html"
    )
