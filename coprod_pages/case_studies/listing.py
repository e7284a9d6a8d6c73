"""The compendium's list: parameters in; results, facets, chips and pages out.

Feeds, exports and the site-wide search use the same `Selection`, so that all of them give
the same case studies in the same order.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.core.paginator import Page as PaginatorPage
from django.db.models.functions import Lower
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..conf import CASE_STUDIES_PER_PAGE
from ..paging import page_of
from .facets import FACETS, Facet, Option
from .full_text import MAX_CHARACTERS
from .models import CaseStudyPage
from .querysets import CaseStudyQuerySet
from .search import best_first, holding, read_query

SORTS = [
    ("relevance", gettext_lazy("Best match")),
    ("newest", gettext_lazy("Newest first")),
    ("title", gettext_lazy("Title, A to Z")),
]


class SelectionForm(forms.Form):
    """The single-valued parameters. What does not make sense is left out, never an error."""

    q = forms.CharField(required=False)
    sort = forms.ChoiceField(required=False, choices=SORTS)
    lessons = forms.ChoiceField(required=False, choices=[("1", "1")])


class Selection:
    """What was asked for, and the case studies that answer it."""

    def __init__(self, parameters: QueryDict) -> None:
        form = SelectionForm(parameters)
        form.is_valid()
        self.text: str = form.cleaned_data.get("q", "")[:MAX_CHARACTERS]
        self.query = read_query(self.text)
        self.lessons: bool = form.cleaned_data.get("lessons") == "1"
        chosen_sort = form.cleaned_data.get("sort")
        self.sort: str = chosen_sort or ("relevance" if self.query else "newest")
        if self.sort == "relevance" and not self.query:
            self.sort = "newest"
        self.selected: dict[str, list[str]] = {
            facet.parameter: facet.read(parameters.getlist(facet.parameter)) for facet in FACETS
        }

    @cached_property
    def visible(self) -> CaseStudyQuerySet:
        """What everybody may see; built once, as it reads the view restrictions each time."""
        return CaseStudyPage.objects.visible_to_public()

    def case_studies(self, but: Facet | None = None) -> CaseStudyQuerySet:
        """The visible case studies that answer everything asked, in no order.

        With `but`, that facet's own selection is ignored: that is what its counts are of.
        """
        pages = holding(self.visible, self.query)
        for facet in FACETS:
            if facet is not but:
                pages = facet.narrow(pages, self.selected[facet.parameter])
        return pages.filter(has_lessons=True) if self.lessons else pages

    def ordered_ids(self) -> list[int]:
        """The keys of the answers, in the order asked for."""
        pages = self.case_studies()
        if self.sort == "relevance":
            return best_first(pages.order_by().values_list("pk", flat=True), self.query)
        order = {
            "newest": ("-first_published_at", "-pk"),
            # Capital letters do not come first, on either database.
            "title": (Lower("title"), "pk"),
        }[self.sort]
        return list(pages.order_by(*order).values_list("pk", flat=True))

    @property
    def narrowed(self) -> bool:
        """Whether anything was asked for at all."""
        return bool(self.query or self.lessons or any(self.selected.values()))


@dataclass(frozen=True)
class FacetChoice:
    """A facet with its options, as the page shows it."""

    parameter: str
    label: str
    options: list[Option]

    @property
    def selected_count(self) -> int:
        """How many of its values are chosen; an open facet stays open."""
        return sum(option.selected for option in self.options)


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

    @cached_property
    def page(self) -> PaginatorPage:
        """The page asked for. A page that is not there raises `Http404`."""
        ids = self.selection.ordered_ids()
        return page_of(ids, CASE_STUDIES_PER_PAGE.get(), self.parameters)

    @cached_property
    def results(self) -> list[CaseStudyPage]:
        """The case studies of this page, in order."""
        ids = list(self.page.object_list)
        found = self.selection.visible.for_cards().in_bulk(ids)
        return [found[page_id] for page_id in ids if page_id in found]

    @property
    def total(self) -> int:
        """How many case studies answer."""
        return self.page.paginator.count

    @cached_property
    def facets(self) -> list[FacetChoice]:
        """Every facet with its options and their counts."""
        return [
            FacetChoice(
                facet.parameter,
                str(facet.label),
                facet.options(
                    self.selection.case_studies(but=facet),
                    self.selection.selected[facet.parameter],
                ),
            )
            for facet in FACETS
        ]

    @cached_property
    def lessons_count(self) -> int:
        """How many of the answers have lessons from difficulty."""
        return self.selection.case_studies().filter(has_lessons=True).count()

    @cached_property
    def chips(self) -> list[Chip]:
        """The choices made, each with the way to take it back."""
        chips = []
        if self.selection.query:
            chips.append(Chip(f"“{self.selection.text.strip()}”", self._query_without("q")))
        for facet in self.facets:
            chips.extend(
                Chip(option.label, self._query_without(facet.parameter, option.slug))
                for option in facet.options
                if option.selected
            )
        if self.selection.lessons:
            chips.append(Chip(_("Has lessons from difficulty"), self._query_without("lessons")))
        return chips

    @property
    def sorts(self) -> list[dict[str, Any]]:
        """The orders to choose from; best match only when there is something to match."""
        return [
            {"value": value, "label": label, "selected": value == self.selection.sort}
            for value, label in SORTS
            if value != "relevance" or self.selection.query
        ]

    @property
    def query(self) -> str:
        """The address of this selection, without the page."""
        return self._query_without("page")

    def _query_without(self, parameter: str, value: str | None = None) -> str:
        query = self._known_parameters()
        if value is None:
            query.pop(parameter, None)
        else:
            query.setlist(parameter, [kept for kept in query.getlist(parameter) if kept != value])
        return query.urlencode()

    def _known_parameters(self) -> QueryDict:
        """The selection as parameters, in their own order: one address for one selection."""
        query = QueryDict(mutable=True)
        if self.selection.text.strip():
            query["q"] = self.selection.text.strip()
        for parameter, values in self.selection.selected.items():
            query.setlist(parameter, values)
        if self.selection.lessons:
            query["lessons"] = "1"
        if self.parameters.get("sort") == self.selection.sort:
            query["sort"] = self.selection.sort
        return query


def listing_for(parameters: QueryDict) -> Listing:
    """The list that answers `parameters`."""
    return Listing(parameters)
