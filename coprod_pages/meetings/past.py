"""Meetings that are over, by year: the list of meetings shows only the last of them."""

from dataclasses import dataclass

from django.db.models import Count
from django.db.models.functions import ExtractYear
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from .models import MeetingIndexPage, MeetingPage
from .querysets import MeetingQuerySet

SHOWN_AT_ONCE = 6


@dataclass(frozen=True)
class Year:
    """A year with meetings that are over, and how many."""

    number: int
    count: int
    is_chosen: bool = False


def past_of(index: MeetingIndexPage) -> MeetingQuerySet:
    """The public meetings below `index` that are over, latest first."""
    return MeetingPage.objects.visible_to_public().child_of(index).past()


def years_of(index: MeetingIndexPage, chosen: int | None = None) -> list[Year]:
    """The years of what is over, latest first."""
    dated = past_of(index).order_by().annotate(year=ExtractYear("starts_at"))
    counted = dated.values_list("year").annotate(count=Count("pk")).order_by("-year")
    return [Year(number, count, number == chosen) for number, count in counted]


def past_year(request: HttpRequest, index: MeetingIndexPage, year: int) -> HttpResponse:
    """The meetings of `year` that are over. Raises `Http404` for a year without any."""
    years = years_of(index, year)
    if not any(each.is_chosen for each in years):
        raise Http404
    title = _("Meetings of %(year)s") % {"year": year}
    context = index.get_context(request) | {
        "years": years,
        "year": year,
        "meetings": past_of(index).filter(starts_at__year=year),
        "part": {"title": title, "address": f"{index.full_url}past/{year}/"},
    }
    return TemplateResponse(request, "coprod_pages/meetings/past_year.html", context)
