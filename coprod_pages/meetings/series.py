"""More meetings like one: several at a time, every so many weeks, each a page of its own."""

import uuid
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from .models import MeetingPage
from .times import from_wall_clock, in_zone

MOST = 26  # meetings at a time: a year of fortnights


class Rhythm(models.TextChoices):
    """How often the meetings of a series are."""

    WEEKS = "weeks", _("weeks, on the same day of the week")
    MONTHS = "months", _("months, on the same day of the week, such as the second Tuesday")


@dataclass(frozen=True)
class Occurrence:
    """A meeting to be made: its times, and its address below the index."""

    starts_at: datetime
    ends_at: datetime
    slug: str
    title: str
    is_there: bool  # a meeting is at this address already, and is left as it is


def days_of(first: date, rhythm: str, every: int, count: int) -> list[date]:
    """The days that follow `first`, which is not among them."""
    if rhythm == Rhythm.WEEKS:
        return [first + timedelta(weeks=every * step) for step in range(1, count + 1)]
    return [_same_weekday(first, every * step) for step in range(1, count + 1)]


def _same_weekday(first: date, months: int) -> date:
    """The same weekday of the month, `months` later; its last one where there is no fifth."""
    which = (first.day - 1) // 7
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    start = date(year, month + 1, 1)
    day = 1 + (first.weekday() - start.weekday()) % 7 + 7 * which
    if day > monthrange(year, month + 1)[1]:
        day -= 7
    return start.replace(day=day)


def occurrences(
    meeting: MeetingPage, rhythm: str, every: int, count: int, title: str = ""
) -> list[Occurrence]:
    """The meetings that would be made from `meeting`, at the same time by the clock.

    Raises `ValueError` where that hour does not exist on one of the days.
    """
    siblings = set(meeting.get_parent().get_children().values_list("slug", flat=True))
    zone = meeting.time_zone
    start, end = (in_zone(moment, zone) for moment in (meeting.starts_at, meeting.ends_at))
    lasts_days = (end.date() - start.date()).days
    made = []
    for day in days_of(start.date(), rhythm, every, count):
        last_day = day + timedelta(days=lasts_days)
        slug = f"{slugify(title or meeting.title)[:200] or 'meeting'}-{day.isoformat()}"
        made.append(
            Occurrence(
                starts_at=from_wall_clock(datetime.combine(day, start.time()), zone),
                ends_at=from_wall_clock(datetime.combine(last_day, end.time()), zone),
                slug=slug,
                title=title or meeting.title,
                is_there=slug in siblings,
            )
        )
    return made


@transaction.atomic
def make(meeting: MeetingPage, wanted: list[Occurrence], user: Any) -> list[MeetingPage]:
    """Make drafts of the meetings that are not there yet, like `meeting` but without its papers."""
    key = meeting.series or uuid.uuid4()
    if meeting.series is None and len(wanted) > 1:
        # Past `save`: this is no change of the meeting that anybody reads.
        MeetingPage.objects.filter(pk=meeting.pk).update(series=key)
    return [_copy(meeting, each, key, user) for each in wanted if not each.is_there]


def _copy(meeting: MeetingPage, wanted: Occurrence, key: uuid.UUID, user: Any) -> MeetingPage:
    return meeting.copy(
        to=meeting.get_parent(),
        user=user,
        copy_revisions=False,
        keep_live=False,
        exclude_fields=["papers"],
        update_attrs={
            "starts_at": wanted.starts_at,
            "ends_at": wanted.ends_at,
            "title": wanted.title,
            "draft_title": wanted.title,
            "slug": wanted.slug,
            "series": key,
            "go_live_at": None,
            "expire_at": None,
        },
    )


def next_in_series(meeting: MeetingPage) -> models.QuerySet[MeetingPage]:
    """The public meetings of the same series that are still to come, soonest first."""
    if meeting.series is None:
        return MeetingPage.objects.none()
    others = MeetingPage.objects.visible_to_public().filter(series=meeting.series)
    return others.exclude(pk=meeting.pk).filter(ends_at__gte=timezone.now()).order_by("starts_at")
