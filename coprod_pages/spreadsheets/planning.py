"""What an import would do with each row, before anything is written."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..case_studies.choices import Provenance
from ..case_studies.models import CaseStudyPage
from ..continuum.models import ContinuumStage
from ..searching.text_normalising import words_of
from ..taxonomy.models import Borough, EqualityGroup, OrganisationKind, Theme
from .log_entries import LastImport, last_imports
from .notes import LOOK, Note
from .records import ReadRow
from .vocabulary import Vocabulary, words_for

NEW, UPDATED, UNCHANGED = "new", "updated", "unchanged"
LEFT_ALONE, REFUSED = "left alone", "refused"
OUTCOMES = [NEW, UPDATED, UNCHANGED, LEFT_ALONE, REFUSED]


@dataclass(frozen=True)
class Options:
    """What was asked for."""

    publish: bool = False
    skip_refused: bool = False
    overwrite: bool = False
    organisation_id: int | None = None


@dataclass
class PlannedRow:
    """A row and what is to happen to it."""

    row: ReadRow
    outcome: str
    page_id: int | None = None
    revision_id: int | None = None
    publish: bool = False
    remarks: list[str] = field(default_factory=list)


def vocabulary_here() -> Vocabulary:
    """The words of this site's vocabularies."""

    def words(model: type) -> dict[str, str]:
        return words_for(model.objects.values_list("name", "slug"))

    return Vocabulary(
        themes=words(Theme),
        equality_groups=words(EqualityGroup),
        kinds=words(OrganisationKind),
        # Two lines may have a stage of the same name: the oldest line's is meant.
        stages=words_for(
            ContinuumStage.objects.published().order_by("-continuum").values_list("name", "slug")
        ),
        boroughs=words(Borough),
    )


def plan(rows: list[ReadRow], options: Options) -> list[PlannedRow]:
    """What is to happen to each of `rows`. Reads the database and changes nothing."""
    _refuse_doubles(rows)
    _point_out_look_alikes(rows)
    pages = _imported_before(row.source_id for row in rows if row.record)
    imports = last_imports([page.pk for page in pages])
    by_source = _by_source(pages, imports)
    return [_plan_row(row, by_source.get(row.source_id), imports, options) for row in rows]


def _refuse_doubles(rows: list[ReadRow]) -> None:
    times = Counter(row.source_id for row in rows if row.source_id)
    for row in rows:
        if times[row.source_id] > 1:
            numbers = [str(other.number) for other in rows if other.source_id == row.source_id]
            row.record = None
            row.refusals.append(f"Rows {' and '.join(numbers)} have the same source_id.")


def _point_out_look_alikes(rows: list[ReadRow]) -> None:
    """Two records may be of one thing; which of them to keep is for people to say."""
    alike: dict[str, list[ReadRow]] = {}
    for row in rows:
        if row.record:
            alike.setdefault(" ".join(sorted(set(words_of(row.title)))), []).append(row)
    for same in alike.values():
        for row in same:
            others = ", ".join(str(other.number) for other in same if other is not row)
            if others:
                words = f"nearly the same title as row {others}; each was taken as its own record"
                row.notes.append(Note(LOOK, words))


def _imported_before(source_ids: Iterable[str]) -> list[CaseStudyPage]:
    wanted, pages = list(source_ids), []
    for start in range(0, len(wanted), 500):
        pages += CaseStudyPage.objects.filter(
            provenance=Provenance.IMPORTED, source_id__in=wanted[start : start + 500]
        ).order_by("pk")
    return pages


def _by_source(
    pages: list[CaseStudyPage], imports: dict[int, LastImport]
) -> dict[str, CaseStudyPage]:
    """The page of each source; of an original and an editor's copy of it, the original."""
    found: dict[str, CaseStudyPage] = {}
    for page in sorted(pages, key=lambda page: (page.pk not in imports, page.pk)):
        found.setdefault(page.source_id, page)
    return found


def _plan_row(
    row: ReadRow,
    page: CaseStudyPage | None,
    imports: dict[int, LastImport],
    options: Options,
) -> PlannedRow:
    if row.record is None:
        return PlannedRow(row, REFUSED)
    if page is None:
        return PlannedRow(row, NEW, publish=options.publish)
    planned = PlannedRow(row, UNCHANGED, page.pk, page.latest_revision_id)
    last = imports.get(page.pk)
    edited = last is None or last.revision_id != page.latest_revision_id
    same = last is not None and last.digest == row.record.digest
    if page.locked:
        planned.outcome = LEFT_ALONE
        planned.remarks.append("It is locked here.")
    elif options.overwrite and (edited or not same):
        planned.outcome = UPDATED
        if edited:
            planned.remarks.append("What was changed here since the last import is replaced.")
    elif edited and not same:
        planned.outcome = LEFT_ALONE
        planned.remarks.append(
            "It was changed here since it was imported. To replace that, use --overwrite."
        )
    elif edited:
        planned.remarks.append("It was changed here since it was imported; that stays.")
    elif not same:
        planned.outcome = UPDATED
    _plan_publishing(planned, page, edited, options)
    return planned


def _plan_publishing(
    planned: PlannedRow, page: CaseStudyPage, edited: bool, options: Options
) -> None:
    replaced = planned.outcome == UPDATED
    shown_as_it_is = page.live and not page.has_unpublished_changes
    if not options.publish or planned.outcome == LEFT_ALONE or (shown_as_it_is and not replaced):
        return
    if edited and not replaced:
        planned.remarks.append("Not published: the changes made here go through the review.")
    elif not page.live and page.first_published_at is not None:
        planned.remarks.append("Not published: it was taken down here and stays down.")
    else:
        planned.publish = True
