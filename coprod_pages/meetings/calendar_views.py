"""The calendar to subscribe to, and each meeting to take into one's own."""

import hashlib
from datetime import UTC, date, datetime, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.formats import date_format
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext as _

from .calendar_files import CONTENT_TYPE, calendar_file, changed_at, event_file
from .models import MeetingIndexPage, MeetingPage
from .months import FIRST_YEAR, LAST_YEAR, month_of

# What was is of use for a while: to see when one last met.
KEPT = timedelta(days=366)


def calendar(request: HttpRequest, index: MeetingIndexPage) -> HttpResponse:
    """The public meetings of the last year and all to come; cancelled ones stay, marked so."""
    meetings = MeetingPage.objects.visible_to_public().child_of(index)
    there = list(meetings.filter(ends_at__gte=timezone.now() - KEPT).order_by("starts_at"))
    return answer(request, calendar_file(there, index.title), f"{index.slug}.ics", there)


def event(request: HttpRequest, meeting: MeetingPage) -> HttpResponse:
    """One meeting."""
    return answer(request, event_file(meeting), f"{meeting.slug}.ics", [meeting])


def month_view(
    request: HttpRequest, index: MeetingIndexPage, year: int, month: int
) -> HttpResponse:
    """The meetings of a month. Raises `Http404` for one that there is not."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        raise Http404
    first = date(year, month, 1)
    # A day more on each side: elsewhere it may be another day.
    begin = datetime(year, month, 1, tzinfo=UTC) - timedelta(days=1)
    meetings = MeetingPage.objects.visible_to_public().child_of(index).order_by("starts_at")
    there = meetings.filter(starts_at__lt=begin + timedelta(days=33), ends_at__gte=begin)
    title = _("Meetings in %(month)s") % {"month": date_format(first, "F Y")}
    part = {"title": title, "address": f"{index.full_url}month/{year}/{month}/"}
    sheet = month_of(first, there, timezone.localdate())
    context = index.get_context(request) | {"month": sheet, "part": part}
    return TemplateResponse(request, "coprod_pages/meetings/month.html", context)


def answer(
    request: HttpRequest, content: bytes, name: str, meetings: list[MeetingPage]
) -> HttpResponse:
    """The file, or that it is as it was."""
    etag = quote_etag(hashlib.sha256(content).hexdigest()[:32])
    changed = changed_at(meetings)
    response = HttpResponse(content, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["ETag"] = etag
    if changed:
        response["Last-Modified"] = http_date(changed.timestamp())
    patch_cache_control(response, public=True, max_age=300)
    # By the ETag alone: of two changes in one second a date would tell only the first.
    return get_conditional_response(request, etag=etag, response=response) or response
