"""The calendar to subscribe to, and each meeting to take into one's own."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.formats import date_format
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext as _
from wagtail.models import PageLogEntry

from .calendar_files import CONTENT_TYPE, calendar_file, event_file
from .models import MeetingIndexPage, MeetingPage
from .months import month_of
from .times import FIRST_YEAR, LAST_YEAR

# What was is of use for a while: to see when one last met.
KEPT = timedelta(days=366)
# Dates in headers have whole seconds: a younger change may be followed by another with its date.
SETTLED = timedelta(seconds=2)


def calendar(request: HttpRequest, index: MeetingIndexPage) -> HttpResponse:
    """The public meetings of the last year and all to come; cancelled ones stay, marked so."""
    meetings = MeetingPage.objects.visible_to_public().child_of(index)
    begin = timezone.now() - KEPT
    there = list(meetings.filter(ends_at__gte=begin).order_by("starts_at"))
    gone = meetings.filter(ends_at__lt=begin).aggregate(last=Max("ends_at"))["last"]
    changed = [*_changes(there), *([gone + KEPT] if gone else [])]
    return answer(request, calendar_file(there, index.title), f"{index.slug}.ics", changed)


def event(request: HttpRequest, meeting: MeetingPage) -> HttpResponse:
    """One meeting."""
    return answer(request, event_file(meeting), f"{meeting.slug}.ics", _changes([meeting]))


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
    request: HttpRequest, content: bytes, name: str, changes: Sequence[datetime]
) -> HttpResponse:
    """The file, or that it is as it was when the program asked last."""
    etag = quote_etag(hashlib.sha256(content).hexdigest()[:32])
    changed = max(changes, default=None)
    response = HttpResponse(content, content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["ETag"] = etag
    last_modified = None
    if changed and changed < timezone.now() - SETTLED:
        last_modified = int(changed.timestamp())
        response["Last-Modified"] = http_date(last_modified)
    patch_cache_control(response, public=True, max_age=300)
    return get_conditional_response(request, etag, last_modified, response) or response


def _changes(meetings: Sequence[MeetingPage]) -> list[datetime]:
    """When something was done that these meetings may look different for.

    The log also knows of what is not there any more: pages deleted, made private, moved.
    """
    logged = PageLogEntry.objects.aggregate(last=Max("timestamp"))["last"]
    moments = [meeting.last_published_at for meeting in meetings]
    for meeting in meetings:
        announcement = getattr(meeting, "announcement", None)
        moments.append(announcement.told_at if announcement else None)
    return [moment for moment in (logged, *moments) if moment]
