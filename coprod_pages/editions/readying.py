"""A document made ready for writing: clean text, an anchor at each heading. Pure.

Every writer begins with `readied`, so that none has to trust what the tree was made of.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import count
from typing import Any

from ..safe_text import without_unsafe_characters
from .tree import Document, Heading, all_blocks

DEEPEST = 5  # the title is above level 1, and HTML and PDF end at the sixth level


def readied(document: Document) -> Document:
    """`document` without characters that break files, with an anchor of its own at each heading."""
    clean = _clean(document)
    taken = {block.anchor for block in all_blocks(clean.blocks) if isinstance(block, Heading)}
    free = (f"part-{number}" for number in count(1) if f"part-{number}" not in taken)
    return replace(clean, blocks=_anchored(clean.blocks, free, set()))


def _clean(value: Any) -> Any:
    """`value` with all text in it made safe, however deep."""
    if isinstance(value, str):
        return without_unsafe_characters(str(value))
    if isinstance(value, tuple):
        return tuple(_clean(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{each.name: _clean(getattr(value, each.name)) for each in fields(value)}
        )
    return value


def _anchored(value: Any, free: Iterator[str], seen: set[str]) -> Any:
    """Blocks whose headings have anchors and levels that every format knows."""
    if isinstance(value, Heading):
        anchor = value.anchor if value.anchor and value.anchor not in seen else next(free)
        seen.add(anchor)
        return replace(value, anchor=anchor, level=min(max(value.level, 1), DEEPEST))
    if isinstance(value, tuple):
        return tuple(_anchored(item, free, seen) for item in value)
    if hasattr(value, "items") and is_dataclass(value):
        return replace(value, items=_anchored(value.items, free, seen))
    if hasattr(value, "blocks") and is_dataclass(value):
        return replace(value, blocks=_anchored(value.blocks, free, seen))
    return value
