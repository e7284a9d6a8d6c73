"""Template tags of the continuum: its diagram, its stages, the code for other sites."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.utils.html import format_html
from django.utils.translation import get_language_bidi, npgettext
from django.utils.translation import gettext as _

from ..case_studies.models import CaseStudyPage
from ..compendium.stage_counts import StageListing, case_studies_at, stages_with_counts
from ..continuum.diagram import Stage, lay_out, stand_up
from ..continuum.models import Continuum, ContinuumStage
from ..continuum.pages import ContinuumPage
from ..continuum.sheet import Sheet, on_a_sheet
from ..searching.versions import kept_while_lists_stay
from .coprod_tags import compendium_url, site_of

register = template.Library()

# Frames are this high on other sites' pages; what does not fit is scrolled to.
FRAME_HEIGHT = 640


@register.inclusion_tag("coprod_pages/continuum/diagram.html", takes_context=True)
def continuum_diagram(
    context: Context,
    continuum: Continuum | None = None,
    with_list: bool = True,
    current: str = "",
    draft: bool = False,
    whole_addresses: bool = False,
) -> dict[str, Any]:
    """The continuum as a drawing and, unless `with_list` is off, as an ordered list.

    Without a continuum, the one that has a page is drawn. Each stage leads to its own page, or
    where there is none to its case studies. `current` is the address of the stage one is at.
    """
    stages = _stages(context, continuum, draft, whole_addresses)
    unit = longest_unit()
    mirrored = get_language_bidi()
    return {
        "stages": stages,
        "lying": lay_out(stages, unit, mirrored),
        "standing": stand_up(stages, unit, mirrored),
        "with_list": with_list,
        "current": current,
        "target": "_top" if whole_addresses else "",
    }


@register.simple_tag(takes_context=True)
def continuum_sheet(context: Context, page: ContinuumPage) -> Sheet:
    """The drawing with its name and where it is from, with whole addresses: an image of its own."""
    continuum = page.continuum
    stages = _stages(context, continuum, whole_addresses=True)
    drawing = lay_out(stages, longest_unit(), get_language_bidi())
    return on_a_sheet(drawing, continuum.name, [continuum.credit, page.full_url])


def longest_unit() -> str:
    """The longer word for what is counted, which has to fit below an arrow."""
    return max(unit_of(1), unit_of(2), key=len)


@register.filter
def unit_of(count: int | None) -> str:
    """What is counted, without the number."""
    return npgettext("below a number", "case study", "case studies", count or 0)


def _stages(
    context: Context,
    continuum: Continuum | None,
    draft: bool = False,
    whole_addresses: bool = False,
) -> list[Stage]:
    request = getattr(context, "request", None)
    pages = _continuum_pages(request)
    if continuum is None:
        shown = Continuum.objects.filter(live=True)
        continuum = shown.filter(pk__in=pages).first() or shown.first()
    page_urls = pages.get(continuum.pk if continuum else None)
    compendium = compendium_url(context)

    def address_of(slug: str) -> str:
        if not page_urls or not slug:
            return f"{compendium}?stage={slug}"
        return f"{page_urls[whole_addresses]}{slug}/"

    return stages_with_counts(continuum, address_of, draft)


def _continuum_pages(request: HttpRequest | None) -> dict[int | None, tuple[str, str]]:
    """Number of a continuum → the address of its public page: from here, and whole."""

    def addresses() -> dict[int | None, tuple[str, str]]:
        pages = ContinuumPage.objects.live().public().filter(continuum__live=True).order_by("-path")
        return {page.continuum_id: (page.get_url(request), page.full_url) for page in pages}

    return kept_while_lists_stay(("continuum pages", site_of(request)), addresses)


@register.simple_tag(takes_context=True)
def stage_listing(context: Context, stage: ContinuumStage) -> StageListing:
    """The public case studies at `stage`, on the page that the address asks for."""
    return case_studies_at(stage, context["request"].GET)


@register.simple_tag
def frame_code(page: ContinuumPage) -> str:
    """What others paste into their page to show the diagram there."""
    return format_html(
        '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy"></iframe>',
        page.address_of("embed"),
        page.continuum.name if page.continuum else _("Continuum"),
        FRAME_HEIGHT,
    )


@dataclass(frozen=True)
class StageOnPath:
    """A stage of the line, and what a case study says of it if it got there."""

    stage: ContinuumStage
    number: int
    reached: bool
    note: str
    url: str


@register.inclusion_tag("coprod_pages/case_studies/stage_path.html", takes_context=True)
def stage_path(context: Context, case_study: CaseStudyPage) -> dict[str, Any]:
    """The whole line, with the stages that a case study reached and what happened there.

    One that reached stages of several lines is shown along each of them.
    """
    rows = {row.stage_id: row for row in case_study.stages_in_order}
    lines = {row.stage.continuum_id for row in rows.values()}
    pages = _continuum_pages(getattr(context, "request", None))
    compendium = compendium_url(context)
    steps: dict[int, list[StageOnPath]] = {}
    stages = ContinuumStage.objects.published().filter(continuum__in=lines)
    for stage in stages.order_by("continuum", "sort_order").select_related("continuum"):
        line = steps.setdefault(stage.continuum_id, [])
        urls = pages.get(stage.continuum_id)
        line.append(
            StageOnPath(
                stage,
                len(line) + 1,
                reached=stage.pk in rows,
                note=rows[stage.pk].note if stage.pk in rows else "",
                url=f"{urls[0]}{stage.slug}/" if urls else f"{compendium}?stage={stage.slug}",
            )
        )
    return {"lines": list(steps.values())}
