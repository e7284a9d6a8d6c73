"""How well a page answers a query: a number, the same on both databases. Pure.

A word in the title counts more than one in the summary or tags, and that more than one in the
text; rare words count more than common ones; words that stand together as they were typed
count more than words apart.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .queries import Alternative, Clause, Query

IN_TITLE = 6.0
IN_HEAD = 3.0
IN_BODY = 1.3
# How quickly more of the same word stops to count for more, and how much long texts are
# discounted (as in BM25).
SATURATION = 1.2
LENGTH_SHARE = 0.6
USUAL_LENGTH = 450  # words

TOGETHER_IN_TITLE = 4.0
TOGETHER_IN_HEAD = 2.0
TOGETHER_IN_BODY = 1.0
# For the share of the title that was asked for: a short title that says it, says it more.
WHOLE_TITLE = 3.0


@dataclass(frozen=True)
class Texts:
    """The normalised texts of a page, a blank before and after each."""

    title: str
    head: str
    body: str
    # How long the body is beside the usual one.
    length: float

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Texts":
        """From the stored texts."""
        title, head, body = (f" {text} " for text in texts)
        return cls(title, head, body, body.count(" ") / USUAL_LENGTH)


class Scorer:
    """Scores pages for one query. `shares` says for each clause how rare it is."""

    def __init__(self, query: Query, shares: Mapping[Clause, float]) -> None:
        self.clauses = [(clause, shares[clause]) for clause in query.clauses]
        self.asked = {word for phrase in query.phrases() for word in phrase}
        whole = query.whole
        self.pairs = [f" {one} {two} " for one, two in zip(whole, whole[1:], strict=False)]

    def score(self, texts: Texts) -> float:
        """How well these texts answer."""
        total = sum(share * _best(clause, texts) for clause, share in self.clauses)
        return total + self._together(texts) + self._of_title(texts)

    def _together(self, texts: Texts) -> float:
        if not self.pairs:
            return 0.0
        found = sum(
            TOGETHER_IN_TITLE * (pair in texts.title)
            + TOGETHER_IN_HEAD * (pair in texts.head)
            + TOGETHER_IN_BODY * (pair in texts.body)
            for pair in self.pairs
        )
        return found / len(self.pairs)

    def _of_title(self, texts: Texts) -> float:
        words = texts.title.split()
        said = sum(word in self.asked for word in words)
        return WHOLE_TITLE * said / len(words) if words else 0.0


def rarity(pages_with: int, pages: int) -> float:
    """How much a word says: more, the fewer of the pages have it (inverse document frequency)."""
    return math.log(1 + (pages - pages_with + 0.5) / (pages_with + 0.5))


def _best(clause: Clause, texts: Texts) -> float:
    return max(_alternative(alternative, texts) for alternative in clause.alternatives)


def _alternative(alternative: Alternative, texts: Texts) -> float:
    scores = [_phrase(f" {' '.join(phrase)} ", texts) for phrase in alternative.phrases]
    # A name of several words counts by the words of it that are there.
    return alternative.weight * sum(scores) / len(scores)


def _phrase(phrase: str, texts: Texts) -> float:
    score = 0.0
    if phrase in texts.title:
        score += IN_TITLE
    if phrase in texts.head:
        score += IN_HEAD
    times = texts.body.count(phrase)
    if times:
        discount = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * texts.length)
        score += IN_BODY * times * (1 + SATURATION) / (times + discount)
    return score
