"""What a visitor asked for, and the case studies that answer it.

The listing, feeds, exports, the API and the site-wide search all use it, so that all of them
give the same case studies in the same order.
"""

from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from ..safe_text import without_unsafe_characters
from ..searching.queries import MAX_CHARACTERS
from .catalogue import Catalogue, current
from .finding import COMPARED, Found, find
from .ordering import best_first
from .terms import FACETS, LESSONS, Term

SORTS = [
    ("relevance", _("Best match")),
    ("newest", _("Newest first")),
    ("title", _("Title, A to Z")),
]
# Of the values of one facet so many are read; nobody ticks more boxes than there are.
MOST_VALUES = 100
LONGEST_SLUG = 100


class SelectionForm(forms.Form):
    """The single-valued parameters. What does not make sense is left out, never an error."""

    q = forms.CharField(required=False)
    sort = forms.ChoiceField(required=False, choices=SORTS)
    lessons = forms.ChoiceField(required=False, choices=[("1", "1")])
    exact = forms.ChoiceField(required=False, choices=[("1", "1")])


class Selection:
    """What was asked for, and the case studies that answer it."""

    def __init__(self, parameters: QueryDict, catalogue: Catalogue | None = None) -> None:
        self.catalogue = catalogue or current()
        form = SelectionForm(parameters)
        form.is_valid()
        text = without_unsafe_characters(form.cleaned_data.get("q", ""))
        self.text: str = " ".join(text[:MAX_CHARACTERS].split())
        self.lessons: bool = form.cleaned_data.get("lessons") == "1"
        self.exactly: bool = form.cleaned_data.get("exact") == "1"
        self.chosen_sort: str = form.cleaned_data.get("sort") or ""
        self.selected: dict[str, list[Term]] = {
            facet.parameter: self._read(parameters, facet.parameter) for facet in FACETS
        }

    def _read(self, parameters: QueryDict, parameter: str) -> list[Term]:
        values = parameters.getlist(parameter)[:MOST_VALUES]
        return self.catalogue.terms.read(parameter, [value[:LONGEST_SLUG] for value in values])

    @cached_property
    def found(self) -> Found:
        """What the words find in the whole collection."""
        return find(self.catalogue, self.text, self.exactly)

    @property
    def sort(self) -> str:
        """The order: as asked for, or best match for words and newest first without."""
        if self.chosen_sort == "relevance" or not self.chosen_sort:
            return "relevance" if self.found.query.clauses else "newest"
        return self.chosen_sort

    @property
    def narrowed(self) -> bool:
        """Whether anything was asked for at all."""
        return bool(self.found.query or self.lessons or any(self.selected.values()))

    def bits(self, but: str = "") -> int:
        """The case studies that answer everything asked, as a set.

        With `but`, that facet's own selection is ignored: that is what its counts are of.
        """
        bits = self.found.bits
        for parameter, terms in self.selected.items():
            if terms and parameter != but:
                bits &= self.catalogue.with_any(term.key for term in terms)
        if self.lessons and but != "lessons":
            bits &= self.catalogue.values.get(LESSONS, 0)
        return bits

    @cached_property
    def total(self) -> int:
        """How many case studies answer."""
        return self.bits().bit_count()

    @cached_property
    def total_with_all(self) -> int:
        """How many of them have all the words."""
        return (self.bits() & self.found.with_all).bit_count()

    @cached_property
    def page_ids(self) -> "PageIds":
        """The numbers of the pages that answer, in the order asked for."""
        return PageIds(self)

    def positions(self, end: int) -> Sequence[int]:
        """Where the answers stand in the catalogue, in order: the first `end`, or more."""
        if not self.narrowed and self.sort in ("newest", "title"):
            return self.catalogue.in_order(self.catalogue.visible, self.sort)
        memory = self.catalogue.remembered
        key = ("order", self.address(), self.sort)
        # Nearly everybody looks at the first pages, for which only few are put in order.
        if (remembered := memory.get(key)) is None and end <= COMPARED:
            key, end = ("first", *key), COMPARED
            remembered = memory.get(key)
        else:
            end = self.total
        if remembered is None:
            bits = self.bits()
            if self.sort == "relevance":
                positions = best_first(self.catalogue, self.found, bits, end)
            else:
                positions = self.catalogue.in_order(bits, self.sort, end)
            remembered = array("l", positions)
            memory.put(key, remembered)
        return remembered

    def address(self, **changes: str | None) -> str:
        """The selection as the query of an address, always in the same order.

        `changes` are as in `parameters`; the address of nothing is empty.
        """
        return urlencode(self.parameters(**changes))

    def parameters(self, **changes: str | None) -> list[tuple[str, str]]:
        """The selection as pairs. A change to `None` leaves a parameter out."""
        single = {
            "q": self.text,
            "exact": "1" if self.exactly else "",
            "lessons": "1" if self.lessons else "",
            "sort": self.chosen_sort,
            **changes,
        }
        pairs = [("q", single["q"])] if single["q"] else []
        for parameter, terms in self.selected.items():
            pairs += [(parameter, term.slug) for term in terms]
        return pairs + [(name, value) for name, value in single.items() if value and name != "q"]


class PageIds(Sequence[int]):
    """The numbers of the pages that answer a selection. Slices of it have no step.

    Of a slice that ends soon, the answers after it are not put in order.
    """

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._positions: Sequence[int] = ()

    def __len__(self) -> int:
        return self._selection.total

    def __getitem__(self, wanted: Any) -> Any:
        if not isinstance(wanted, slice):
            place = range(len(self))[wanted]  # raises IndexError as any list does
            return self[place : place + 1][0]
        start, end, _step = wanted.indices(len(self))
        if len(self._positions) < end:
            self._positions = self._selection.positions(end)
        return self._selection.catalogue.page_ids_of(self._positions[start:end])

    def __iter__(self) -> Iterator[int]:
        return iter(self[:])


def without(pairs: list[tuple[str, str]], parameter: str, value: str | None = None) -> str:
    """The query of an address without a parameter, or without one of its values."""
    return urlencode(
        [
            (name, other)
            for name, other in pairs
            if name != parameter or (value is not None and other != value)
        ]
    )
