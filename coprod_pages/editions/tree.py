"""The neutral document tree of an edition. Pure: no models, no requests, no formats.

Whatever is made of the compendium (PDF, Word, HTML) is written from this tree and from nothing
else, so that all formats have the same headings in the same order. Text is plain text: writers
escape it as their format needs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Run:
    """Words of one look. `link` is an absolute address, or `#anchor` inside the document.

    `is_repeated`: the same story has given this address before, so that paper need not again.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    is_repeated: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is a section of the document, the title of the document is above it.

    `anchor` is unique in the document. `short` is what running heads and bookmarks show.
    """

    text: str
    level: int
    anchor: str
    short: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Running text; `look` is "", "lead", "note" or "kicker".

    `elsewhere`: it says where to find this online, which nobody needs who reads it there;
    `online` is what they are told instead, if anything.
    """

    runs: Runs
    look: str = ""
    elsewhere: bool = False
    online: Runs = ()


@dataclass(frozen=True)
class Items:
    """A list; each item is a sequence of blocks, so that lists may be in lists."""

    items: tuple[tuple["Block", ...], ...]
    numbered: bool = False


@dataclass(frozen=True)
class Quotation:
    """Somebody's words and how they wish to be named."""

    text: str
    named_as: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture by its key, which the `Pictures` of the job turn into bytes.

    `alt` is empty only when it is decoration. `missing` says in words that it could not be had.
    """

    key: str
    alt: str
    caption: str = ""
    missing: str = ""


@dataclass(frozen=True)
class Table:
    """A table with a row of headings; `row_headings`: the first cell of each row is one too."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_headings: bool = True


@dataclass(frozen=True)
class Facts:
    """Names with their values: where, when, who."""

    rows: tuple[tuple[str, Runs], ...]


@dataclass(frozen=True)
class CallOut:
    """A passage set apart; its heading is no heading of the document."""

    title: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Stage:
    """One stage of a line as it is drawn; `is_here`: the case study has been there.

    `mark` is the name of a drawing or one or two letters; without one, its number is shown.
    """

    name: str
    short_label: str
    colour: str
    mark: str = ""
    is_here: bool = False
    link: str = ""


@dataclass(frozen=True)
class Line:
    """The continuum with a place on it; writers draw it and give `description` as its words."""

    title: str
    description: str
    stages: tuple[Stage, ...]


@dataclass(frozen=True)
class IndexEntry:
    """A name of an index and where in the document it stands: (words, anchor) each."""

    name: str
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Index:
    """Names with the pages on which they stand; on a screen, with links."""

    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a new page, where there are pages.

    With `unless_it_fits`, it may stand below what came before, if there is room for all of it up to
    the next new page. A format that does not know its pages begins a new one.
    """

    unless_it_fits: bool = False


Block = (
    Heading | Paragraph | Items | Quotation | Picture | Table | Facts | CallOut | Line | Index
    | NewPage
)  # fmt: skip


@dataclass(frozen=True)
class Cover:
    """The first page; without `picture` writers draw it from `line`."""

    line: Line | None = None
    picture: Picture | None = None
    by: str = ""
    replaces: str = ""  # in words, that this edition replaces an earlier one


@dataclass(frozen=True)
class Document:
    """A whole document. `dated` is for people ("April 2017"), `language` a BCP 47 tag.

    `contents`: whether a table of contents comes after the cover; it has so many levels of headings. `identifier` is the same
    whenever the same pinned edition is written again. `made` is what files say of when they were
    made; with the same one, writers make the same bytes.
    """

    title: str
    subtitle: str
    dated: str
    language: str
    blocks: tuple[Block, ...]
    cover: Cover = field(default_factory=Cover)
    contents: bool = True
    contents_levels: int = 2
    large_print: bool = False
    identifier: str = ""
    made: datetime | None = None


def all_blocks(blocks: Sequence[Block]) -> Iterator[Block]:
    """Every block, those inside lists and call-outs too, in reading order."""
    for block in blocks:
        yield block
        if isinstance(block, Items):
            for item in block.items:
                yield from all_blocks(item)
        elif isinstance(block, CallOut):
            yield from all_blocks(block.blocks)


def headings(document: Document) -> list[tuple[int, str]]:
    """The heading tree of `document`, as (level, text): every format has to have the same."""
    return [
        (block.level, block.text)
        for block in all_blocks(document.blocks)
        if isinstance(block, Heading)
    ]
