"""Template tags of the compendium's page: facets, the map of boroughs, marked words."""

from html import escape
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..compendium import borough_map
from ..compendium.facets import SHOWN, FacetChoice, Option
from ..compendium.listing import Listing
from ..continuum.models import ContinuumStage
from ..searching.excerpts import Piece
from ..searching.versions import kept_while_lists_stay

register = template.Library()


@register.inclusion_tag("coprod_pages/compendium/facet.html")
def facet_group(facet: FacetChoice, listing: Listing, unfolded: bool = False) -> dict[str, Any]:
    """A facet as checkboxes: the top values, the next ones folded, and where all are."""
    in_full = listing.show_all == facet.parameter
    return {
        "facet": facet,
        "unfolded": unfolded or bool(facet.selected_count) or in_full,
        "all_query": listing.selection.address(show=facet.parameter),
        "can_shorten": in_full and len(facet.options) > SHOWN + 1,
        "short_query": listing.selection.address(),
    }


# A facet has dozens of values and the map as many squares: a template for each would cost as
# much as a database query, and so would Django's own `escape`, which looks for lazy texts.
# Numbers are written as `intcomma` does in English, the site's one language.


@register.simple_tag
def facet_options(parameter: str, options: list[Option]) -> SafeString:
    """The values of a facet as checkboxes, each with its number of case studies."""
    unit = escape(_("case studies"))
    name = escape(parameter)
    return mark_safe(  # noqa: S308  each text is escaped
        "".join(
            f'<label class="tick"><input type="checkbox" name="{name}" '
            f'value="{escape(option.slug)}"{" checked" if option.selected else ""}>'
            f'<span>{escape(option.label)}</span> <span class="tick__count">{option.count:,}'
            f'<span class="visually-hidden"> {unit}</span></span></label>\n'
            for option in options
        )
    )


@register.simple_tag
def stage_arrows(stages: list[ContinuumStage]) -> str:
    """The stages that a case study reached, as small arrows.

    Drawn once for each set of stages, until the lists change: a page of results has a dozen.
    """
    key = ("arrows", get_language(), *(stage.pk for stage in stages))
    template_name = "coprod_pages/case_studies/stage_arrows.html"
    return kept_while_lists_stay(key, lambda: render_to_string(template_name, {"stages": stages}))


@register.simple_tag
def marked(pieces: list[Piece]) -> SafeString:
    """A text with what was searched for marked. Whatever it holds, it is text and not markup."""
    return mark_safe(  # noqa: S308  each piece is escaped
        "".join(
            f"<mark>{escape(piece.text)}</mark>" if piece.marked else escape(piece.text)
            for piece in pieces
        )
    )


@register.simple_tag
def map_frame() -> dict[str, Any]:
    """The size of the map of boroughs, of a tile, and the river through it."""
    return borough_map.FRAME


@register.simple_tag
def map_tiles(tiles: list[borough_map.Tile], address: str) -> SafeString:
    """The boroughs of the map, and links for those with an answer. `address` is that of the
    compendium."""
    return mark_safe("".join(_map_tile(tile, address) for tile in tiles))  # noqa: S308  escaped


def _map_tile(tile: borough_map.Tile, address: str) -> str:
    place = tile.place
    label, name, short = escape(place.label), escape(place.name), escape(place.short)
    square = (
        f'<rect x="{tile.x}" y="{tile.y}" width="{borough_map.TILE}" height="{borough_map.TILE}" '
        f'rx="4" /><text x="{tile.middle}" y="{tile.name_y}" aria-hidden="true">{short}</text>'
    )
    if not tile.is_link:
        return (
            f'<g class="map__tile" role="img" aria-label="{label}">'
            f"<title>{name}</title>{square}</g>\n"
        )
    kind = "chosen" if place.chosen else "full"
    return (
        f'<a class="map__tile map__tile--{kind}" href="{escape(f"{address}?{place.query}")}" '
        f'data-keep="tile-{short}" aria-label="{label}"><title>{name}</title>{square}'
        f'<text class="map__count" x="{tile.middle}" y="{tile.count_y}" aria-hidden="true">'
        f"{'✓ ' if place.chosen else ''}{place.number}</text></a>\n"
    )
