"""How well a page answers a query: a number, the same on both databases. Pure.

A word in the title counts more than one in the summary or tags, and that more than one in the
text; rare words count more than common ones; words that stand together as they were typed
count more than words apart.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .queries import Clause, Query

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
    # Short beside the texts, and asked for whenever the page is compared with others.
    title_words: tuple[str, ...]
    # By how much words count for less, as the body is longer than the usual one.
    discount: float

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Texts":
        """From the stored texts."""
        title, head, body = (f" {text} " for text in texts)
        length = body.count(" ") / USUAL_LENGTH
        discount = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * length)
        return cls(title, head, body, tuple(title.split()), discount)


class Scorer:
    """Scores pages for one query. `shares` says for each clause how rare it is."""

    def __init__(self, query: Query, shares: Mapping[Clause, float]) -> None:
        self.clauses = [(shares[clause], _ways_to_say(clause)) for clause in query.clauses]
        self.asked = {word for phrase in query.phrases() for word in phrase}
        whole = query.whole
        self.pairs = [f" {one} {two} " for one, two in zip(whole, whole[1:], strict=False)]

    def score(self, texts: Texts) -> float:
        """How well these texts answer."""
        total = 0.0
        for share, ways in self.clauses:
            total += share * max([_said(weight, phrases, texts) for weight, phrases in ways])
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
        words = texts.title_words
        said = sum([word in self.asked for word in words])
        return WHOLE_TITLE * said / len(words) if words else 0.0


def rarity(pages_with: int, pages: int) -> float:
    """How much a word says: more, the fewer of the pages have it (inverse document frequency)."""
    return math.log(1 + (pages - pages_with + 0.5) / (pages_with + 0.5))


def _ways_to_say(clause: Clause) -> list[tuple[float, list[str]]]:
    """The alternatives of a clause: what each counts, and its phrases as they stand in a text."""
    return [
        (alternative.weight, [f" {' '.join(phrase)} " for phrase in alternative.phrases])
        for alternative in clause.alternatives
    ]


def _said(weight: float, phrases: list[str], texts: Texts) -> float:
    # A name of several words counts by the words of it that are there.
    return weight * sum([_phrase(phrase, texts) for phrase in phrases]) / len(phrases)


def _phrase(phrase: str, texts: Texts) -> float:
    score = 0.0
    if phrase in texts.title:
        score += IN_TITLE
    if phrase in texts.head:
        score += IN_HEAD
    times = texts.body.count(phrase)
    if times:
        score += IN_BODY * times * (1 + SATURATION) / (times + texts.discount)
    return score
