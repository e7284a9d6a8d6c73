"""A month as weeks of days with their meetings. Pure: no models, no requests."""

from calendar import Calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from .times import FIRST_YEAR, LAST_YEAR

MONDAY = 0


class OnDays(Protocol):
    """What lasts from one day to another, by the clock where it takes place."""

    @property
    def first_day(self) -> date: ...

    @property
    def last_day(self) -> date: ...


@dataclass(frozen=True)
class Day:
    """A day of the sheet; those of the months before and after stand on it too, empty."""

    date: date
    is_in_month: bool
    is_today: bool
    meetings: Sequence[OnDays]


@dataclass(frozen=True)
class Month:
    """A month, the weeks it touches from Monday to Sunday, and its neighbours."""

    first: date
    weeks: Sequence[Sequence[Day]]
    before: date | None
    after: date | None

    @property
    def has_meetings(self) -> bool:
        """Whether anything takes place in it."""
        return any(day.meetings for week in self.weeks for day in week)


def month_of(first: date, meetings: Iterable[OnDays], today: date) -> Month:
    """The month that begins on `first`, with the `meetings` on each of their days."""
    there = list(meetings)

    def day_of(day: date) -> Day:
        inside = day.month == first.month
        on_it = [each for each in there if each.first_day <= day <= each.last_day]
        return Day(day, inside, day == today, on_it if inside else [])

    weeks = Calendar(MONDAY).monthdatescalendar(first.year, first.month)
    return Month(
        first=first,
        weeks=[[day_of(day) for day in week] for week in weeks],
        before=_month(first, -1),
        after=_month(first, 1),
    )


def _month(first: date, step: int) -> date | None:
    year, month = divmod(first.year * 12 + first.month - 1 + step, 12)
    return date(year, month + 1, 1) if FIRST_YEAR <= year <= LAST_YEAR else None
