"""A record's plain values, put into a case study."""

from ..case_studies.models import CaseStudyPage
from ..case_studies.rows import CaseStudyPartner, CaseStudyStage
from ..continuum.models import ContinuumStage
from ..taxonomy.models import (
    Borough,
    EqualityGroup,
    Organisation,
    OrganisationKind,
    Theme,
    tag_for_name,
)
from .records import Record


def fill(page: CaseStudyPage, record: Record) -> None:
    """Give `page` what `record` holds. Saves nothing but organisations and tags."""
    facts = record.facts
    page.title = record.title
    # Otherwise the admin's lists go on to show the draft under its old title.
    page.draft_title = record.title
    page.summary = record.summary
    page.story = page._meta.get_field("story").to_python(
        [{"type": kind, "value": value} for kind, value in record.story]
    )
    page.need, page.worked = record.need, record.worked
    page.did_not_work = record.did_not_work
    page.reach, page.place = record.where.reach, record.where.place
    page.funder, page.how_reached = facts.funder, facts.how_reached
    page.participants, page.progress = facts.participants, facts.progress
    page.start_date, page.start_precision = facts.start, facts.start_precision
    page.end_date, page.end_precision = facts.end, facts.end_precision
    page.source_link, page.credit = record.source_link, record.credit
    _fill_lists(page, record)
    _fill_organisations(page, record)


def _fill_lists(page: CaseStudyPage, record: Record) -> None:
    subjects = record.subjects
    page.boroughs.set(Borough.objects.filter(slug__in=record.where.boroughs))
    page.themes.set(Theme.objects.filter(slug__in=subjects.themes))
    page.equality_groups.set(EqualityGroup.objects.filter(slug__in=subjects.equality_groups))
    page.tags.set(list({tag_for_name(name).name for name in subjects.tags}))
    notes = {row.stage_id: row.note for row in page.stage_rows.all()}
    stages = ContinuumStage.objects.filter(slug__in=subjects.stages)
    page.stage_rows.set(
        [
            CaseStudyStage(stage=stage, sort_order=order, note=notes.get(stage.pk, ""))
            for order, stage in enumerate(stages)
        ]
    )


def _fill_organisations(page: CaseStudyPage, record: Record) -> None:
    names = record.facts.organisations
    lead, *partners = [
        organisation_called(name, record.facts.kind if order == 0 else "")
        for order, name in enumerate(names)
    ] or [None]
    page.lead_organisation = lead
    page.partners.set(
        [
            CaseStudyPartner(organisation=partner, sort_order=order)
            for order, partner in enumerate(partners)
        ]
    )


def organisation_called(name: str, kind: str) -> Organisation:
    """The organisation called `name` in any case, made with its `kind` if there is none.

    The kind of one that is there already is the editors', and stays.
    """
    existing = Organisation.objects.filter(name__iexact=name).order_by("pk").first()
    if existing:
        return existing
    return Organisation.objects.create(
        name=name, kind=OrganisationKind.objects.filter(slug=kind).first() if kind else None
    )
