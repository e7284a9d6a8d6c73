"""When the clocks change in a zone, as calendar files say it. Pure: no models, no requests.

The library's own `Timezone.from_tzid` gives the hour after the clocks went forward as the moment
at which they do; RFC 5545, 3.6.5 asks for the hour before ("with respect to TZOFFSETFROM").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Change:
    """A moment at which the clocks change, and from and to which distance from UTC."""

    wall: datetime  # what the clock showed just then, before it was changed
    before: timedelta
    after: timedelta
    is_daylight: bool
    name: str


def time_zone(name: str, first: datetime, last: datetime) -> Timezone:
    """The rules of zone `name` from `first` to `last`, with half a year on both sides."""
    zone = ZoneInfo(name)
    begin = (first - 190 * DAY).astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    changes = [_beginning(begin, zone), *changes_between(begin, last + 190 * DAY, zone)]
    component = Timezone()
    component.add("TZID", name)
    for rule in {(each.is_daylight, each.before, each.after, each.name) for each in changes}:
        same = [e for e in changes if (e.is_daylight, e.before, e.after, e.name) == rule]
        component.add_component(_rule(same))
    component.subcomponents.sort(key=lambda part: part["DTSTART"].dt)
    return component


def changes_between(first: datetime, last: datetime, zone: ZoneInfo) -> Iterator[Change]:
    """The changes of the clocks in `zone` between two moments in UTC."""
    day = first
    while day < last:
        if _offset(day, zone) != _offset(day + DAY, zone):
            moment = _moment_of_change(day, zone)
            before = _offset(moment - MINUTE, zone)
            local = moment.astimezone(zone)
            yield Change(
                wall=(moment + before).replace(tzinfo=None),
                before=before,
                after=_offset(moment, zone),
                is_daylight=bool(local.dst()),
                name=local.tzname() or "",
            )
        day += DAY


def _beginning(moment: datetime, zone: ZoneInfo) -> Change:
    local = moment.astimezone(zone)
    offset = _offset(moment, zone)
    wall = local.replace(tzinfo=None)
    return Change(wall, offset, offset, bool(local.dst()), local.tzname() or "")


def _moment_of_change(day: datetime, zone: ZoneInfo) -> datetime:
    """The first minute within a day from `day` with another offset than at its beginning."""
    low, high = 0, 24 * 60
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(day + middle * MINUTE, zone) == _offset(day, zone):
            low = middle
        else:
            high = middle
    return day + high * MINUTE


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _rule(changes: list[Change]) -> TimezoneDaylight | TimezoneStandard:
    first, *later = changes
    component = TimezoneDaylight() if first.is_daylight else TimezoneStandard()
    component.add("DTSTART", first.wall)
    if later:
        component.add("RDATE", [each.wall for each in later])
    component.add("TZOFFSETFROM", first.before)
    component.add("TZOFFSETTO", first.after)
    if first.name[:1].isalpha():
        component.add("TZNAME", first.name)
    return component
