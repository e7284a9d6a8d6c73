"""The report of an import, for people and as CSV."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ..safe_text import one_line, without_formula
from .importing import Result
from .interpreting import shortened
from .notes import NOT_UNDERSTOOD
from .planning import NEW, UPDATED, PlannedRow

HEADER = ["row", "source_id", "title", "outcome", "published", "why or what to know", "missing"]


def lines(result: Result, dry_run: bool) -> Iterator[str]:
    """The report for the screen: the file, row by row, then the figures."""
    yield from result.remarks
    for row in result.rows:
        yield from _row(row, result.applied)
    yield ""
    yield from figures(result, dry_run)


def _row(row: PlannedRow, applied: bool) -> Iterator[str]:
    title = shortened(row.row.title, 60) or "(no title)"
    source = row.row.source_id or "(no source_id)"
    yield f"Row {row.row.number}  {source}  {title}: {_outcome(row, applied)}"
    for words in [*row.row.refusals, *row.remarks, *(str(note) for note in row.row.notes)]:
        yield f"    {words}"
    if lacks := _lacks(row):
        yield f"    missing: {'; '.join(lacks)}"


def _outcome(row: PlannedRow, applied: bool) -> str:
    """The outcome in words; what was not done is not said as if it had been."""
    if row.outcome in (NEW, UPDATED) and not applied:
        return f"would be {row.outcome}{' and published' if row.publish else ''}"
    if row.publish:
        return f"{row.outcome}, {'published' if applied else 'would be published'}"
    return row.outcome


def _lacks(row: PlannedRow) -> list[str]:
    return row.row.record.lacks() if row.row.record else []


def figures(result: Result, dry_run: bool) -> Iterator[str]:
    """How many, and how long it took."""
    total = len(result.rows)
    yield f"{total} rows in {result.seconds:.1f} seconds"
    for outcome, count in result.counts.items():
        if count:
            yield f"  {count:>5}  {outcome}"
    for reason, count in _reasons(result):
        yield f"           {count} × {reason}"
    if result.applied:
        yield f"  {result.published:>5}  published"
    not_understood = sum(_holds(row, NOT_UNDERSTOOD) for row in result.rows)
    if not_understood:
        yield f"  {not_understood:>5}  with something that was not understood"
    incomplete = sum(bool(_lacks(row)) for row in result.rows)
    if incomplete:
        yield f"  {incomplete:>5}  lack something that an editor would be asked for"
    for part, count in Counter(part for row in result.rows for part in _lacks(row)).most_common():
        yield f"           {count} × {part}"
    if dry_run:
        yield "This was a dry run: nothing was changed."


def _reasons(result: Result) -> list[tuple[str, int]]:
    return Counter(reason for row in result.rows for reason in row.row.refusals).most_common()


def _holds(row: PlannedRow, kind: str) -> bool:
    return any(note.kind == kind for note in row.row.notes)


def write_csv(path: Path, result: Result) -> None:
    """The report as CSV; text that a spreadsheet would run as a formula is neutralised."""
    # With a byte-order mark, without which Excel takes accents for something else.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for row in result.rows:
            words = [*row.row.refusals, *row.remarks, *(str(note) for note in row.row.notes)]
            cells = [
                row.row.number,
                row.row.source_id,
                one_line(row.row.title),
                _outcome(row, result.applied),
                "yes" if row.publish and result.applied else "no",
                " | ".join(words),
                "; ".join(_lacks(row)),
            ]
            writer.writerow([without_formula(cell) for cell in cells])
