"""The words of one site's vocabularies, and what other words stand for among them. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from . import mapping
from .interpreting import key

Words = Mapping[str, str]


@dataclass(frozen=True)
class Vocabulary:
    """Each list of the site as {word: slug}; a word is a name or a slug, as `key` writes it."""

    themes: Words = field(default_factory=dict)
    equality_groups: Words = field(default_factory=dict)
    kinds: Words = field(default_factory=dict)
    stages: Words = field(default_factory=dict)
    boroughs: Words = field(default_factory=dict)

    def themes_for(self, word: str) -> list[str]:
        """The themes that `word` names."""
        return _for(word, self.themes, mapping.THEMES)

    def groups_for(self, word: str) -> list[str]:
        """The equality groups that `word` names."""
        return _for(word, self.equality_groups, mapping.EQUALITY_GROUPS)

    def stages_for(self, word: str) -> list[str]:
        """The stages of the continuum that `word` names."""
        return _for(word, self.stages, mapping.STAGES)

    def kind_for(self, word: str) -> str:
        """The kind of organisation that `word` names, or nothing."""
        return next(iter(_for(word, self.kinds, _listed(mapping.ORGANISATION_KINDS))), "")


def words_for(terms: Iterable[tuple[str, str]]) -> dict[str, str]:
    """{word: slug} for pairs of name and slug."""
    words = {}
    for name, slug in terms:
        words[key(slug)] = slug
        words[key(name)] = slug
    return words


def _listed(words: Mapping[str, str]) -> dict[str, list[str]]:
    return {word: [slug] for word, slug in words.items()}


def _for(word: str, here: Words, meanings: Mapping[str, list[str]]) -> list[str]:
    wanted = key(word)
    if wanted in here:
        return [here[wanted]]
    # A slug that editors have taken out of the list is not brought back.
    return [slug for slug in meanings.get(wanted, []) if slug in here.values()]
