"""Letters for which no font on the server has a shape, and where they stand. Pure."""

import re
import unicodedata
from collections.abc import Set
from dataclasses import fields, is_dataclass
from typing import Any

from .tree import Document, Heading, Index

# The anchor of a case study, with its number.
CASE_STUDY = re.compile(r"case-study-(\d+)")
OWN_TEXT = ""


def places_of(document: Document, letters: Set[str]) -> dict[str, str]:
    """Which of `letters` stand in which case study, by its number; in `OWN_TEXT` all others."""
    if not letters:
        return {}
    found: dict[str, set[str]] = {}
    where = OWN_TEXT
    for block in document.blocks:
        if isinstance(block, Heading):
            begins = CASE_STUDY.fullmatch(block.anchor)
            if begins or block.level == 1:
                where = begins[1] if begins else OWN_TEXT
        place = OWN_TEXT if isinstance(block, Index) else where
        found.setdefault(place, set()).update(_letters_in(block) & letters)
    elsewhere = letters - set().union(*found.values())
    found.setdefault(OWN_TEXT, set()).update(elsewhere)
    return {place: "".join(sorted(some)) for place, some in found.items() if some}


def letter_in_words(letter: str) -> str:
    """`letter` and what it is called, as a screen may not have it either."""
    name = unicodedata.name(letter, "").lower()
    return f"{letter} ({name})" if name else f"{letter} (U+{ord(letter):04X})"


def _letters_in(value: Any) -> set[str]:
    """All letters in `value`, however deep."""
    if isinstance(value, str):
        return set(value)
    if isinstance(value, tuple):
        return set().union(*(_letters_in(item) for item in value))
    if is_dataclass(value) and not isinstance(value, type):
        return set().union(*(_letters_in(getattr(value, each.name)) for each in fields(value)))
    return set()
