"""Case studies as lists show them: flat rows, read through the one visibility rule."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import quote

from django.urls import reverse
from wagtail.models import Site

from ..case_studies.models import CaseStudyPage
from ..searching.excerpts import Piece, excerpt, marked
from .catalogue import Catalogue, current
from .terms import LESSONS, Term

COLUMNS = (
    *("pk", "url_path", "first_published_at", "last_published_at", "entry__facets"),
    *("entry__title", "entry__summary", "entry__place", "entry__organisation", "entry__when"),
)


@dataclass(frozen=True)
class Card:
    """One case study in a list, a feed or an export."""

    page_id: int
    title: str
    url: str
    summary: str
    lead_organisation: str
    when: str
    where: str
    has_lessons: bool
    terms: dict[str, list[Term]]
    published: datetime | None
    updated: datetime | None
    # With what was searched for marked; empty when nothing was. Titles stay as they are:
    # they are links, and read better whole.
    summary_pieces: list[Piece] = field(default_factory=list)
    excerpt: list[Piece] = field(default_factory=list)

    @property
    def stages(self) -> list:
        """The stages it reached, in the order of the line."""
        return [term.row for term in self.terms["stage"]]

    def names(self, parameter: str) -> list[str]:
        """The names of its values of one facet."""
        return [term.name for term in self.terms[parameter]]


class Addresses:
    """The addresses of pages, from where they stand in the tree. No query for any of them."""

    def __init__(self) -> None:
        self._roots = [root.root_path for root in Site.get_site_root_paths()]
        self._top = reverse("wagtail_serve", args=("",))

    def of(self, url_path: str) -> str:
        """The address on its site; empty for a page that is on none."""
        for root in self._roots:
            if url_path.startswith(root):
                return self._top + quote(url_path[len(root) :])
        return ""


def cards_for(
    catalogue: Catalogue, page_ids: Sequence[int], wanted: frozenset[str] = frozenset()
) -> list[Card]:
    """The cards of `page_ids`, in their order, of those that everybody may see.

    The normalised words that are `wanted` are marked, in the summary or in a piece of the text.
    Those read lately are remembered as long as `catalogue` is: it holds what is public.
    """
    memory = catalogue.cards
    kept = {page_id: memory.get(page_id) for page_id in page_ids}
    new = [page_id for page_id, held in kept.items() if held is None]
    for page_id, held in _read(catalogue, new).items() if new else ():
        kept[page_id] = held
        memory.put(page_id, held)
    found = [held for page_id in page_ids if (held := kept[page_id]) is not None]
    return [_marked(held, wanted) if wanted else held.card for held in found]


@dataclass(frozen=True)
class _Kept:
    card: Card
    text: str  # for excerpts


def _read(
    catalogue: Catalogue, page_ids: Sequence[int], with_text: bool = True
) -> dict[int, _Kept]:
    rows = CaseStudyPage.objects.visible_to_public().filter(pk__in=list(page_ids)).order_by()
    columns = (*COLUMNS, "found_by__text") if with_text else COLUMNS
    addresses = Addresses()
    return {
        row[0]: _Kept(
            _card(catalogue, row[: len(COLUMNS)], addresses), (with_text and row[-1]) or ""
        )
        for row in rows.values_list(*columns)
        if row[5] is not None
    }


def cards_once(catalogue: Catalogue, page_ids: Sequence[int]) -> list[Card]:
    """The cards of a few pages that are hardly asked for again: they are not remembered."""
    found = _read(catalogue, page_ids, with_text=False)
    return [found[page_id].card for page_id in page_ids if page_id in found]


def cards_in_steps(
    catalogue: Catalogue, page_ids: Sequence[int], at_once: int = 500
) -> Iterator[Card]:
    """The cards of any number of pages, in their order, so many read at a time and then let go."""
    for start in range(0, len(page_ids), at_once):
        yield from cards_once(catalogue, page_ids[start : start + at_once])


def _marked(kept: _Kept, wanted: frozenset[str]) -> Card:
    card, text = kept.card, kept.text
    summary = marked(card.summary, wanted)
    shown = any(piece.marked for piece in summary)
    return replace(card, summary_pieces=summary, excerpt=[] if shown else excerpt(text, wanted))


def _card(catalogue: Catalogue, row: tuple, addresses: Addresses) -> Card:
    page_id, url_path, published, updated, facets, title, summary, place, organisation, when = row
    keys = facets.split()
    terms = {name: catalogue.terms.named(name, keys) for name in catalogue.terms.of}
    where = place or ", ".join(term.name for term in terms["borough"])
    return Card(
        page_id=page_id,
        title=title,
        url=addresses.of(url_path),
        summary=summary,
        lead_organisation=organisation,
        when=when,
        where=where,
        has_lessons=LESSONS in keys,
        terms=terms,
        published=published,
        updated=updated,
    )


def latest(number: int) -> list[Card]:
    """The case studies published last."""
    catalogue = current()
    positions = catalogue.in_order(catalogue.visible, "newest")[:number]
    return cards_for(catalogue, catalogue.page_ids_of(positions))
