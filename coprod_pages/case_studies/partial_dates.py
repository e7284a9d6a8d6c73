"""Dates that are known to the day, the month or only the year. Pure."""

from datetime import date

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _


def in_words(day: date | None, precision: str) -> str:
    """`day` written as exactly as it is known: "3 December 2015", "December 2015", "2015"."""
    if day is None:
        return ""
    if precision == "year":
        return str(day.year)
    month = f"{MONTHS[day.month]} {day.year}"
    return month if precision == "month" else f"{day.day} {month}"


def span_in_words(
    start: date | None, start_precision: str, end: date | None, end_precision: str
) -> str:
    """A stretch of time: "January 2016 to 31 December 2016", or the one end that is known."""
    first = in_words(start, start_precision)
    last = in_words(end, end_precision)
    if first and last and first != last:
        return _("%(first)s to %(last)s") % {"first": first, "last": last}
    return first or (_("until %(last)s") % {"last": last} if last else "")
