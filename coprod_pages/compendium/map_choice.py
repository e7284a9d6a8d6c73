"""The boroughs of the map as choices: each adds itself to the search, or takes itself off."""

from functools import lru_cache
from urllib.parse import quote_plus, urlencode

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from .borough_map import Place, Tile, lay_tiles
from .facets import Option
from .selection import Selection, without

# As the value of `show`, which otherwise names the facet to show all of.
SHOW_MAP = "map"


def tiles_for(selection: Selection, options: list[Option]) -> list[Tile]:
    """All boroughs, with the counts and choices of the facet's `options`."""
    by_slug = {option.slug: option for option in options}
    language = get_language()
    pairs = selection.parameters(show=SHOW_MAP)
    others = f"{urlencode(pairs)}&"  # never empty: the map stays open
    places = []
    for term in selection.catalogue.terms.of["borough"].values():
        if term.row is None:
            continue  # wider than a borough
        option = by_slug.get(term.slug) or Option(term.slug, term.name, 0, False)
        changed = (
            without(pairs, "borough", term.slug)
            if option.selected
            else f"{others}borough={quote_plus(term.slug)}"
        )
        places.append(
            Place(
                name=term.name,
                label=_label(option, _in_words(option.count, language)),
                short=term.row.abbreviation,
                column=term.row.tile_column,
                row=term.row.tile_row,
                count=option.count,
                chosen=option.selected,
                query=changed,
            )
        )
    return lay_tiles(places)


@lru_cache(maxsize=1000)
def _in_words(number: int, _language: str) -> str:
    """A number of case studies. A map has dozens, often the same, and plurals are dear to find."""
    words = ngettext("%(number)s case study", "%(number)s case studies", number)
    return words % {"number": intcomma(number)}


def _label(option: Option, number: str) -> str:
    if option.selected:
        return _("%(name)s, chosen: %(number)s. Take it off") % {
            "name": option.label,
            "number": number,
        }
    return f"{option.label}: {number}"
