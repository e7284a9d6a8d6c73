"""Words into a box: how wide they are, where lines break, what size fits. Pure.

The server does not know which font a visitor has. Widths are those of Helvetica Bold (in
thousandths of the type size, as Adobe published them with the font), which is wider than the
condensed fonts that signs are set in, and a little is added for wider ones.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from unicodedata import combining, east_asian_width, normalize

SAFETY = 1.1
HYPHEN = re.compile(r"(?<=-)")
UNKNOWN = 722
FULL_WIDTH = 1000
_GROUPS = {
    238: "'",
    278: " ,./Iijl|’‘",
    333: "()ft:;-!",
    389: "r*",
    500: "z“”",
    556: "acekvxysJ0123456789$#_–",
    584: "+<>=~",
    611: "bdghnopquFLTZ?",
    667: "EPSVXY",
    722: "ABCDHKNRU&",
    778: "GOQw",
    833: "M",
    889: "m%",
    944: "W",
    975: "@",
    1000: "—…",
}
_WIDTHS = {character: width for width, group in _GROUPS.items() for character in group}


@dataclass(frozen=True)
class Fitted:
    """A text as lines that are set in a size."""

    size: float
    lines: tuple[str, ...]


@cache
def _width(character: str) -> int:
    letters = [c for c in normalize("NFKD", character) if not combining(c)]
    if east_asian_width(character) in "WF":
        return FULL_WIDTH
    return sum(_WIDTHS.get(letter, UNKNOWN) for letter in letters)


def text_width(text: str, size: float) -> float:
    """How wide `text` is at most when it is set in `size`, in the same unit."""
    return sum(map(_width, text)) / 1000 * size * SAFETY


def fit_all(texts: Sequence[str], width: float, sizes: Sequence[float], lines: int) -> list[Fitted]:
    """All `texts` in the largest of `sizes` in which each stands on so many lines of `width`.

    Where none is small enough, words are broken in the smallest, and lines are as many as it
    takes: nothing is ever cut off.
    """
    for size in sizes:
        fitted = [_lines(text, width, size) for text in texts]
        if all(found is not None and len(found) <= lines for found in fitted):
            return [Fitted(size, tuple(found)) for found in fitted]
    smallest = min(sizes)
    return [Fitted(smallest, tuple(_broken(text, width, smallest))) for text in texts]


def _lines(text: str, width: float, size: float) -> list[str] | None:
    """The lines of `text`, or nothing when one of its words is wider than a line."""
    lines: list[str] = []
    for word in text.split():
        if text_width(word, size) > width:
            return None
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, size) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def _broken(text: str, width: float, size: float) -> list[str]:
    words = " ".join(piece for word in text.split() for piece in _pieces(word, width, size))
    return _lines(words, width, size) or words.split()


def _pieces(word: str, width: float, size: float) -> list[str]:
    """`word` in parts that fit on a line, about as long as each other, at its own hyphens first."""
    if text_width(word, size) <= width or len(word) == 1:
        return [word]
    if "-" in word.strip("-"):
        parts = [part for part in HYPHEN.split(word) if part]
        return [piece for part in parts for piece in _pieces(part, width, size)]
    for number in range(2, len(word) + 1):
        ends = [len(word) * place // number for place in range(number + 1)]
        pieces = [word[start:end] for start, end in pairwise(ends)]
        pieces = [*(f"{piece}-" for piece in pieces[:-1]), pieces[-1]]
        if all(text_width(piece, size) <= width for piece in pieces):
            break
    return pieces
