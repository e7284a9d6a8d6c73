"""An edition as a Word file that a colleague can go on writing in."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import BinaryIO

from django.utils.translation import gettext as _
from docx import Document as new_file
from docx.document import Document as WordDocument
from docx.shared import Mm

from . import word_parts as parts
from .line_drawing import picture_of_line
from .markup import missing_words
from .pdf_parts import LARGE_LETTERS, LETTERS, pages_to_the_next
from .pictures import Pictures, usable
from .readying import readied
from .tree import (
    Block,
    CallOut,
    Cover,
    Document,
    Facts,
    Heading,
    Index,
    Items,
    Line,
    NewPage,
    Paragraph,
    Picture,
    Quotation,
    Table,
)
from .word_fields import add_contents, add_page_numbers, number_heading, page_of
from .word_lists import Numbering
from .word_packing import packed
from .word_pictures import keep_pictures_in
from .word_styles import set_styles
from .wording import contents_of

# As high a picture may be that is as wide as the text.
MOST_WIDE, MOST_HIGH = Mm(170), Mm(128)
# A section with less than so much of a page goes on below the one before, as in the PDF.
SHORT = 0.5
LOOKS = {"lead": "Lead", "note": "Note", "kicker": "Kicker"}


def write_word(document: Document, pictures: Pictures, target: BinaryIO) -> None:
    """Write `document` as DOCX to `target`."""
    document = readied(document)
    with TemporaryDirectory(prefix="edition-") as folder:
        file = new_file()
        keep_pictures_in(file, Path(folder))
        set_styles(file, document)
        parts.set_properties(file, document)
        writer = _Writer(file, pictures, document.large_print)
        writer.cover(document)
        contents = contents_of(document)
        if contents:
            add_contents(file, contents, document.contents_levels, _("Contents"))
            writer.on_new_page = True
        add_page_numbers(file, document.title, _("Page"))
        writer.blocks(document.blocks)
        with TemporaryFile(dir=folder) as raw:
            file.save(raw)
            packed(raw, target)


class _Writer:
    """Puts blocks into a file, one after the other."""

    def __init__(self, file: WordDocument, pictures: Pictures, large: bool) -> None:
        self.large = large
        self.file = file
        self.pictures = pictures
        self.numbering = Numbering(file)
        self.on_new_page = False
        self.bookmarks = 0

    def cover(self, document: Document) -> None:
        """The first page: title, date, the line, who made it."""
        cover: Cover = document.cover
        parts.paragraph(self.file, document.dated, "Cover Date")
        parts.paragraph(self.file, document.title, "Title")
        if document.subtitle:
            parts.paragraph(self.file, document.subtitle, "Subtitle")
        for block in (cover.picture or cover.line,):
            if block is not None:
                self.block(block, 0)
        for words in (cover.by, cover.replaces):
            if words:
                parts.paragraph(self.file, words, "Cover Foot")
        self.on_new_page = True

    def blocks(self, blocks: Sequence[Block], depth: int = 0) -> None:
        """All `blocks`; `depth` is how deep in lists they stand."""
        kept_from = None
        for number, block in enumerate(blocks):
            if isinstance(block, NewPage):
                parts.keep_together(self.file, kept_from)
                is_short = block.unless_it_fits and self._is_short(blocks[number + 1 :])
                kept_from = len(self.file.element.body) - 1 if is_short else None
                # The first section has its page whatever its length.
                self.on_new_page = self.on_new_page or not is_short
                continue
            self.block(block, depth)
        parts.keep_together(self.file, kept_from)

    def _is_short(self, blocks: Sequence[Block]) -> bool:
        letters = LARGE_LETTERS if self.large else LETTERS
        return pages_to_the_next(blocks, letters) < SHORT

    def block(self, block: Block, depth: int) -> None:
        """One block."""
        first = len(self.file.element.body)
        WRITERS[type(block)](self, block, depth)
        if self.on_new_page and len(self.file.element.body) > first:
            self._begin_page(first)

    def _begin_page(self, first: int) -> None:
        """What was written last begins a page. `first` is where it stands in the file."""
        self.on_new_page = False
        # The last child of a body is its section.
        element = self.file.element.body[first - 1]
        if not parts.breaks_before(element):
            element.addprevious(parts.page_break(self.file))

    def heading(self, block: Heading, depth: int) -> None:
        paragraph = parts.paragraph(self.file, "", f"Heading {block.level}")
        parts.add_words(paragraph, block.text)
        self.bookmarks += 1
        number_heading(paragraph, block.anchor, self.bookmarks)

    def paragraph(self, block: Paragraph, depth: int) -> None:
        if block.look == "note":
            parts.keep_with_next(self.file)
        style = LOOKS.get(block.look) or ("List Continue" if depth else "Normal")
        paragraph = parts.paragraph(self.file, "", style)
        parts.add_runs(paragraph, block.runs)

    def items(self, block: Items, depth: int) -> None:
        number = self.numbering.begin(block.numbered)
        for item in block.items:
            first, rest = (item[0], item[1:]) if item else (None, ())
            paragraph = parts.paragraph(
                self.file, "", "List Number" if block.numbered else "List Bullet"
            )
            self.numbering.number(paragraph, number, depth)
            if isinstance(first, Paragraph):
                parts.add_runs(paragraph, first.runs)
            elif first is not None:
                self.block(first, depth + 1)
            self.blocks(rest, depth + 1)

    def quotation(self, block: Quotation, depth: int) -> None:
        pieces = [part for part in block.text.split("\n\n") if part.strip()]
        for piece in pieces:
            paragraph = parts.paragraph(self.file, "", "Quote")
            parts.add_words(paragraph, piece)
            paragraph.paragraph_format.keep_with_next = bool(block.named_as) or None
        if block.named_as:
            parts.paragraph(self.file, block.named_as, "Quoted Person")

    def picture(self, block: Picture, depth: int) -> None:
        data = usable(self.pictures, block)
        words = "" if data else missing_words(block)
        if data:
            picture = parts.picture(self.file, data, block.alt, MOST_WIDE, MOST_HIGH)
            picture.paragraph_format.keep_with_next = bool(block.caption) or None
        elif words:
            parts.paragraph(self.file, words, "Note")
        if block.caption and (data or words):
            parts.paragraph(self.file, block.caption, "Caption")

    def table(self, block: Table, depth: int) -> None:
        if block.caption:
            parts.paragraph(self.file, block.caption, "Table Title")
        parts.table(self.file, block.headings, block.rows, block.row_headings)

    def facts(self, block: Facts, depth: int) -> None:
        parts.facts(self.file, block.rows)

    def call_out(self, block: CallOut, depth: int) -> None:
        first = len(self.file.element.body) - 1
        if block.title:
            parts.paragraph(self.file, block.title, "Call-out Title")
        self.blocks(block.blocks, depth)
        for element in self.file.element.body[first:-1]:
            parts.set_apart(element)
        # Without it the next call-out would become one with this.
        self.file.add_paragraph(style="After Table")

    def line(self, block: Line, depth: int) -> None:
        if block.stages:
            words = f"{block.title}. {block.description}"
            drawn = picture_of_line(block, self.large)
            line = parts.picture(self.file, drawn, words, MOST_WIDE, MOST_HIGH)
            line.paragraph_format.keep_with_next = True

    def index(self, block: Index, depth: int) -> None:
        # Which of them stand on one page is not known here, so that bare numbers would repeat.
        for entry in block.entries:
            parts.paragraph(self.file, entry.name, "Index Entry")
            for words, anchor in entry.places:
                paragraph = parts.paragraph(self.file, f"{words}, ", "Index Place")
                page_of(paragraph, anchor)


WRITERS = {
    Heading: _Writer.heading,
    Paragraph: _Writer.paragraph,
    Items: _Writer.items,
    Quotation: _Writer.quotation,
    Picture: _Writer.picture,
    Table: _Writer.table,
    Facts: _Writer.facts,
    CallOut: _Writer.call_out,
    Line: _Writer.line,
    Index: _Writer.index,
}
