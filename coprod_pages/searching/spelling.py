"""The collection's own words: what typing errors are corrected to, and half words completed to."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from .models import IndexedWord
from .text_normalising import stem
from .versions import Version

# Shorter words have too many neighbours to guess which was meant.
SHORTEST_CORRECTED = 4
SHORTEST_COMPLETED = 3
MOST_COMPLETIONS = 30
MOST_CORRECTIONS = 6


@dataclass(frozen=True)
class Vocabulary:
    """Every word that public pages hold, with how many hold it."""

    uses: dict[str, int]

    def like(self, word: str, errors: int | None = None) -> list[str]:
        """Words that `word` may have been meant to be, the likeliest first.

        `errors` is how many letters may be wrong; without it, what its length allows.
        """
        if len(word) < SHORTEST_CORRECTED or not word.isalpha():
            return []
        found = process.extract(
            word,
            list(self.uses),
            scorer=OSA.distance,
            score_cutoff=errors or errors_allowed(word),
            limit=200,
        )
        own = stem(word)
        scored = sorted(
            (self._cost(word, other, distance), other)
            for other, distance, _index in found
            if stem(other) != own
        )
        return [other for _cost, other in scored[:MOST_CORRECTIONS]]

    def beginning_with(self, beginning: str) -> list[str]:
        """Words that begin with `beginning`, those in most pages first."""
        if len(beginning) < SHORTEST_COMPLETED:
            return []
        found = [word for word in self.uses if word.startswith(beginning)]
        found.sort(key=lambda word: (-self.uses[word], word))
        return found[:MOST_COMPLETIONS]

    def _cost(self, word: str, other: str, distance: int) -> float:
        # People rarely get the first letter wrong, and mean common words more than rare ones.
        first = 0.0 if word[0] == other[0] else 0.7
        last = 0.0 if word[-1] == other[-1] else 0.1
        return distance + first + last - 0.12 * math.log(1 + self.uses[other])


def errors_allowed(word: str) -> int:
    """How many letters may be wrong, missing, added or swapped in a word of this length."""
    return 1 if len(word) <= 5 else 2 if len(word) <= 11 else 3


def stems_of(words: Iterable[str]) -> list[str]:
    """The stems of folded words, each once."""
    return list(dict.fromkeys(stem(word) for word in words))


_held: tuple[str, Vocabulary] | None = None


def vocabulary_at(version: Version) -> Vocabulary:
    """The words as they are at `version`, read when somebody first mistypes after a change."""
    global _held
    held = _held
    if held is None or held[0] != version.token:
        rows = IndexedWord.objects.filter(uses__gt=0).values_list("word", "uses")
        held = (version.token, Vocabulary(dict(rows)))
        _held = held
    return held[1]
