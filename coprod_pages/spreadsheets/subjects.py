"""Subjects, keywords, methods, purposes and groups: which lists of ours they belong to. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from . import mapping
from .interpreting import items, key, line, once
from .notes import ASSUMED, CHANGED, LEFT_OUT, NOT_UNDERSTOOD, Notes
from .vocabulary import Vocabulary

# The editor's form takes no more tags than this (WAGTAIL_TAG_LIMIT) and refuses to save more.
MOST_TAGS = 20
TAG_LENGTH = 50


@dataclass
class Subjects:
    """What one row is found by."""

    themes: list[str] = field(default_factory=list)
    stages: list[str] = field(default_factory=list)
    equality_groups: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


def subjects(cells: Mapping[str, str], here: Vocabulary, notes: Notes) -> Subjects:
    """Themes, stages, groups and tags of a row; every word ends in one of them or in `notes`."""
    found = Subjects()
    _closed(found.themes, cells, "themes", here.themes, notes)
    _closed(found.stages, cells, "stages", here.stages, notes)
    from_words: dict[str, list[str]] = {}
    for column in ("tags", "issues", "topics", "methods", "purposes"):
        _sort_words(column, items(cells.get(column, "")), here, found, from_words, notes)
    _groups(items(cells.get("target_groups", "")), here, found, notes)
    for stage, words in from_words.items():
        named = ", ".join(f"“{word}”" for word in once(words))
        notes.add(ASSUMED, f"stage “{stage}”, from {named}")
    found.themes = list(dict.fromkeys(found.themes))
    found.stages = list(dict.fromkeys(found.stages))
    found.tags = _tags(found.tags, notes)
    return found


def _closed(
    into: list[str],
    cells: Mapping[str, str],
    column: str,
    here: Mapping[str, str],
    notes: Notes,
) -> None:
    words = items(cells.get(column, ""))
    into.extend(here[key(word)] for word in words if key(word) in here)
    notes.list_words(NOT_UNDERSTOOD, column, [word for word in words if key(word) not in here])


def _sort_words(
    column: str,
    words: list[str],
    here: Vocabulary,
    found: Subjects,
    from_words: dict[str, list[str]],
    notes: Notes,
) -> None:
    no_tag, too_long = [], []
    for word in words:
        spelled = mapping.SPELLINGS.get(key(word), word)
        kind_of_method = column == "topics" and key(word) in mapping.KINDS_OF_METHOD
        themes = [] if kind_of_method or column == "purposes" else here.themes_for(spelled)
        found.themes.extend(themes)
        # What it was about says nothing of how it was done.
        stages = here.stages_for(spelled) if column in ("tags", "methods", "purposes") else []
        for stage in stages:
            from_words.setdefault(stage, []).append(word)
        found.stages.extend(stages)
        if kind_of_method or key(word) in mapping.NO_TAG:
            no_tag.append(word)
        elif len(spelled) > TAG_LENGTH:
            # Understood as a theme or a stage, it is not lost.
            too_long.extend([] if themes or stages else [word])
        elif column != "issues" or not themes:
            found.tags.append(spelled)
    notes.list_words(LEFT_OUT, f"{column}, too general to be a tag", no_tag)
    notes.list_words(NOT_UNDERSTOOD, f"{column}, too long for a tag", too_long)


def _groups(words: list[str], here: Vocabulary, found: Subjects, notes: Notes) -> None:
    kept_as_tag, unknown = [], []
    for word in words:
        groups = here.groups_for(word)
        if key(word).startswith("residents of "):
            groups = here.groups_for("general public")
        if groups:
            found.equality_groups.extend(groups)
        elif len(word) <= TAG_LENGTH:
            kept_as_tag.append(word)
            found.tags.append(word)
        else:
            unknown.append(word)
    found.equality_groups = list(dict.fromkeys(found.equality_groups))
    notes.list_words(CHANGED, "target_groups, no such group here, kept as tags", kept_as_tag)
    notes.list_words(NOT_UNDERSTOOD, "target_groups", unknown)


def _tags(words: list[str], notes: Notes) -> list[str]:
    tags = [_without_quotation_marks(word) for word in once(words)]
    if len(tags) > MOST_TAGS:
        notes.list_words(LEFT_OUT, f"more than {MOST_TAGS} tags", tags[MOST_TAGS:])
    with_comma = [tag for tag in tags if "," in tag]
    if with_comma:
        notes.list_words(CHANGED, "tags without their commas", with_comma)
    return [line(tag.replace(",", "")) for tag in tags[:MOST_TAGS]]


def _without_quotation_marks(word: str) -> str:
    """The editor's tag field separates by commas and quotation marks."""
    return word.replace('"', "")
