"""The compendium's answers as the API gives them: counted, and read where a slice is taken."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from rest_framework.filters import BaseFilterBackend
from wagtail.api.v2.utils import BadRequestError
from wagtail.models import Page, Site

from ..case_studies.models import CaseStudyPage
from .catalogue import current
from .everywhere import find_everywhere
from .models import CompendiumEntry
from .selection import Selection
from .terms import FACETS, Terms

# The parameters of the compendium, for `type=coprod_pages.CaseStudyPage`.
PARAMETERS = frozenset(["q", "exact", "lessons", "sort", *(facet.parameter for facet in FACETS)])
# Parameters of Wagtail's that leave nothing out of what the compendium gives.
NOT_NARROWING = frozenset(
    [
        *("type", "limit", "offset", "fields", "format", "rich_text_format", "_"),
        *("order", "search", "search_operator"),
    ]
)
# Of these more is shown than is in the row of the page itself.
ALWAYS_WITH = ("locale", "alias_of")
ROWS_GIVEN = (*("boroughs", "themes", "equality_groups", "tagged_items__tag", "stage_rows__stage"),)


class Answers:
    """Pages in an order of ours, for Wagtail's pagination, which asks for no more than this."""

    def __init__(self, queryset: QuerySet, page_ids: Sequence[int]) -> None:
        self.queryset = queryset
        self.page_ids = page_ids

    def count(self) -> int:
        """How many there are."""
        return len(self.page_ids)

    def __getitem__(self, wanted: slice) -> list[Page]:
        page_ids = self.page_ids[wanted]
        found = {page.pk: page for page in self.queryset.filter(pk__in=page_ids)}
        return [found[key] for key in page_ids if key in found]


class AnswersFilter(BaseFilterBackend):
    """Puts the compendium's search in the place of Wagtail's."""

    def filter_queryset(
        self, request: HttpRequest, queryset: QuerySet, view: Any
    ) -> QuerySet | Answers:
        """The case studies that answer, in the compendium's order; of other pages, those found.

        Wagtail's filters narrow that further, and its `order` takes the place of ours.
        """
        of_case_studies = issubclass(queryset.model, CaseStudyPage)
        words = request.GET.get("search", "")
        with_rows = queryset.select_related(*ALWAYS_WITH)
        if of_case_studies:
            page_ids = Selection(_asked(request)).page_ids
            with_rows = with_rows.select_related("entry")
            if "fields" in request.GET:
                with_rows = with_rows.prefetch_related(*ROWS_GIVEN)
        elif words.strip():
            page_ids = find_everywhere(words).page_ids
        else:
            return with_rows
        if request.GET.get("order"):
            answers = set(page_ids)
            page_ids = [key for key in _keys(queryset) if key in answers]
        elif not of_case_studies or _narrowed(request):
            allowed = set(_keys(queryset.order_by()))
            page_ids = [key for key in page_ids if key in allowed]
        return Answers(with_rows.order_by(), page_ids)


def _keys(queryset: QuerySet) -> QuerySet:
    return queryset.values_list("pk", flat=True)


def _asked(request: HttpRequest) -> QueryDict:
    """The parameters, Wagtail's `search` being our `q`."""
    parameters = request.GET.copy()
    if "search" in parameters:
        if "q" in parameters:
            raise BadRequestError("q and search are two names of one thing: give one of them")
        parameters["q"] = parameters["search"]
    return parameters


def _narrowed(request: HttpRequest) -> bool:
    """Whether Wagtail's filters leave out anything that the compendium would give."""
    sites = {root.site_id for root in Site.get_site_root_paths()}
    return bool(set(request.GET) - PARAMETERS - NOT_NARROWING) or len(sites) > 1


class Facets:
    """The facet values of case studies, from the lists as they are now."""

    def of(self, page: CaseStudyPage) -> dict[str, list[dict[str, str]]]:
        """The values under their parameters' names, each with what to ask for and its name."""
        try:
            keys = page.entry.facets.split()
        except CompendiumEntry.DoesNotExist:
            keys = []
        return {
            parameter: [
                {"slug": term.slug, "name": term.name} for term in self.terms.named(parameter, keys)
            ]
            for parameter in self.terms.of
        }

    @cached_property
    def terms(self) -> Terms:
        """The lists, read when the first case study asks for them."""
        return current().terms
