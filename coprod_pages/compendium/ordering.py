"""The order of what was found: best match first, newest, or by title."""

from collections.abc import Sequence

from ..searching.full_text import Scope, texts_of
from ..searching.ranking import Scorer, Texts
from .bits import positions_of
from .catalogue import Catalogue
from .finding import COMPARED, Found
from .words import sets_of, with_all, with_clause


def best_first(
    catalogue: Catalogue, found: Found, narrowed: int, least: int | None = None
) -> list[int]:
    """The positions in `narrowed`, those that answer best first.

    Whatever has all the words stands before what has some of them. With `least`, these may be
    only the first ones, but so many at least, if there are: a page of results needs no more, and
    to put a hundred thousand in order takes longer than all the rest.
    """
    ordered: list[int] = []
    for bits in (found.with_all & narrowed, found.with_some & narrowed):
        if least is None or len(ordered) < least:
            missing = None if least is None else least - len(ordered)
            ordered += _best_of(catalogue, found, bits, missing)
    return ordered


def _best_of(catalogue: Catalogue, found: Found, bits: int, least: int | None) -> list[int]:
    if not found.query.clauses:
        return catalogue.in_order(bits, "newest", least)
    if bits.bit_count() <= COMPARED:
        return _by_score(catalogue, found, list(positions_of(bits)))
    only_compared = least is not None and least <= COMPARED
    compared: list[int] = []
    later: list[int] = []
    for tier in _tiers(catalogue, found, bits):
        room = COMPARED - len(compared)
        positions = catalogue.in_order(tier, "newest", room if only_compared else None)
        compared += positions[:room]
        later += positions[room:]
    return _by_score(catalogue, found, compared) + later


def _tiers(catalogue: Catalogue, found: Found, bits: int) -> list[int]:
    """`bits` cut up: all words in the title, all near the top, the rest."""
    tiers = []
    phrases = [phrase for clause in found.query.clauses for phrase in clause.phrases()]
    for scope in (Scope.TITLE, Scope.TOP):
        sets = sets_of(catalogue, phrases, scope)
        tier = with_all([bits, *(with_clause(clause, sets) for clause in found.query.clauses)])
        tiers.append(tier)
        bits &= ~tier
        if sum(tier.bit_count() for tier in tiers) >= COMPARED:
            break
    return [*tiers, bits]


def _by_score(catalogue: Catalogue, found: Found, positions: Sequence[int]) -> list[int]:
    if len(positions) < 2:
        return list(positions)
    page_ids = catalogue.shelf.page_ids
    texts = _texts_of(catalogue, [page_ids[position] for position in positions])
    scorer = Scorer(found.query, found.rarities)
    newest = catalogue.shelf.newest_key

    def key(position: int) -> tuple:
        score = scorer.score(texts[page_ids[position]])
        return (-round(score, 6), newest[position])

    return sorted(positions, key=key)


def _texts_of(catalogue: Catalogue, page_ids: Sequence[int]) -> dict[int, Texts]:
    """The texts of pages. Those read lately are remembered: most searches compare the same few."""
    memory = catalogue.texts
    texts = {page_id: memory.get(page_id) for page_id in page_ids}
    new = [page_id for page_id, held in texts.items() if held is None]
    read = texts_of(new) if new else {}
    for page_id in new:
        texts[page_id] = Texts.of(read.get(page_id, ("", "", "")))
        memory.put(page_id, texts[page_id])
    return texts
