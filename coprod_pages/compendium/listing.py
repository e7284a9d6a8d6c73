"""The compendium's list: parameters in; results, facets, chips and pages out."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Page as PaginatorPage
from django.http import QueryDict
from django.utils.translation import gettext as _

from ..conf import CASE_STUDIES_PER_PAGE
from ..paging import page_of
from . import explaining
from .borough_map import Tile
from .cards import Card, cards_for
from .facets import FacetChoice, facet_choices, lessons_count
from .map_choice import SHOW_MAP, tiles_for
from .selection import SORTS, Selection, without
from .terms import FACETS


@dataclass(frozen=True)
class Chip:
    """One choice that was made, and the query that takes it back."""

    label: str
    query: str


class Listing:
    """One page of answers with everything around it."""

    def __init__(self, parameters: QueryDict) -> None:
        self.parameters = parameters
        self.selection = Selection(parameters)
        asked = parameters.get("show", "")
        self.show_all = asked if asked in {facet.parameter for facet in FACETS} else ""
        self.map_open = asked == SHOW_MAP

    @cached_property
    def page(self) -> PaginatorPage:
        """The page asked for. A page that is not there raises `Http404`."""
        return page_of(self.selection.page_ids, CASE_STUDIES_PER_PAGE.get(), self.parameters)

    @cached_property
    def results(self) -> list[Card]:
        """The case studies of this page, in order, what was searched for marked."""
        page_ids = list(self.page.object_list)
        return cards_for(self.selection.catalogue, page_ids, self.wanted_words)

    @cached_property
    def wanted_words(self) -> frozenset[str]:
        """The normalised words to mark."""
        clauses = self.selection.found.query.clauses
        return frozenset(w for clause in clauses for phrase in clause.phrases() for w in phrase)

    @property
    def total(self) -> int:
        """How many case studies answer."""
        return self.selection.total

    @cached_property
    def facets(self) -> list[FacetChoice]:
        """Every facet with its options and their counts."""
        return facet_choices(self.selection, self.show_all)

    @cached_property
    def lessons_count(self) -> int:
        """How many of the answers have lessons from difficulty."""
        return lessons_count(self.selection)

    @cached_property
    def chips(self) -> list[Chip]:
        """The choices made, each with the way to take it back."""
        pairs = self.selection.parameters()
        chips = []
        if self.selection.text:
            chips.append(Chip(f"“{self.selection.text}”", without(pairs, "q")))
        for parameter, terms in self.selection.selected.items():
            chips += [Chip(term.name, without(pairs, parameter, term.slug)) for term in terms]
        if self.selection.lessons:
            chips.append(Chip(_("Has lessons from difficulty"), without(pairs, "lessons")))
        return chips

    @property
    def sorts(self) -> list[dict[str, Any]]:
        """The orders to choose from; best match only when there is something to match.

        The usual order has no value: whoever types words after looking at the newest gets
        the best match first, and not the newest again.
        """
        has_words = bool(self.selection.found.query.clauses)
        usual = "relevance" if has_words else "newest"
        return [
            {
                "value": "" if value == usual else value,
                "label": label,
                "selected": value == self.selection.sort,
            }
            for value, label in SORTS
            if value != "relevance" or has_words
        ]

    @cached_property
    def tiles(self) -> list[Tile]:
        """The map of boroughs: how many there are of the search without its boroughs."""
        options = next(facet.options for facet in self.facets if facet.parameter == "borough")
        return tiles_for(self.selection, options)

    @cached_property
    def coverage(self) -> str:
        """Which of the answers have all the words, where not all of them do."""
        chosen = self.selection
        best_first = chosen.sort == "relevance"
        return explaining.coverage(chosen.found, chosen.total_with_all, chosen.total, best_first)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Words that no case study has, where that is not all there is to say anyway."""
        return () if self.words_alone and not self.total else self.selection.found.unknown

    @cached_property
    def ways_on(self) -> list[explaining.WayOn]:
        """What would find something, where nothing was found."""
        return explaining.ways_on(self.selection)

    @property
    def words_alone(self) -> bool:
        """Whether words are all that was asked for."""
        return bool(self.selection.text) and len(self.chips) == 1

    @property
    def no_words(self) -> bool:
        """Whether something was typed that holds no word at all."""
        return bool(self.selection.text) and not self.selection.found.query

    @property
    def query(self) -> str:
        """The address of this selection, without the page."""
        return self.selection.address()

    @property
    def query_of_pages(self) -> str:
        """The address of this selection as it is shown, for the links to its other pages."""
        return self.selection.address(show=self.shown_in_full)

    @property
    def shown_in_full(self) -> str:
        """What is shown in full: a facet, the map or nothing."""
        return self.show_all or (SHOW_MAP if self.map_open else "")

    @property
    def exact_query(self) -> str:
        """The address of the search for just what was typed."""
        return self.selection.address(exact="1")

    @property
    def lenient_query(self) -> str:
        """The address of the search that also corrects and completes what was typed."""
        return self.selection.address(exact=None)

    @property
    def suggested_query(self) -> str:
        """The address of the search for what may have been meant."""
        return self.selection.address(q=self.selection.found.suggestion, exact=None)


def listing_for(parameters: QueryDict) -> Listing:
    """The list that answers `parameters`."""
    return Listing(parameters)
