"""Template tags of the plugin: what needs Python and belongs to no single page."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, QueryDict
from django.template.context import Context, RequestContext
from wagtail.models import Site

from ..case_studies.facets import Option
from ..case_studies.listing import FacetChoice
from ..case_studies.models import CaseStudyPage, CompendiumPage
from ..case_studies.stage_counts import stages_with_counts
from ..continuum.diagram import lay_out, stand_up
from ..continuum.models import Continuum, ContinuumStage
from ..taxonomy.models import Borough

register = template.Library()

# Of a long facet this many values are shown at once; the rest can be unfolded.
FACET_VALUES_SHOWN = 8


@register.inclusion_tag("coprod_pages/continuum/diagram.html", takes_context=True)
def continuum_diagram(
    context: Context, continuum: Continuum | None = None, with_list: bool = True
) -> dict[str, Any]:
    """The continuum as a drawing and, unless `with_list` is off, as an ordered list.

    Without a continuum, the first one is drawn. Each stage links to its case studies.
    """
    stages = stages_with_counts(continuum or Continuum.objects.first())
    return {
        "stages": stages,
        "lying": lay_out(stages),
        "standing": stand_up(stages),
        "compendium_url": compendium_url(context),
        "with_list": with_list,
    }


@register.simple_tag(takes_context=True)
def compendium_url(context: Context) -> str:
    """The address of the compendium; empty when there is none yet.

    Kept on the request: a page links to the compendium once for each of its tags.
    """
    request = getattr(context, "request", None)
    known = getattr(request, "_compendium_url", None)
    if known is None:
        compendium = CompendiumPage.objects.live().public().first()
        known = compendium.get_url(request) if compendium else ""
        if request is not None:
            request._compendium_url = known
    return known


# Sections stand below the home page, or below the working group's.
SECTION_LEVELS = 2


@register.simple_tag(takes_context=True)
def section_url(context: Context, slug: str) -> str:
    """The address of a public section by its slug; empty when there is none.

    Wagtail's `slugurl` takes the first page of any kind with that slug, drafts too: a case
    study called "News" would take the link.
    """
    request = getattr(context, "request", None)
    known = getattr(request, "_section_urls", None)
    if known is None:
        known = _section_urls(request)
        if request is not None:
            request._section_urls = known
    return known.get(slug, "")


def _section_urls(request: HttpRequest | None) -> dict[str, str]:
    site = Site.find_for_request(request) if request else None
    if site is None:
        return {}
    root = site.root_page
    sections = root.get_descendants().live().public().not_type(CaseStudyPage)
    near = sections.filter(depth__lte=root.depth + SECTION_LEVELS).order_by("-depth", "-path")
    # The last of equals wins: the one nearest to the home page.
    return {page.slug: page.get_url(request) for page in near}


@register.simple_tag(takes_context=True)
def compendium_link(context: Context, **values: Any) -> str:
    """The address of the compendium narrowed by one facet: `{% compendium_link tag="housing" %}`."""
    query = QueryDict(mutable=True)
    query.update({name: str(value) for name, value in values.items() if value})
    return f"{compendium_url(context)}?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def facet_link(context: Context, parameter: str, value: str) -> str:
    """The address of the compendium narrowed by a facet whose parameter is a variable."""
    return compendium_link(context, **{parameter: value})


@register.inclusion_tag("coprod_pages/case_studies/facet.html")
def facet_group(facet: FacetChoice, unfolded: bool = False) -> dict[str, Any]:
    """A facet as checkboxes. Of many values the most used and the chosen ones come first."""
    most_used = sorted(facet.options, key=lambda option: -option.count)[:FACET_VALUES_SHOWN]
    shown = [option for option in facet.options if option.selected or option in most_used]
    rest = [option for option in facet.options if option not in shown]
    if len(rest) == 1:
        shown, rest = list[Option](facet.options), []
    return {
        "parameter": facet.parameter,
        "label": facet.label,
        "selected_count": facet.selected_count,
        "unfolded": unfolded or bool(facet.selected_count),
        "shown": shown,
        "rest": rest,
    }


@dataclass(frozen=True)
class PageLink:
    """A step of the pagination: a number with its address, or a gap when it has none."""

    label: str
    query: str = ""
    current: bool = False


@register.inclusion_tag("coprod_pages/pagination.html", takes_context=True)
def pagination(
    context: RequestContext, page_of_results: PaginatorPage, query: str | None = None
) -> dict[str, Any]:
    """Links to the other pages of a list. `query` is the rest of the address's parameters;
    without it, those of the request are kept."""
    if query is None:
        parameters = context["request"].GET.copy()
        parameters.pop("page", None)
        query = parameters.urlencode()
    lead = f"?{query}&" if query else "?"

    def address(number: int) -> str:
        return f"{lead}page={number}"

    paginator = page_of_results.paginator
    steps = [
        PageLink(str(step))
        if step == Paginator.ELLIPSIS
        else PageLink(str(step), address(int(step)), step == page_of_results.number)
        for step in paginator.get_elided_page_range(page_of_results.number, on_each_side=1)
    ]
    return {
        "steps": steps if paginator.num_pages > 1 else [],
        "previous": address(page_of_results.number - 1) if page_of_results.has_previous() else "",
        "following": address(page_of_results.number + 1) if page_of_results.has_next() else "",
    }


@dataclass(frozen=True)
class StageOnPath:
    """A stage of the line, and what a case study says of it if it got there."""

    stage: ContinuumStage
    number: int
    reached: bool
    note: str


@register.inclusion_tag("coprod_pages/case_studies/stage_path.html", takes_context=True)
def stage_path(context: Context, case_study: CaseStudyPage) -> dict[str, Any]:
    """The whole line, with the stages that a case study reached and what happened there."""
    rows = {row.stage_id: row for row in case_study.stages_in_order}
    lines = {row.stage.continuum_id for row in rows.values()}
    stages = ContinuumStage.objects.filter(continuum__in=lines)
    return {
        "steps": [
            StageOnPath(
                stage,
                number,
                reached=stage.pk in rows,
                note=rows[stage.pk].note if stage.pk in rows else "",
            )
            for number, stage in enumerate(stages, start=1)
        ],
        "compendium_url": compendium_url(context),
    }


@dataclass(frozen=True)
class Tile:
    """A borough on the tile map, with how many public case studies there are in it."""

    borough: Borough
    count: int

    @property
    def row(self) -> int:
        """Its row from 0. Row 4 is the first south of the river, which has a row of its own."""
        return self.borough.tile_row + (self.borough.tile_row >= 4)


@register.inclusion_tag("coprod_pages/case_studies/borough_tiles.html", takes_context=True)
def borough_tiles(context: Context) -> dict[str, Any]:
    """London as tiles, a borough each. Those with case studies link to them."""
    visible = CaseStudyPage.objects.visible_to_public().order_by()
    counts = dict(visible.values_list("boroughs").annotate(number=Count("pk", distinct=True)))
    tiles = [Tile(borough, counts.get(borough.pk, 0)) for borough in Borough.objects.all()]
    return {"tiles": tiles, "compendium_url": compendium_url(context)}
