"""What an import leaves in the log: on the compendium per file, on each case study per row.

The entry on a case study also says which revision the import wrote and what the row said.
That is how a later import knows whether an editor has changed the case study since. It is
kept in the log and not on the page, where an editor's older revision could bring it back.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter, log, registry
from wagtail.models import Page, PageLogEntry, Revision

FILE_ACTION = "coprod_pages.spreadsheet.import"
ROW_ACTION = "coprod_pages.case_study.import"


@registry.register_action(FILE_ACTION)
class FileFormatter(LogFormatter):
    """A file was imported."""

    label = _("Import a spreadsheet")

    def format_message(self, log_entry: Any) -> str:
        return _(
            "Imported a spreadsheet: %(new)s new, %(updated)s updated, %(published)s published"
        ) % {name: log_entry.data.get(name, 0) for name in ("new", "updated", "published")}


@registry.register_action(ROW_ACTION)
class RowFormatter(LogFormatter):
    """A case study was written from a row of a spreadsheet."""

    label = _("Import from a spreadsheet")
    message = _("Written from a row of a spreadsheet")


@dataclass(frozen=True)
class LastImport:
    """What the last import wrote: its revision, and the digest of the row."""

    revision_id: int | None
    digest: str


def log_row(page: Page, revision: Revision, digest: str) -> None:
    """Remember that `revision` was written from a row with `digest`."""
    log(instance=page, action=ROW_ACTION, revision=revision, data={"digest": digest})


def log_file(compendium: Page, counts: dict[str, int], digest: str) -> None:
    """Remember that a file was imported: how many, and a digest of the file; nobody's name."""
    log(instance=compendium, action=FILE_ACTION, data={**counts, "file": digest})


def last_imports(page_ids: list[int]) -> dict[int, LastImport]:
    """What the last import wrote, for each of `page_ids` that was imported."""
    entries = PageLogEntry.objects.filter(action=ROW_ACTION, page_id__in=page_ids)
    return {
        entry.page_id: LastImport(entry.revision_id, entry.data.get("digest", ""))
        for entry in entries.order_by("timestamp", "pk")
    }


def forget_row(revision_id: int) -> None:
    """Take back what `log_row` has remembered, when the import is undone."""
    PageLogEntry.objects.filter(action=ROW_ACTION, revision_id=revision_id).delete()
