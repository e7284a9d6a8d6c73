"""Writing planned rows as drafts, one short transaction each, and taking them back.

Each step locks the compendium for milliseconds, so that other people's saves go on while a
large file is imported. Nothing that is written here can be seen by the public.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from wagtail.models import Page, Revision

from ..case_studies.choices import Provenance
from ..case_studies.models import CaseStudyPage
from ..compendium.models import CompendiumPage
from .filling import fill
from .log_entries import forget_row, log_row
from .planning import NEW, Options, PlannedRow


class ChangedMeanwhile(Exception):
    """Somebody else has written the case study since the import was planned."""


@dataclass(frozen=True)
class Written:
    """What was written for a row, with what is needed to take it back."""

    planned: PlannedRow
    page_id: int
    revision_id: int
    revision_before: int | None
    unpublished_before: bool = False


@transaction.atomic
def write(planned: PlannedRow, options: Options) -> Written:
    """Write the draft of one row. Raises `ChangedMeanwhile`."""
    # Two imports at once wait for each other here, so that neither makes a double.
    compendium = CompendiumPage.objects.select_for_update().order_by("pk")[:1].get()
    if planned.outcome == NEW:
        return _create(planned, compendium, options)
    return _update(planned)


def _create(planned: PlannedRow, compendium: CompendiumPage, options: Options) -> Written:
    record = planned.row.record
    imported = CaseStudyPage.objects.filter(provenance=Provenance.IMPORTED)
    if imported.filter(source_id=record.source_id).exists():
        raise ChangedMeanwhile
    page = CaseStudyPage(
        live=False,
        has_unpublished_changes=True,
        provenance=Provenance.IMPORTED,
        source_id=record.source_id,
        looked_after_by_id=options.organisation_id,
    )
    fill(page, record)
    compendium.add_child(instance=page)
    revision = page.save_revision(clean=False)
    log_row(page, revision, record.digest)
    return Written(planned, page.pk, revision.pk, None)


def _update(planned: PlannedRow) -> Written:
    page = CaseStudyPage.objects.filter(pk=planned.page_id).first()
    if page is None or page.latest_revision_id != planned.revision_id:
        raise ChangedMeanwhile
    unpublished = page.has_unpublished_changes
    draft = page.get_latest_revision_as_object()
    fill(draft, planned.row.record)
    revision = draft.save_revision()
    log_row(draft, revision, planned.row.record.digest)
    return Written(planned, page.pk, revision.pk, planned.revision_id, unpublished)


def take_back(written: list[Written], give_way: Callable[[], None]) -> None:
    """Undo `write`, last row first. What somebody has edited meanwhile is left to them."""
    for one in reversed(written):
        give_way()
        with transaction.atomic():
            page = CaseStudyPage.objects.filter(
                pk=one.page_id, latest_revision_id=one.revision_id
            ).first()
            if page is None or (one.planned.outcome == NEW and page.live):
                continue
            if one.planned.outcome == NEW:
                page.delete()
            else:
                _restore_revision(page, one)
            forget_row(one.revision_id)


def _restore_revision(page: CaseStudyPage, one: Written) -> None:
    before = Revision.objects.filter(pk=one.revision_before).first()
    Page.objects.filter(pk=page.pk).update(
        latest_revision=before,
        latest_revision_created_at=before.created_at if before else None,
        draft_title=before.content["title"] if before else page.title,
        has_unpublished_changes=one.unpublished_before,
    )
    Revision.objects.filter(pk=one.revision_id).delete()
