"""Turning the sample records into pages. Nothing here changes a page that is there already."""

from datetime import timedelta
from html import escape
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.compendium.models import CompendiumPage
from coprod_pages.continuum.models import ContinuumStage
from coprod_pages.taxonomy.models import (
    Borough,
    EqualityGroup,
    Organisation,
    OrganisationKind,
    Theme,
)

from .organisations import WORKING_GROUP, OrganisationRecord
from .pictures import image_for
from .records import Block, CaseStudy, call_out, link

CREDIT = "Summary by the working group’s editors of published accounts"


def add_organisation(record: OrganisationRecord) -> Organisation:
    """The organisation of this name, made if there is none."""
    existing = Organisation.objects.filter(name__iexact=record.name).first()
    return existing or Organisation.objects.create(
        name=record.name,
        kind=OrganisationKind.objects.filter(slug=record.kind).first(),
        borough=Borough.objects.filter(slug=record.borough).first(),
        website=record.website,
    )


def add_case_study(record: CaseStudy, user: Any = None) -> CaseStudyPage | None:
    """The case study as an unpublished page; `None` if it is there already.

    It is known by its number at the source, so that one whose address an editor has
    changed is not made a second time.
    """
    number = f"sample:{record.slug}"
    taken = CaseStudyPage.objects.filter(source_id=number).exists()
    if taken or CaseStudyPage.objects.filter(slug=record.slug).exists():
        return None
    page = CaseStudyPage(
        title=record.title,
        slug=record.slug,
        live=False,
        owner=user,
        source_id=number,
        source_link=record.sources[0].link if record.sources else "",
        credit=CREDIT if record.sources else "",
        lead_organisation=_organisation(record.lead),
        looked_after_by=_organisation(record.looked_after_by or WORKING_GROUP),
        **_plain_fields(record),
    )
    page.story = in_field(page, "story", with_source(record))
    CompendiumPage.objects.get().add_child(instance=page)
    _fill_lists(page, record)
    page.save()
    page.save_revision(user=user)
    return page


def with_source(record: CaseStudy) -> list[Block]:
    """The story, ended by where it comes from."""
    if not record.sources:
        return record.story
    links = [f"{link(source.link, escape(source.title))}." for source in record.sources]
    told = (
        "This is a summary by the working group’s editors of published accounts. Those who "
        "took part may see it differently, and we would like to hear from them."
    )
    return [*record.story, call_out("Where this comes from", told, *links)]


def in_field(page: Page, name: str, blocks: list[Block]) -> Any:
    """`blocks` as the value of a StreamField, with our drawings in place of their keys."""
    filled = [_with_image(block) if block["type"] == "picture" else block for block in blocks]
    return page._meta.get_field(name).to_python(filled)


def publish(page: Page, user: Any = None, days_ago: int | None = None) -> None:
    """Publish the latest text of `page`, as if `days_ago` days before today."""
    page.save_revision(user=user).publish()
    if days_ago is not None:
        moment = timezone.now() - timedelta(days=days_ago)
        Page.objects.filter(pk=page.pk).update(first_published_at=moment, last_published_at=moment)


def _with_image(block: Block) -> Block:
    image = image_for(block["value"]["key"])
    return {
        "type": "picture",
        "value": {
            "image": {"image": image.pk, "alt_text": image.description, "decorative": False},
            "caption": block["value"]["caption"],
        },
    }


def _plain_fields(record: CaseStudy) -> dict[str, Any]:
    """What goes from the record to the page unchanged."""
    names = (
        *("summary", "search_description", "need", "worked", "did_not_work", "differently"),
        *("others_need", "what_changed", "plain_language", "involved_when", "final_decision"),
        *("reach", "place", "participants", "how_reached", "payment", "access_arrangements"),
        *("progress", "money_band", "volunteers", "funder"),
    )
    fields = {name: getattr(record, name) for name in names}
    for end in ("start", "end"):
        if getattr(record, end):
            fields[f"{end}_date"], fields[f"{end}_precision"] = getattr(record, end)
    return fields


def _fill_lists(page: CaseStudyPage, record: CaseStudy) -> None:
    page.tags.set(record.tags)
    page.themes.set(Theme.objects.filter(slug__in=record.themes))
    page.boroughs.set(Borough.objects.filter(slug__in=record.boroughs))
    page.equality_groups.set(EqualityGroup.objects.filter(slug__in=record.equality_groups))
    for order, (slug, note) in enumerate(record.stages.items()):
        stage = ContinuumStage.objects.filter(slug=slug).first()
        if stage:
            page.stage_rows.create(stage=stage, note=note, sort_order=order)
    for order, (name, role) in enumerate(record.partners.items()):
        page.partners.create(organisation=_organisation(name), role=role, sort_order=order)
    for order, source in enumerate(record.sources):
        page.evidence.create(
            title=source.title, kind=source.kind, link=source.link, sort_order=order
        )


def _organisation(name: str) -> Organisation | None:
    return Organisation.objects.get(name__iexact=name) if name else None


def pin_related(record: CaseStudy, page: CaseStudyPage) -> None:
    """Pin the case studies that the record names, once all of them are there."""
    for order, slug in enumerate(record.related):
        related = CaseStudyPage.objects.filter(source_id=f"sample:{slug}").first()
        if related:
            page.pinned_related.create(related=related, sort_order=order)
    page.save()
