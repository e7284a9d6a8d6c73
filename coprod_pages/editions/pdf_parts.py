"""A long document in parts, each of which is laid out by itself. Pure.

What lays out pages holds all of them at once, nearly a megabyte for each. So that an edition of
any length is made in the memory of a few dozen pages, it is laid out part by part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from .tree import Block, Document, Heading, Index, NewPage, Picture

# Estimated pages: from so many on, a part ends where a new page begins anyway, and with twice as
# many before the next case study, which begins on a new page then.
ENOUGH = 40
MOST = 80
# What a page holds, in letters; a picture takes a third of it.
LETTERS, LARGE_LETTERS = 2400, 800
PICTURE = 0.35
BLOCK = 0.02
MAY_BEGIN_A_PART = 2  # levels of headings


@dataclass(frozen=True)
class Part:
    """Some blocks; `goes_on` is the running head where they do not begin with a heading."""

    blocks: tuple[Block, ...]
    goes_on: str = ""


def parts_of(document: Document) -> list[Part]:
    """The blocks of `document` in parts, in their order; at least one.

    Indexes are a part of their own, so that the pages they name are known when they are set.
    """
    letters = LARGE_LETTERS if document.large_print else LETTERS
    indexes = _start_of_indexes(document.blocks)
    parts: list[list[Block]] = [[]]
    weight = 0.0
    for number, block in enumerate(document.blocks):
        follows = isinstance(block, NewPage) and block.unless_it_fits
        may_end = not follows or _is_long(document.blocks[number + 1 :], letters)
        ends = may_end and _ends_before(block, weight, parts[-1])
        if ends or (number == indexes and parts[-1]):
            parts.append([] if isinstance(block, NewPage) else [NewPage()])
            weight = 0.0
        parts[-1].append(block)
        weight += _pages(block, letters)
    return list(_with_heads(parts))


def _start_of_indexes(blocks: Sequence[Block]) -> int | None:
    """Where the page begins on which the first index is, if one begins there."""
    start = None
    for number, block in enumerate(blocks):
        if isinstance(block, NewPage):
            start = number
        elif isinstance(block, Index):
            return start
    return None


def _is_long(blocks: Sequence[Block], letters: int) -> bool:
    """Whether what comes before the next new page fills more than what is left of one."""
    return pages_to_the_next(blocks, letters) >= 1


def pages_to_the_next(blocks: Sequence[Block], letters: int) -> float:
    """About how many pages are filled before the next new one; what is over one is not counted."""
    pages = 0.0
    for block in blocks:
        if isinstance(block, NewPage) or pages >= 1:
            break
        pages += _pages(block, letters)
    return pages


def _ends_before(block: Block, weight: float, part: list[Block]) -> bool:
    if isinstance(block, NewPage):
        return weight >= ENOUGH
    if isinstance(block, Heading) and block.level <= MAY_BEGIN_A_PART:
        # A heading stays with what comes below it.
        return weight >= MOST and not isinstance(part[-1], Heading | NewPage)
    return False


def _with_heads(parts: list[list[Block]]) -> Iterator[Part]:
    head = ""
    for blocks in parts:
        first = next((block for block in blocks if not isinstance(block, NewPage)), None)
        yield Part(tuple(blocks), "" if isinstance(first, Heading) else head)
        for block in blocks:
            if isinstance(block, Heading) and block.level <= MAY_BEGIN_A_PART:
                head = block.short or block.text


def _pages(block: Block, letters: int) -> float:
    pictures = PICTURE if isinstance(block, Picture) else 0
    return BLOCK + pictures + letters_in(block) / letters


def letters_in(value: Any) -> int:
    """How many letters there are in `value`, however deep."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, tuple):
        return sum(letters_in(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return sum(letters_in(getattr(value, each.name)) for each in fields(value))
    return 0
