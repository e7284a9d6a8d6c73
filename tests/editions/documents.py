"""An edition with every kind of block, and pictures for it."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from PIL import Image

from coprod_pages.editions.tree import (
    Block,
    CallOut,
    Cover,
    Document,
    Facts,
    Heading,
    Index,
    IndexEntry,
    Items,
    Line,
    NewPage,
    Paragraph,
    Picture,
    Quotation,
    Run,
    Stage,
    Table,
)

STAGES = (
    Stage("Understand the need", "Need", "#0b6e6e", "speech"),
    Stage("Agree what comes first", "Priorities", "#1c5fa8", "B", is_here=True),
    Stage("Make it happen", "Delivery", "#8f3b76"),
)
LINE = Line("The continuum", "This case study was at: Agree what comes first.", STAGES)


def words(text: str, link: str = "") -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Run(text, link=link),))


BLOCKS: tuple[Block, ...] = (
    Heading("What co-production is", 1, "what"),
    Paragraph((Run("Plain, "), Run("strong", bold=True), Run(" and "), Run("so", italic=True))),
    NewPage(),
    Heading("Examples", 1, "examples"),
    Heading("A lunch club", 2, "lunch-club"),
    Paragraph((Run("Hackney · 2016"),), "kicker"),
    LINE,
    Facts((("Led by", (Run("Neighbours", link="https://example.org/neighbours/"),)),)),
    Heading("The need", 3, "lunch-club-need"),
    words("Read more.", "https://example.org/a/long/address/that/has/to/break/somewhere"),
    Items(((words("First"), Items(((words("Inner"),),))), (words("Second"),))),
    Items(((words("One"),), (words("Two"),)), numbered=True),
    Quotation("We were asked before.", "A resident"),
    CallOut("Try this", (words("Ask first."),)),
    Picture("photograph", "People at a long table", "By the residents"),
    Picture("decoration", ""),
    Picture("lost", "A garden"),
    Table("Meetings", ("When", "How many"), (("March", "12"), ("April", "15"))),
    NewPage(),
    Heading("Boroughs", 1, "boroughs"),
    Index((IndexEntry("Hackney", (("A lunch club", "lunch-club"),)),)),
)

DOCUMENT = Document(
    "Co-production in London",
    "What worked and what did not",
    "April 2017",
    "en-GB",
    BLOCKS,
    Cover(replace(LINE, description="Three stages."), by="The working group"),
    identifier="edition-7",
    made=datetime(2017, 4, 3, 12, tzinfo=UTC),
)


class SomePictures:
    """Two pictures that are there; one that is broken; no others."""

    def get(self, key: str) -> bytes | None:
        if key == "broken":
            return b"\xff\xd8\xff and then nothing"
        if key not in ("photograph", "decoration"):
            return None
        output = BytesIO()
        Image.new("RGB", (320, 200), "#0b5563").save(output, "JPEG")
        return output.getvalue()


def document_of(*blocks: Block, **changed: Any) -> Document:
    """A short document with `blocks` below one heading."""
    return replace(DOCUMENT, blocks=(Heading("Part", 1, "part"), *blocks), **changed)
