"""Which case studies of the catalogue hold which words. Sets asked for lately are remembered."""

from collections.abc import Iterable, Sequence

from ..searching.full_text import Key, Phrase, Scope, pages_holding
from ..searching.queries import Clause
from .catalogue import Catalogue


def sets_of(
    catalogue: Catalogue, phrases: Iterable[Phrase], scope: Scope = Scope.ALL
) -> dict[Phrase, int]:
    """For each phrase the visible case studies that hold it."""
    wanted = list(dict.fromkeys(phrases))
    sets = _remembered(catalogue, [(scope, phrase) for phrase in wanted])
    return {phrase: sets[scope, phrase] for phrase in wanted}


def read_ahead(catalogue: Catalogue, phrases: Iterable[Phrase]) -> None:
    """Ask in one query for all that is needed to find and to order."""
    wanted = dict.fromkeys(phrases)
    _remembered(catalogue, [(scope, phrase) for scope in Scope for phrase in wanted])


def _remembered(catalogue: Catalogue, keys: list[Key]) -> dict[Key, int]:
    remembered = catalogue.remembered
    sets = {key: remembered.get(key) for key in keys}
    new = [key for key, bits in sets.items() if bits is None]
    for key, page_ids in pages_holding(new).items():
        sets[key] = catalogue.bits_of_pages(page_ids)
        remembered.put(key, sets[key])
    return sets


def with_clause(clause: Clause, sets: dict[Phrase, int]) -> int:
    """The case studies that say what `clause` asks for, in any of its ways."""
    bits = 0
    for alternative in clause.alternatives:
        bits |= with_all([sets[phrase] for phrase in alternative.phrases])
    return bits


def with_all(sets: Sequence[int]) -> int:
    """What is in all of `sets`, of which there is at least one."""
    first, *others = sets
    for other in others:
        first &= other
    return first
