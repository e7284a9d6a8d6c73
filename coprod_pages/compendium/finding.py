"""From a query to the case studies that answer it: all words, some words, words corrected."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import combinations

from ..searching.full_text import Phrase
from ..searching.queries import Alternative, Clause, Query, read_query
from ..searching.ranking import rarity
from ..searching.spelling import stems_of, vocabulary_at
from ..searching.synonyms import synonyms_at
from ..searching.text_normalising import DASHES, TOGETHER, fold, stem
from .catalogue import Catalogue
from .words import read_ahead, sets_of, with_all, with_clause

# So many are compared by their texts (see `ordering.py`); of more, where the words stand counts.
COMPARED = 150
# With fewer case studies that have all the words, those that have some of them follow.
ENOUGH = 10
# Some of the words: those that say at least this share of what the whole query says. The
# smaller shares are for when nothing else is found.
SHARES_OF_SOME = (0.4, 0.25, 0.0)
# In a whole sentence, words that so many of the case studies have need not be there: "how did
# residents help to plan a new park" is about planning and a park.
SENTENCE = 4
SHARE_OF_USUAL = 0.33
SMALL_COLLECTION = 50
# A word that so few case studies hold may be mistyped in all of them.
FEW = 2
MORE_USUAL = 10
COMPLETION_WEIGHT = 0.5

WRITTEN_WORD = re.compile(rf"[^\W_]+(?:[{DASHES}][^\W_]+)*")
WRITTEN_TOGETHER = re.compile(TOGETHER.pattern, re.IGNORECASE)


@dataclass(frozen=True)
class Correction:
    """A word that was not found, and what was looked for instead."""

    typed: str
    used: str


@dataclass(frozen=True)
class Found:
    """What answers a query in the whole collection, before any facet narrows it."""

    query: Query
    # Those that have all the words, and those after them that have some.
    with_all: int
    with_some: int = 0
    rarities: dict[Clause, float] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    # The text with the corrections, to show and to search for.
    text: str = ""
    # What may have been meant, though what was typed was found.
    suggestion: str = ""
    # Words that no case study holds, nor anything like them.
    unknown: tuple[str, ...] = ()

    @property
    def bits(self) -> int:
        """All that answer."""
        return self.with_all | self.with_some


def find(catalogue: Catalogue, text: str, exactly: bool = False) -> Found:
    """What `text` finds. With `exactly`, nothing is corrected or completed."""
    query = read_query(text, synonyms_at(catalogue.version))
    key = ("found", query, exactly)
    found = catalogue.remembered.get(key)
    if not isinstance(found, Found):
        found = _find(catalogue, query, complete=not exactly, correct=not exactly)
        catalogue.remembered.put(key, found)
    return found


def _find(catalogue: Catalogue, query: Query, complete: bool, correct: bool) -> Found:
    if not query:
        return Found(query, catalogue.visible)
    query, sets = _joined(catalogue, query)
    left_out = 0
    for phrase in query.left_out:
        left_out |= sets[phrase]
    clauses = {clause: with_clause(clause, sets) for clause in query.clauses}
    kept = catalogue.visible & ~left_out
    everything = with_all([kept, *_telling(clauses, catalogue.total)])
    missing = [clause for clause, bits in clauses.items() if not bits]
    if correct and missing:
        corrected = _corrected(catalogue, query, missing)
        if corrected is not None:
            return corrected
    found = Found(
        query=query,
        with_all=everything,
        rarities={c: rarity(b.bit_count(), catalogue.total) for c, b in clauses.items()},
        text=query.text,
        unknown=tuple(clause.shown for clause in missing),
    )
    if everything.bit_count() >= ENOUGH or not query.clauses:
        return found
    wider = _completed(catalogue, query, clauses) if complete else clauses
    if wider is not clauses:
        found = replace(
            found,
            query=query.replacing(wider),
            rarities={c: rarity(b.bit_count(), catalogue.total) for c, b in wider.items()},
            unknown=tuple(clause.shown for clause, bits in wider.items() if not bits),
        )
    some = 0
    for share in SHARES_OF_SOME:
        if not some and not (everything and share < SHARES_OF_SOME[0]):
            some = _some(wider, found.rarities, share) & kept & ~everything
    if not any(clause.quoted for clause in query.clauses):
        found = replace(found, with_some=some)
    elif wider is not clauses:
        found = replace(found, with_some=with_all([kept, *wider.values()]) & ~everything)
    if correct:
        found = replace(found, suggestion=_suggestion(catalogue, query, clauses))
    return found


def _telling(clauses: dict[Clause, int], total: int) -> list[int]:
    """The sets of the clauses that have to be met."""
    if len(clauses) < SENTENCE or total < SMALL_COLLECTION:
        return list(clauses.values())
    usual = SHARE_OF_USUAL * total
    telling = [b for c, b in clauses.items() if c.quoted or b.bit_count() <= usual]
    return telling or list(clauses.values())


def _joined(catalogue: Catalogue, query: Query) -> tuple[Query, dict[Phrase, int]]:
    """The query with neighbours that are also one word ("lunch club", "lunchclub")."""
    pairs = {}
    for one, two in zip(query.clauses, query.clauses[1:], strict=False):
        if _is_one_word(one) and _is_one_word(two):
            pairs[one, two] = (stem(fold(one.shown) + fold(two.shown)),)
    names = {
        clause: (stem(fold("".join(clause.shown.split()))),)
        for clause in query.clauses
        if not clause.quoted and len(clause.shown.split()) == 2
    }
    phrases = [*query.phrases(), *pairs.values(), *names.values()]
    if catalogue.total > COMPARED:
        read_ahead(catalogue, phrases)
    sets = sets_of(catalogue, phrases)
    for (one, two), phrase in pairs.items():
        if sets[phrase] and one in query.clauses and two in query.clauses:
            both = Alternative((*one.alternatives[0].phrases, *two.alternatives[0].phrases))
            clause = Clause(f"{one.shown} {two.shown}", (both, Alternative((phrase,))))
            query = query.replacing(
                clause if other is one else None if other is two else other
                for other in query.clauses
            )
    for name, phrase in names.items():
        if sets[phrase]:
            clause = replace(name, alternatives=(*name.alternatives, Alternative((phrase,))))
            query = query.replacing(clause if other is name else other for other in query.clauses)
    return query, sets


def _is_one_word(clause: Clause) -> bool:
    return not clause.quoted and clause.shown.isalpha() and len(clause.alternatives) == 1


def _some(clauses: dict[Clause, int], rarities: dict[Clause, float], share: float) -> int:
    """The case studies that say at least `share` of what is asked, weighed by how rare it is."""
    known = {clause: bits for clause, bits in clauses.items() if bits}
    needed = share * sum(rarities[clause] for clause in known)
    bits = 0
    # Sets of clauses that are enough and of which none could be left away.
    for number in range(1, len(known) + 1):
        for some in combinations(known, number):
            total = sum(rarities[clause] for clause in some)
            least = min(rarities[clause] for clause in some)
            if total >= needed and (number == 1 or needed > total - least):
                bits |= with_all([known[clause] for clause in some])
    return bits


def _completed(catalogue: Catalogue, query: Query, clauses: dict[Clause, int]) -> dict[Clause, int]:
    """The clauses, the last one with the words that begin with it; itself if there are none."""
    last = query.clauses[-1]
    typed = fold(last.shown)
    if last.quoted or not typed.isalnum() or not fold(query.text).endswith(typed):
        return clauses
    known = {word for phrase in last.phrases() for word in phrase}
    words = vocabulary_at(catalogue.version).beginning_with(typed)
    stems = [one for one in stems_of(words) if one not in known]
    sets = sets_of(catalogue, [(one,) for one in stems])
    stems = [one for one in stems if sets[(one,)]]
    if not stems:
        return clauses
    ways = tuple(Alternative(((one,),), COMPLETION_WEIGHT) for one in stems)
    wider = Clause(last.shown, last.alternatives + ways)
    bits = clauses[last]
    for one in stems:
        bits |= sets[(one,)]
    return {(wider if c is last else c): (bits if c is last else b) for c, b in clauses.items()}


def _corrected(catalogue: Catalogue, query: Query, missing: Iterable[Clause]) -> Found | None:
    """What is found with words like those that no case study has; `None` if there are none."""
    last = query.clauses[-1]
    vocabulary = vocabulary_at(catalogue.version)
    likely: dict[Clause, list[str]] = {}
    for clause in missing:
        if clause.quoted or " " in clause.shown:
            continue
        if clause is last and vocabulary.beginning_with(fold(clause.shown)):
            continue  # half typed, not mistyped
        likely[clause] = vocabulary.like(fold(clause.shown))
    phrases = [(stem(word),) for words in likely.values() for word in words]
    if catalogue.total > COMPARED:
        read_ahead(catalogue, phrases)
    sets = sets_of(catalogue, phrases)
    text, corrections = query.text, []
    for clause, words in likely.items():
        word = next((word for word in words if sets[(stem(word),)]), "")
        if word:
            text = _replaced(text, clause.shown, word)
            corrections.append(Correction(clause.shown, word))
    if not corrections:
        return None
    again = read_query(text, synonyms_at(catalogue.version))
    found = _find(catalogue, again, complete=True, correct=False)
    return replace(found, corrections=tuple(corrections), text=text) if found.bits else None


def _replaced(text: str, typed: str, used: str) -> str:
    """`text` with the word `typed`, in whatever case, as `used`."""
    return WRITTEN_WORD.sub(
        lambda match: used if fold(match.group()) == typed else match.group(),
        WRITTEN_TOGETHER.sub("co", text),
    )


def _suggestion(catalogue: Catalogue, query: Query, clauses: dict[Clause, int]) -> str:
    """The text with a far more usual word for one that hardly occurs; empty if there is none."""
    text = query.text
    for clause, bits in clauses.items():
        typed = fold(clause.shown)
        if clause.quoted or not typed.isalpha() or bits.bit_count() > FEW or not bits:
            continue
        vocabulary = vocabulary_at(catalogue.version)
        own = max(vocabulary.uses.get(typed, 0), 1)
        likely = [
            word
            for word in vocabulary.like(typed, errors=1)
            if vocabulary.uses[word] >= MORE_USUAL * own and word[0] == typed[0]
        ]
        sets = sets_of(catalogue, [(stem(word),) for word in likely])
        word = next((word for word in likely if sets[(stem(word),)]), "")
        text = _replaced(text, clause.shown, word) if word else text
    return text if text != query.text else ""
