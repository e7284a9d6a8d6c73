"""Times of meetings in the zone they take place in. Pure: no models, no requests."""

from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

LONDON = "Europe/London"
# Other years were mistyped; far away from them, clocks and calendars have no dates.
FIRST_YEAR, LAST_YEAR = 2000, 2100
CONTINENTS = {
    *("Africa", "America", "Antarctica", "Asia", "Atlantic"),
    *("Australia", "Europe", "Indian", "Pacific"),
}


@cache
def zone_names() -> tuple[str, ...]:
    """The zones to choose from, by the names of the IANA database: London first."""
    named = sorted(name for name in available_timezones() if name.split("/")[0] in CONTINENTS)
    return (LONDON, *(name for name in named if name != LONDON))


def in_zone(moment: datetime, zone: str) -> datetime:
    """`moment` as a clock on the wall in `zone` shows it."""
    return moment.astimezone(ZoneInfo(zone))


def comes_twice(moment: datetime) -> bool:
    """Whether the clock shows this hour a second time, as clocks go back."""
    return moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()


def in_words(zone: str) -> str:
    """`zone` as people read it: the city of its name."""
    return zone.rpartition("/")[2].replace("_", " ")


def from_wall_clock(wall: datetime, zone: str) -> datetime:
    """The moment at which a clock in `zone` shows `wall` (which has no zone of its own).

    Raises `ValueError` for an hour that the clocks leave out in spring. Of an hour that comes
    twice in autumn it is the first.
    """
    moment = wall.replace(tzinfo=ZoneInfo(zone), fold=0)
    if moment.astimezone(ZoneInfo("UTC")).astimezone(ZoneInfo(zone)).replace(tzinfo=None) != wall:
        raise ValueError(f"{wall} does not exist in {zone}")
    return moment
