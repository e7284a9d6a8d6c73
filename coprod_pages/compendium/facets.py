"""Facets with their counts. OR inside a facet, AND across them.

The counts of a facet ignore its own selection, so that people see what choosing another
value would add.
"""

from dataclasses import dataclass
from typing import NamedTuple

from .selection import Selection
from .terms import FACETS, LESSONS, Facet

# Of a long facet so many values are shown at once, and so many more are folded away below
# them. Of more values still, the page with all of them is a link away.
SHOWN = 8
FOLDED = 40


class Option(NamedTuple):
    """One value of a facet, as a visitor sees it. A page has hundreds, so it is a plain tuple."""

    slug: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class FacetChoice:
    """A facet with its options, as the page shows it."""

    parameter: str
    label: str
    # All with results, and those selected whatever theirs, in the order of the list.
    options: list[Option]
    # The top ones, those to unfold, and how many more there are on the page with all.
    shown: list[Option]
    folded: list[Option]
    more: int = 0

    @property
    def selected_count(self) -> int:
        """How many of its values are chosen; an open facet stays open."""
        return sum(option.selected for option in self.options)


def facet_choices(selection: Selection, show_all: str = "") -> list[FacetChoice]:
    """Every facet with its options. Of the facet named `show_all` none is left out."""
    return [_choice(selection, facet, facet.parameter == show_all) for facet in FACETS]


def counts(selection: Selection, parameter: str) -> dict[str, int]:
    """How many case studies there are for each value of a facet, by the key of the value."""
    bits = selection.bits(but=parameter)
    values = selection.catalogue.values
    found = {}
    for key in selection.catalogue.terms.of[parameter]:
        number = (values.get(key, 0) & bits).bit_count()
        if number:
            found[key] = number
    return found


def lessons_count(selection: Selection) -> int:
    """How many of the answers have lessons from difficulty."""
    return (selection.bits(but="lessons") & selection.catalogue.values.get(LESSONS, 0)).bit_count()


def _choice(selection: Selection, facet: Facet, show_all: bool) -> FacetChoice:
    numbers = counts(selection, facet.parameter)
    selected = {term.key for term in selection.selected[facet.parameter]}
    options = [
        Option(term.slug, term.name, numbers.get(key, 0), key in selected)
        for key, term in selection.catalogue.terms.of[facet.parameter].items()
        if key in numbers or key in selected
    ]
    shown, folded, more = _cut(options, show_all)
    return FacetChoice(facet.parameter, str(facet.label), options, shown, folded, more)


def _cut(options: list[Option], show_all: bool) -> tuple[list[Option], list[Option], int]:
    if show_all or len(options) <= SHOWN + 1:
        return options, [], 0
    by_use = sorted(
        range(len(options)),
        key=lambda place: (not options[place].selected, -options[place].count),
    )
    # Everything selected is shown, whatever its count.
    first = max(SHOWN, sum([option.selected for option in options]))
    shown = [options[place] for place in sorted(by_use[:first])]
    folded = [options[place] for place in sorted(by_use[first : first + FOLDED])]
    return shown, folded, len(options) - len(shown) - len(folded)
