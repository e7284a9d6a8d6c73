"""Template tags of the plugin: what needs Python and belongs to no single page."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict
from django.template.context import Context, RequestContext
from django.utils.translation import gettext as _
from wagtail.images.models import AbstractImage
from wagtail.models import Site

from ..case_studies.models import CaseStudyPage
from ..compendium.cards import Card
from ..compendium.catalogue import current
from ..compendium.models import CompendiumPage
from ..compendium.related import related_to
from ..compendium.terms import key_of
from ..searching.versions import kept_while_lists_stay
from ..shown_pictures import withheld
from ..taxonomy.models import Borough

register = template.Library()


@dataclass(frozen=True)
class ShownPicture:
    """The picture, if it is to be shown, and what a preview says below it."""

    picture: AbstractImage | None
    note: str = ""


@register.simple_tag(takes_context=True)
def shown_picture(context: Context, picture: AbstractImage | None) -> ShownPicture:
    """`picture` as far as it may be shown here; every template that shows one asks this first.

    A preview, and the text that a contributor says yes to, show also what visitors do not see.
    """
    request = context.get("request") or getattr(context, "request", None)
    if not picture or picture.pk not in withheld(request):
        return ShownPicture(picture or None)
    if not getattr(request, "is_preview", False):
        return ShownPicture(None)
    return ShownPicture(picture, _("Visitors do not see this picture: nobody agrees to it now."))


@register.simple_tag(takes_context=True)
def compendium_url(context: Context) -> str:
    """The address of the compendium; empty when there is none yet."""
    request = getattr(context, "request", None)

    def address() -> str:
        compendium = CompendiumPage.objects.live().public().first()
        return (compendium.get_url(request) or "") if compendium else ""

    return kept_while_lists_stay(("compendium", site_of(request)), address)


def site_of(request: HttpRequest | None) -> int | None:
    """The number of the site that a request is for."""
    site = Site.find_for_request(request) if request else None
    return site.pk if site else None


# Sections stand below the home page, or below the working group's.
SECTION_LEVELS = 2


@register.simple_tag(takes_context=True)
def section_url(context: Context, slug: str) -> str:
    """The address of a public section by its slug; empty when there is none.

    Wagtail's `slugurl` takes the first page of any kind with that slug, drafts too: a case
    study called "News" would take the link.
    """
    request = getattr(context, "request", None)
    key = ("sections", site_of(request))
    return kept_while_lists_stay(key, lambda: _section_urls(request)).get(slug, "")


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


@register.simple_tag
def related_case_studies(page: CaseStudyPage) -> list[Card]:
    """Case studies to read after `page`."""
    return related_to(page)


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
class Tile:
    """A borough on the tile map, with how many public case studies there are in it."""

    borough: Borough
    count: int

    @property
    def row(self) -> int:
        """Its row from 0. Row 4 is the first south of the river, which has a row of its own."""
        return self.borough.tile_row + (self.borough.tile_row >= 4)


@register.inclusion_tag("coprod_pages/compendium/borough_tiles.html", takes_context=True)
def borough_tiles(context: Context) -> dict[str, Any]:
    """London as tiles, a borough each. Those with case studies link to them."""
    values = current().values
    tiles = [
        Tile(borough, values.get(key_of("borough", borough.pk), 0).bit_count())
        for borough in Borough.objects.all()
    ]
    return {"tiles": tiles, "compendium_url": compendium_url(context)}
