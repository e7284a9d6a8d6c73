"""Lists in the admin whose cells other people wrote, and the spreadsheets of them."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from .safe_text import without_formula, without_unsafe_characters


class SafeExportMixin:
    """For a list with an export: no cell runs as a formula or breaks the file."""

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """The cell as it is written, in CSV as well as in XLSX."""
        written = super().preprocess_field_value(field, value, export_format)
        if isinstance(written, str):
            written = without_unsafe_characters(written)
        return without_formula(written)


class SafeListMixin:
    """For a list that is searched and filtered by what stands in its address."""

    # The parameters of its filters. Anything else could ask for what is not shown, in other
    # tables too.
    filter_parameters: frozenset[str] = frozenset()

    def get_filters_params(self, params: Any = None) -> dict[str, Any]:
        """The filters that there are."""
        given = super().get_filters_params(params)
        return {name: value for name, value in given.items() if name in self.filter_parameters}

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, term: str) -> QuerySet:
        """What is searched for, without characters that no database takes."""
        return super().get_search_results(request, queryset, without_unsafe_characters(term))
