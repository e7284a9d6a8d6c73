"""An import from beginning to end: read, understand, plan; then write, and show if asked.

Reading and understanding happen before any lock is taken. If writing fails or is stopped,
what was written is taken back. If the process is killed, whole drafts may remain that
nobody outside sees; the next run finds them by their source and goes on from there.
"""

import hashlib
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from ..compendium.models import CompendiumPage
from .applying import ChangedMeanwhile, Written, take_back, write
from .log_entries import log_file
from .planning import (
    LEFT_ALONE,
    NEW,
    OUTCOMES,
    REFUSED,
    UPDATED,
    Options,
    PlannedRow,
    plan,
    vocabulary_here,
)
from .publishing import prepare, show, tell, update_public
from .read import read_spreadsheet
from .records import understand

Progress = Callable[[str, int, int], None]


# SQLite has no queue: who waits for the lock looks again at most every tenth of a second,
# and would for minutes never find it free between two steps that follow at once.
AT_WORK, GIVING_WAY = 0.4, 0.12


class Steps:
    """Counts the steps of an import, and gives way to other people's saves between them."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.since = time.monotonic()

    def done(self, what: str, done: int, total: int) -> None:
        """A step is over and no lock is held."""
        self.progress(what, done, total)
        self.give_way()

    def give_way(self) -> None:
        """Pause, after a while of work, for longer than anybody waits between two looks."""
        if time.monotonic() - self.since > AT_WORK:
            time.sleep(GIVING_WAY)
            self.since = time.monotonic()


class ImportFailed(Exception):
    """The import did not finish; the message says what is there now."""


@dataclass
class Result:
    """What an import did, or would do."""

    rows: list[PlannedRow] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    published: int = 0
    seconds: float = 0.0
    applied: bool = False

    @property
    def counts(self) -> dict[str, int]:
        """How many rows had each outcome, in a fixed order."""
        counted = Counter(row.outcome for row in self.rows)
        return {outcome: counted[outcome] for outcome in OUTCOMES}

    @property
    def refused(self) -> int:
        """How many rows were refused."""
        return self.counts[REFUSED]


def import_file(path: Path, options: Options, dry_run: bool, progress: Progress) -> Result:
    """Import the file at `path`. Raises `CannotRead`, or `ImportFailed` when writing failed."""
    started = time.monotonic()
    sheet = read_spreadsheet(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    here = vocabulary_here()
    rows = []
    for done, raw in enumerate(sheet.rows, start=1):
        rows.append(understand(raw, here))
        progress("Reading", done, len(sheet.rows))
    result = Result(plan(rows, options), sheet.remarks)
    if not dry_run and not (result.refused and not options.skip_refused):
        _apply(result, options, Steps(progress))
        _log(result, digest)
    result.seconds = time.monotonic() - started
    return result


def _apply(result: Result, options: Options, steps: Steps) -> None:
    written: list[Written] = []
    try:
        _write_all(result.rows, options, written, steps)
        drafts, public = _prepare_all(result.rows, steps)
        shown = show(drafts)
    except BaseException as error:
        take_back(written, steps.give_way)
        raise ImportFailed(
            f"The import stopped ({_reason(error)}). What it had written was taken back; "
            "nothing was published. Tags and organisations that it added are still listed."
        ) from error
    for planned in result.rows:
        if planned.page_id in drafts.keys() - set(shown):
            planned.publish = False
            planned.remarks.append("Not published: somebody changed it here during the import.")
    result.applied = True
    _finish(result, shown, public, steps)


def _write_all(
    rows: list[PlannedRow], options: Options, written: list[Written], steps: Steps
) -> None:
    to_write = [row for row in rows if row.outcome in (NEW, UPDATED)]
    for done, planned in enumerate(to_write, start=1):
        try:
            one = write(planned, options)
        except ChangedMeanwhile:
            planned.outcome, planned.publish = LEFT_ALONE, False
            planned.remarks.append("Somebody changed it here during the import. Run it again.")
            continue
        except Exception as error:
            raise ImportFailed(f"row {planned.row.number}: {error}") from error
        written.append(one)
        planned.page_id, planned.revision_id = one.page_id, one.revision_id
        steps.done("Writing drafts", done, len(to_write))


def _prepare_all(rows: list[PlannedRow], steps: Steps) -> tuple[dict[int, int], dict[int, int]]:
    """What to show for the first time, and what is public already: {page: revision}."""
    drafts, public = {}, {}
    to_publish = [row for row in rows if row.publish]
    for done, planned in enumerate(to_publish, start=1):
        is_draft = prepare(planned.page_id, planned.revision_id, planned.outcome == NEW)
        (drafts if is_draft else public)[planned.page_id] = planned.revision_id
        steps.done("Preparing to publish", done, len(to_publish))
    return drafts, public


def _finish(result: Result, shown: list[int], public: dict[int, int], steps: Steps) -> None:
    result.published = len(shown)
    try:
        for done, page_id in enumerate(shown, start=1):
            tell(page_id)
            steps.done("Publishing", done, len(shown))
        # One at a time: each is whole before and after, and nobody has to wait for all.
        for done, (page_id, revision_id) in enumerate(public.items(), start=1):
            update_public(page_id, revision_id)
            result.published += 1
            steps.done("Publishing changes", done, len(public))
    except BaseException as error:
        raise ImportFailed(
            f"The import stopped while it was publishing ({_reason(error)}). All records are "
            f"there; {result.published} are published. Run it again to finish."
        ) from error


def _reason(error: BaseException) -> str:
    return "it was interrupted" if isinstance(error, KeyboardInterrupt) else str(error)


def _log(result: Result, digest: str) -> None:
    counts = {"new": 0, "updated": 0} | {
        outcome.replace(" ", "_"): count for outcome, count in result.counts.items()
    }
    compendium = CompendiumPage.objects.order_by("pk").first()
    log_file(compendium, {**counts, "published": result.published}, digest)
