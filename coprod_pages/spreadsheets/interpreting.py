"""What people mean by what they type in a cell: dates, numbers, lists, yes and no. Pure."""

import html
import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..safe_text import FORMULA_START, one_line, without_unsafe_characters

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
YES = frozenset({"yes", "y", "true", "1", "ongoing", "current"})
NO = frozenset({"no", "n", "false", "0", "ended", "finished"})
LARGEST_NUMBER = 2_147_483_647
FIRST_YEAR, LAST_YEAR = 1000, 2100

YEAR = re.compile(r"(?P<year>\d{4})")
MONTH = re.compile(
    r"(?P<year>\d{4})[-/](?P<month>\d{1,2})|(?P<month2>\d{1,2})/(?P<year2>\d{4})"
    r"|(?P<name>[a-z]{3,9})\.?,? (?P<year3>\d{4})"
)
DAY = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[t ]00:00(?::00)?)?"
    r"|(?P<day2>\d{1,2})[/.-](?P<month2>\d{1,2})[/.-](?P<year2>\d{4})"
    r"|(?P<day3>\d{1,2})(?:st|nd|rd|th)? (?P<name>[a-z]{3,9})\.?,? (?P<year3>\d{4})"
)
NUMBER = re.compile(
    r"(?P<about>(?:about|around|approximately|approx\.?|circa|c\.|ca\.|over|more than|"
    r"at least|up to|nearly|almost|~|>|<)\s*)?"
    r"(?P<digits>\d{1,3}(?:[,\s]\d{3})+|\d+)(?:\.0+)?(?P<more>\s*\+)?(?:\s+(?:people|participants))?"
)


class NotUnderstood(ValueError):
    """A cell that makes no sense as what it should be; the message says why."""


@dataclass(frozen=True)
class PartialDate:
    """A date as exactly as it is known."""

    day: date
    precision: str


def plain(cell: str) -> str:
    """A cell as plain, safe text.

    Entities such as `&#039;` become what they stand for. The apostrophe that our own
    exports put before `=`, `+`, `-` and `@` is taken off again; the text stays text.
    """
    if cell.startswith("'") and cell[1:].startswith(FORMULA_START):
        cell = cell[1:]
    return without_unsafe_characters(html.unescape(cell)).strip()


def line(cell: str) -> str:
    """A cell as plain text on one line."""
    return one_line(plain(cell))


def items(cell: str) -> list[str]:
    """A list in a cell, each item once. Semicolons and line breaks separate."""
    return once(one_line(part) for part in re.split(r"[;\n]", plain(cell)))


def once(words: Iterable[str]) -> list[str]:
    """`words` in their order, each as it was written first, without empty ones."""
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(key(word), word)
    return [word for form, word in found.items() if form]


def key(text: str) -> str:
    """The form in which words are compared: case, kinds of apostrophe and blanks do not count."""
    straight = re.sub("[\u2018\u2019\u02bc`\u00b4]", "'", one_line(text))
    return straight.casefold().strip(" .")


def shortened(text: str, length: int) -> str:
    """`text` in at most `length` characters, cut between two words."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    head = cut.rsplit(" ", 1)[0] if " " in cut[length // 2 :] else cut
    return f"{head.rstrip(' ,;:')}…"


def number(cell: str) -> tuple[int | None, bool]:
    """A number of people, and whether it was given exactly. Raises `NotUnderstood`."""
    text = line(cell).lower()
    if not text:
        return None, True
    match = NUMBER.fullmatch(text)
    if not match:
        raise NotUnderstood(f"“{line(cell)}” is not a number")
    value = int(re.sub(r"\D", "", match["digits"]))
    if value > LARGEST_NUMBER:
        raise NotUnderstood(f"“{line(cell)}” is too large")
    return value, not (match["about"] or match["more"])


def is_decimal(cell: str) -> bool:
    """Whether a cell holds a decimal number or nothing."""
    return not line(cell) or bool(re.fullmatch(r"-?\d+(?:[.,]\d+)?", line(cell)))


def yes_or_no(cell: str) -> bool | None:
    """Yes, no, or nothing. Raises `NotUnderstood` for anything else."""
    text = key(plain(cell))
    if not text:
        return None
    if text in YES or text in NO:
        return text in YES
    raise NotUnderstood(f"“{line(cell)}” is neither yes nor no")


def partial_date(cell: str, end: bool = False) -> PartialDate | None:
    """A date as exactly as it was typed. Raises `NotUnderstood`.

    The day that is stored for a month or a year is its first, or its last if it is an
    `end`: then an end is never before a start in the same year.
    """
    text = one_line(plain(cell)).lower()
    if not text:
        return None
    for pattern, precision in ((YEAR, "year"), (MONTH, "month"), (DAY, "day")):
        match = pattern.fullmatch(text)
        if match:
            parts = {name.rstrip("23"): part for name, part in match.groupdict().items() if part}
            return PartialDate(_day(parts, end, line(cell)), precision)
    raise NotUnderstood(f"“{line(cell)}” is not a date that we can read")


def _day(parts: dict[str, str], end: bool, typed: str) -> date:
    year = int(parts["year"])
    month = int(parts["month"]) if "month" in parts else _month_named(parts.get("name"), typed)
    if month is None:
        month = 12 if end else 1
    try:
        last = monthrange(year, month)[1]
        day = int(parts["day"]) if "day" in parts else (last if end else 1)
        found = date(year, month, day)
    except ValueError as error:
        raise NotUnderstood(f"“{typed}” is a day that does not exist") from error
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotUnderstood(f"“{typed}” is too long ago or too far ahead")
    return found


def _month_named(name: str | None, typed: str) -> int | None:
    if name is None:
        return None
    if name[:3] not in MONTHS:
        raise NotUnderstood(f"“{typed}” is not a date that we can read")
    return MONTHS.index(name[:3]) + 1
