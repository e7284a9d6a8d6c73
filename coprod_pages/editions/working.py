"""Making what was asked for: by as many workers as one likes, each document by one of them.

A worker takes a making with one conditional UPDATE that gives it a lease, and makes the lease
longer whenever it says how far it is. When it is killed, the lease runs out and another takes the
making from the beginning. Documents are written outside of any transaction into files that nobody
sees; what makes them the current ones is one short transaction at the end.
"""

import logging
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from django.core.files import File
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from .choices import Form, Kind, State
from .formats import write
from .making_models import MadeFile, Making
from .pdf import PdfResult
from .permitted import take_down_what_may_not_be_shown
from .reading import NothingLeft, document_of, picture_keys
from .tree import Document
from .unprintable import places_of

# Longer than it takes to set the pages of a large edition, between two notes.
LEASE = timedelta(minutes=15)
MOST_ATTEMPTS = 3
# Seconds between two notes of how far it is.
TOLD_EVERY = 1.0
# Of the whole, reading the case studies is about so much.
READING = 15

logger = logging.getLogger(__name__)


class LeaseLost(RuntimeError):
    """Somebody else makes it by now, or it is not wanted any more."""


@dataclass
class Written:
    """A file that is written and not yet anybody's."""

    form: str
    path: Path
    result: PdfResult | None

    @property
    def pages(self) -> int | None:
        """How many pages it has, where there are pages."""
        return self.result.pages if self.result else None


@dataclass
class Progress:
    """Says in the making's row how far it is, and keeps the lease."""

    making: Making
    told_at: float = field(default=0.0)

    def tell(self, step: str, percent: int, now_at_once: bool = False) -> None:
        """Note a step. Raises `LeaseLost`."""
        if not now_at_once and time.monotonic() - self.told_at < TOLD_EVERY:
            return
        self.told_at = time.monotonic()
        held = Making.objects.filter(pk=self.making.pk, lease=self.making.lease)
        if not held.update(
            step=step[:150], percent=min(percent, 99), lease_until=timezone.now() + LEASE
        ):
            raise LeaseLost


def make_due(is_ending: Callable[[], bool] = lambda: False) -> int:
    """Make what is due, one after the other; returns how many were taken in hand."""
    count = 0
    while not is_ending():
        making = claim_next(timezone.now())
        if making is None:
            return count
        make(making)
        count += 1
    return count


def is_anything_due(now: datetime) -> bool:
    """Whether something waits to be made."""
    return Making.objects.due(now).exists()


def claim_next(now: datetime) -> Making | None:
    """Take what waits longest; what people wait for goes before whole editions."""
    due = Making.objects.due(now)
    first = due.exclude(kind=Kind.EDITION).order_by("pk").values_list("pk", flat=True)
    then = due.filter(kind=Kind.EDITION).order_by("pk").values_list("pk", flat=True)
    for key in [*first[:10], *then[:10]]:
        lease = uuid4().hex
        taken = Making.objects.due(now).filter(pk=key)
        if taken.update(
            state=State.WORKING,
            lease=lease,
            lease_until=now + LEASE,
            attempts=F("attempts") + 1,
            percent=0,
            step="",
            error="",
        ):
            return Making.objects.filter(pk=key, lease=lease).first()
    return None


def make(making: Making) -> None:
    """Make one document in all its forms, or say why not."""
    if making.attempts > MOST_ATTEMPTS:
        _fail(making, _("The program that makes it came to an end three times. Press Make again."))
        return
    progress = Progress(making)
    try:
        with tempfile.TemporaryDirectory(prefix="coprod-edition-") as folder:
            document, files = _write_all(making, Path(folder), progress)
            _store(making, document, files)
    except LeaseLost:
        logger.warning("%s is made by somebody else, or not wanted any more.", making)
    except NothingLeft as why:
        _fail(making, str(why))
    except Exception as error:
        logger.exception("%s could not be made", making)
        _fail(making, in_words(error))


def in_words(error: Exception) -> str:
    """What an editor is told of an error that nobody foresaw."""
    said = _("It could not be made (%(error)s). Press Make again. If that does not help, tell ")
    said += _("whoever looks after the server; the reason stands in its log.")
    return said % {"error": f"{type(error).__name__}: {error}"[:200]}


def _write_all(making: Making, folder: Path, progress: Progress) -> tuple[Document, list[Written]]:
    progress.tell(_("Reading the case studies"), 1, now_at_once=True)

    def reading(done: int, total: int) -> None:
        step = _("Reading the case studies: %(done)s of %(total)s")
        share = done / max(total, 1)
        progress.tell(step % {"done": done, "total": total}, int(READING * share))

    document = document_of(making, reading)
    share = (100 - READING) / max(len(making.forms), 1)
    files = []
    for number, form in enumerate(making.forms):
        start = READING + number * share
        step = _("Writing: %(form)s") % {"form": Form(form).label}
        progress.tell(step, int(start), now_at_once=True)
        path = folder / f"document.{ENDINGS[form]}"

        def writing(words: str, step: str = step, start: float = start) -> None:
            progress.tell(f"{step}. {words}", int(start + share / 2))

        files.append(Written(form, path, write(form, document, path, writing)))
    return document, files


ENDINGS = {Form.PDF: "pdf", Form.LARGE_PDF: "large.pdf", Form.WORD: "docx", Form.WEB: "html"}


def _store(making: Making, document: Document, files: list[Written]) -> None:
    """Keep the files, and let them be the current ones if the lease is still ours."""
    results = [written.result for written in files if written.result]
    letters = frozenset().union(*(result.unprintable for result in results))
    unprintable = places_of(document, letters)
    rows = []
    for written in files:
        row = MadeFile(
            making=making,
            form=written.form,
            size=written.path.stat().st_size,
            pages=written.pages,
        )
        with written.path.open("rb") as content:
            row.file.save(written.path.name, File(content), save=False)
        rows.append(row)
    try:
        _become_current(making, document, rows, unprintable)
    except BaseException:
        for row in rows:
            row.file.storage.delete(row.file.name)
        raise
    take_down_what_may_not_be_shown(Making.objects.filter(pk=making.pk))


@transaction.atomic
def _become_current(
    making: Making, document: Document, rows: list[MadeFile], unprintable: dict[str, str]
) -> None:
    held = Making.objects.filter(pk=making.pk, lease=making.lease, state=State.WORKING)
    if not held.update(
        state=State.DONE,
        lease="",
        step="",
        percent=100,
        made_at=timezone.now(),
        pictures=picture_keys(document),
        replaces=document.cover.replaces,
        unprintable=unprintable,
    ):
        raise LeaseLost
    for row in rows:
        row.save()
    if making.edition_id:
        # What was public before is replaced by this in the same moment. A proof replaces no
        # more than an earlier proof. It may have been published while it was being made.
        making.refresh_from_db(fields=["is_proof"])
        alike = Making.objects.filter(edition=making.edition_id, is_proof=making.is_proof)
        alike.exclude(pk=making.pk).exclude(state__in=[State.WAITING, State.WORKING]).delete()


def _fail(making: Making, why: str) -> None:
    Making.objects.filter(pk=making.pk, lease=making.lease).update(
        state=State.FAILED, lease="", step="", error=why[:500]
    )


def tidy_up(now: datetime | None = None) -> None:
    """Delete what is over: booklets after their hour, and the files of what was taken down."""
    now = now or timezone.now()
    Making.objects.filter(expires_at__lte=now).exclude(state=State.WORKING).delete()
    done = Making.objects.filter(state=State.DONE, down_since=None)
    if done.exists():
        take_down_what_may_not_be_shown(done)
    MadeFile.objects.exclude(making__down_since=None).delete()
