"""The report of what people search for: how often, what it found, and what can be done."""

from collections.abc import Iterable
from datetime import timedelta
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

import django_filters
from django import forms
from django.db.models import CharField, Count, IntegerField, Max, Q, QuerySet, Sum, Value
from django.db.models.functions import Cast, Concat, LPad, Substr
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn, Table
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permission_policies import ModelPermissionPolicy

from ..conf import SEARCHES_KEPT_DAYS
from ..safe_exports import SafeExportMixin
from ..searching import search_log
from ..searching.models import SearchedWords
from ..searching.synonym_form import groups_by_name
from ..searching.text_normalising import normalise
from .trying import address_of_search, compendium_address

PERMISSION = "coprod_pages.view_searchedwords"
# Words searched on a single day may be the name of somebody, typed by one person once or a
# few times. Who asked is not known, so that different days stand for different people.
DAYS_BEFORE_SHOWN = 2
# How a date begins: "2026-01-31".
LENGTH_OF_DATE = 10


def may_see_searches(user: Any) -> bool:
    """Whether `user` may read what people search for."""
    return user.has_perm(PERMISSION)


def searches(since_days: int | None = None) -> QuerySet:
    """Words with how often they were `asked` for, and what they `found` the last time."""
    since = timezone.localdate() - timedelta(days=since_days or SEARCHES_KEPT_DAYS.get())
    # The results of the last day, without a query for each of the words.
    number = LPad(Cast("results", CharField()), LENGTH_OF_DATE, Value("0"))
    last = Max(Concat(Cast("day", CharField()), number))
    return (
        SearchedWords.objects.values("words")
        .annotate(
            days=Count("day"),
            asked=Sum("times", filter=Q(day__gt=since)),
            found=Cast(Substr(last, LENGTH_OF_DATE + 1), IntegerField()),
        )
        .filter(days__gte=DAYS_BEFORE_SHOWN, asked__gt=0)
    )


class SearchesFilterSet(WagtailFilterSet):
    """Of which days, and whether to show only what found nothing."""

    period = django_filters.ChoiceFilter(
        label=_("Searched in"),
        choices=[
            ("7", _("the last 7 days")),
            ("30", _("the last 30 days")),
            ("90", _("the last 90 days")),
        ],
        empty_label=_("all days that are kept"),
        method="leave",
        widget=forms.RadioSelect,
    )
    found = django_filters.ChoiceFilter(
        label=_("What they found"),
        choices=[("nothing", _("Nothing"))],
        empty_label=_("Anything or nothing"),
        method="only_what_found_nothing",
        widget=forms.RadioSelect,
    )

    class Meta:
        model = SearchedWords
        fields: list[str] = []

    def leave(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """The period is part of the sums, so it is asked for when they are made."""
        return queryset

    def only_what_found_nothing(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """What found nothing the last time."""
        return queryset.filter(found=0)


class WordsColumn(Column):
    """What was searched for, with the way to try it."""

    cell_template_name = "coprod_pages/searching/admin/words_cell.html"


class FoundColumn(Column):
    """How much the last search found, in words when that was nothing."""

    cell_template_name = "coprod_pages/searching/admin/found_cell.html"


class SynonymsColumn(Column):
    """The groups that the words are in, or the way to make one of them."""

    cell_template_name = "coprod_pages/searching/admin/synonyms_cell.html"


def _address(view: str, *args: Any) -> str:
    return reverse(f"wagtailsnippets_coprod_pages_synonymgroup:{view}", args=args)


class SearchesReportView(SafeExportMixin, ReportView):
    """Words, times, what they found, and the way from a failed search to a synonym."""

    model = SearchedWords
    permission_policy = ModelPermissionPolicy(SearchedWords)
    any_permission_required = ["view"]
    template_name = "coprod_pages/searching/admin/searches.html"
    page_title = _("What people search for")
    header_icon = "search"
    verbose_name_plural = _("searches")
    filterset_class = SearchesFilterSet
    is_searchable = True
    search_fields = ["words"]
    default_ordering = "-asked"
    index_url_name = "coprod_searches"
    index_results_url_name = "coprod_searches_results"
    columns = [
        WordsColumn("words", label=_("Words"), sort_key="words"),
        NumberColumn("asked", label=_("Times"), sort_key="asked"),
        FoundColumn("found", label=_("Found"), sort_key="found"),
        SynonymsColumn("synonyms", label=_("Synonyms")),
    ]
    list_export = ["words", "asked", "found"]
    export_headings = {
        "words": _("Words"),
        "asked": _("Times"),
        "found": _("Found the last time"),
    }
    export_filename = "searches"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        search_log.flush()
        return super().get(request, *args, **kwargs)

    @cached_property
    def header_buttons(self) -> list[Any]:
        buttons = list(super().header_buttons)
        if self.request.user.has_perm("coprod_pages.view_synonymgroup"):
            buttons.append(HeaderButton(_("Synonyms"), url=_address("list"), icon_name="link"))
        return buttons

    def get_table(self, object_list: Iterable[dict[str, Any]]) -> Table:
        user = self.request.user
        may_add = user.has_perm("coprod_pages.add_synonymgroup")
        may_change = user.has_perm("coprod_pages.change_synonymgroup")
        compendium = compendium_address()
        groups = groups_by_name()
        rows = [
            {
                **row,
                "try_address": address_of_search(compendium, row["words"]),
                "groups": [
                    (group, _address("edit", group.pk) if may_change else "")
                    for group in groups.get(normalise(row["words"]), [])
                ],
                "add_address": f"{_address('add')}?{urlencode({'names': row['words']})}"
                if may_add
                else "",
            }
            for row in object_list
        ]
        return super().get_table(rows)

    @property
    def kept_days(self) -> int:
        """How many days searches are kept."""
        return SEARCHES_KEPT_DAYS.get()

    def get_base_queryset(self) -> QuerySet:
        period = self.filters.form.cleaned_data.get("period") if self.filters.is_valid() else None
        return searches(int(period) if period else None)

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        return queryset.order_by(self.ordering, "words")
