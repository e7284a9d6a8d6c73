"""Texts with the words that were searched for marked, in pieces that templates escape. Pure."""

import re
from dataclasses import dataclass
from functools import lru_cache

from .text_normalising import DASHES, TOGETHER, words_of

WORD = re.compile(rf"(?:{TOGETHER.pattern})?[^\W_]+(?:[{DASHES}'\u2019][^\W_]+)*", re.IGNORECASE)
# How many words an excerpt shows.
EXCERPT_WORDS = 32
WORDS_BEFORE = 8
MOST_SEEN = 50_000
# As it stands before a blank and the rest of its word.
CO = frozenset(
    f"{mark}{co}" for mark in ("", "(", "\u201c", "\u2018", '"') for co in ("co", "Co", "CO")
)


@dataclass(frozen=True)
class Piece:
    """Some of a text; `marked` when it is what was searched for."""

    text: str
    marked: bool = False


@lru_cache(maxsize=MOST_SEEN)
def _forms(written: str) -> tuple[str, ...]:
    """The normalised words of one written word: texts use the same ones again and again."""
    return tuple(words_of(written))


def marked(text: str, wanted: frozenset[str]) -> list[Piece]:
    """`text` in pieces, the words whose normalised form is in `wanted` marked."""
    pieces: list[Piece] = []
    at = 0
    for match in WORD.finditer(text):
        if wanted.intersection(_forms(match.group())):
            if match.start() > at:
                pieces.append(Piece(text[at : match.start()]))
            pieces.append(Piece(match.group(), marked=True))
            at = match.end()
    if at < len(text):
        pieces.append(Piece(text[at:]))
    return pieces


def excerpt(text: str, wanted: frozenset[str]) -> list[Piece]:
    """The part of `text` with most of the `wanted` words, marked; empty if it has none."""
    words = text.split()
    hits = _hits(words, wanted)
    if not hits:
        return []
    first = min(hits)
    if len(wanted) > 1:
        first = max(hits, key=lambda number: (_said(hits, number), -number))
    begin = max(0, first - WORDS_BEFORE)
    end = min(len(words), begin + EXCERPT_WORDS)
    before = "… " if begin else ""
    after = " …" if end < len(words) else ""
    return marked(f"{before}{' '.join(words[begin:end])}{after}", wanted)


def _hits(words: list[str], wanted: frozenset[str]) -> dict[int, frozenset[str]]:
    """Where which of the `wanted` words are said."""
    different = set(words)
    wanted_here = _written(different, wanted)
    hits = {
        number: wanted.intersection(_forms(word))
        for number, word in enumerate(words)
        if word in wanted_here
    }
    if different & CO:
        # "co production" is one word, for which it needs both, and the dash that may be between.
        for number, word in enumerate(words):
            if word in CO:
                together = " ".join(words[number : number + 3])
                if said := wanted.intersection(_forms(together)):
                    hits[number] = said
    return hits


# How each normalised word was written in the texts seen lately. They say the same words again
# and again, and looking up each word of a text would take longer than finding the page.
_written_as: dict[str, set[str]] = {}
_seen: set[str] = set()


def _written(words: set[str], wanted: frozenset[str]) -> set[str]:
    """Those of `words`, as they are written, that say one of the `wanted`."""
    if len(_seen) > MOST_SEEN:
        # In this order: what another thread adds meanwhile is at worst added again.
        _written_as.clear()
        _seen.clear()
    for word in words - _seen:
        for form in _forms(word):
            _written_as.setdefault(form, set()).add(word)
        _seen.add(word)
    return words & set().union(*(_written_as.get(form, ()) for form in wanted))


def _said(hits: dict[int, frozenset[str]], first: int) -> int:
    """How many of the wanted words are said from `first` on, as far as an excerpt reaches."""
    near = range(first, first + EXCERPT_WORDS)
    return len(frozenset().union(*(hits[number] for number in near if number in hits)))
