"""Who, when and how many, from their cells. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from . import mapping
from .interpreting import (
    NotUnderstood,
    PartialDate,
    is_decimal,
    items,
    key,
    line,
    number,
    partial_date,
    plain,
    shortened,
    yes_or_no,
)
from .notes import CHANGED, LEFT_OUT, LOOK, NOT_UNDERSTOOD, Notes
from .vocabulary import Vocabulary

ORGANISATION_LENGTH, FUNDER_LENGTH, REACHED_LENGTH = 200, 200, 1000


@dataclass(frozen=True)
class Facts:
    """The facts of a record. The first organisation is the lead, the others are partners."""

    organisations: tuple[str, ...] = ()
    kind: str = ""
    funder: str = ""
    participants: int | None = None
    how_reached: str = ""
    start: date | None = None
    start_precision: str = "day"
    end: date | None = None
    end_precision: str = "day"
    progress: str = ""


def read_facts(cells: Mapping[str, str], here: Vocabulary, notes: Notes) -> Facts:
    """The facts of a row; what cannot be read is said in `notes`."""
    start, end = _dates(cells, notes)
    for column in ("latitude", "longitude"):
        if not is_decimal(cells.get(column, "")):
            notes.add(NOT_UNDERSTOOD, f"{column}: “{line(cells[column])}” is not a number")
    return Facts(
        organisations=_organisations(cells, notes),
        kind=_kind(cells, here, notes),
        funder=_bounded("funder", line(cells.get("funder", "")), FUNDER_LENGTH, notes),
        participants=_participants(cells, notes),
        how_reached=_bounded(
            "recruitment", plain(cells.get("recruitment", "")), REACHED_LENGTH, notes
        ),
        start=start.day if start else None,
        start_precision=start.precision if start else "day",
        end=end.day if end else None,
        end_precision=end.precision if end else "day",
        progress=_progress(cells, end, notes),
    )


def _bounded(column: str, text: str, length: int, notes: Notes) -> str:
    if len(text) > length:
        notes.add(CHANGED, f"{column} shortened; in full: {line(text)}")
    return shortened(text, length)


def _organisations(cells: Mapping[str, str], notes: Notes) -> tuple[str, ...]:
    names = items(cells.get("organiser", ""))
    kinds = [key(kind) for kind in items(cells.get("organiser_type", ""))]
    if names and kinds == [mapping.INDIVIDUAL]:
        notes.add(LEFT_OUT, "organiser: a person, and names of people are not imported")
        return ()
    return tuple(_bounded("organiser", name, ORGANISATION_LENGTH, notes) for name in names)


def _kind(cells: Mapping[str, str], here: Vocabulary, notes: Notes) -> str:
    typed = items(cells.get("organiser_type", ""))
    if not typed:
        return ""
    if not line(cells.get("organiser", "")):
        notes.add(LEFT_OUT, f"organiser_type “{'; '.join(typed)}”: no organiser is named")
        return ""
    kinds = {kind: word for word in typed if (kind := here.kind_for(word))}
    unknown = [word for word in typed if not here.kind_for(word) and key(word) != "individual"]
    notes.list_words(NOT_UNDERSTOOD, "organiser_type", unknown)
    if len(typed) > 1:
        notes.add(LEFT_OUT, f"organiser_type “{'; '.join(typed)}”: an organisation has one kind")
        return ""
    return next(iter(kinds), "")


def _participants(cells: Mapping[str, str], notes: Notes) -> int | None:
    typed = cells.get("participants", "")
    try:
        value, exact = number(typed)
    except NotUnderstood as error:
        notes.add(NOT_UNDERSTOOD, f"participants: {error}")
        return None
    if not exact:
        notes.add(CHANGED, f"participants “{line(typed)}” is kept as {value}")
    return value


def _dates(cells: Mapping[str, str], notes: Notes) -> tuple[PartialDate | None, PartialDate | None]:
    dates: list[PartialDate | None] = []
    for column in ("start_date", "end_date"):
        try:
            dates.append(partial_date(cells.get(column, ""), end=column == "end_date"))
        except NotUnderstood as error:
            notes.add(NOT_UNDERSTOOD, f"{column}: {error}")
            dates.append(None)
    start, end = dates
    if start and end and end.day < start.day:
        typed = f"{line(cells['end_date'])} is before the start {line(cells['start_date'])}"
        notes.add(LEFT_OUT, f"end_date: {typed}")
        end = None
    return start, end


def _progress(cells: Mapping[str, str], end: PartialDate | None, notes: Notes) -> str:
    try:
        ongoing = yes_or_no(cells.get("ongoing", ""))
    except NotUnderstood as error:
        notes.add(NOT_UNDERSTOOD, f"ongoing: {error}")
        return ""
    if ongoing is False:
        # "Finished as planned" and "stopped early" would both be guesses.
        notes.add(LEFT_OUT, "ongoing “no”: it does not say whether finished or stopped early")
        return ""
    if ongoing and end:
        notes.add(LOOK, "it is said to go on and has an end date; both were kept")
    return "ongoing" if ongoing else ""
