"""Words that mean the same: what editors wrote, and the other names of tags."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ..taxonomy.models import Tag
from .full_text import Phrase
from .models import SynonymGroup
from .text_normalising import words_of
from .versions import Version

# A name of more words is not looked for.
LONGEST_NAME = 8
# A word with more synonyms than these would make every search a search for everything.
MOST_OTHERS = 24


class Synonyms:
    """All groups, to be looked up by the words of a query."""

    def __init__(self, groups: Iterable[Iterable[str]] = ()) -> None:
        self._others: dict[Phrase, dict[Phrase, None]] = defaultdict(dict)
        self._longest: dict[str, int] = {}
        for group in groups:
            names = dict.fromkeys(tuple(words_of(name)) for name in group)
            self._add([name for name in names if 0 < len(name) <= LONGEST_NAME])

    def _add(self, names: list[Phrase]) -> None:
        for name in names:
            self._others[name].update(dict.fromkeys(n for n in names if n != name))
            self._longest[name[0]] = max(self._longest.get(name[0], 0), len(name))

    def at(self, words: Sequence[str], start: int) -> tuple[int, list[Phrase]]:
        """The longest name that begins at `start` of `words`: how many words it has, and what
        else it is called. (0, []) if none begins there."""
        for length in range(self._longest.get(words[start], 0), 0, -1):
            name = tuple(words[start : start + length])
            if len(name) == length and self._others.get(name):
                return length, list(self._others[name])[:MOST_OTHERS]
        return 0, []


_held: tuple[str, Synonyms] | None = None


def synonyms_at(version: Version) -> Synonyms:
    """The synonyms as they are at `version`."""
    global _held
    held = _held
    if held is None or held[0] != version.terms_token:
        held = (version.terms_token, Synonyms([*_written(), *_other_names_of_tags()]))
        _held = held
    return held[1]


def _written() -> list[list[str]]:
    return [group.name_list for group in SynonymGroup.objects.all()]


def _other_names_of_tags() -> list[list[str]]:
    names: dict[str, list[str]] = {}
    rows = Tag.objects.filter(alias_of__isnull=False).values_list("alias_of__name", "name")
    for preferred, other in rows:
        names.setdefault(preferred, [preferred]).append(other)
    return list(names.values())
