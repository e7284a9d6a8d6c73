"""Blocks as HTML, for the page on the site and for the PDF: one template for each kind."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.template.loader import get_template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from .line_drawing import drawn
from .pdf_parts import letters_in
from .tree import (
    Block,
    CallOut,
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
    Runs,
    Table,
)
from .wording import (
    is_from_the_right,
    printed_address,
    readable_address,
    running_head,
    words_of,
)

FOLDER = "coprod_pages/editions/blocks"
LONGEST_WORD = 24  # that keeps a column of a table from being narrow
# On paper a table with so many rows is kept whole, and a call-out with so many letters.
FEW_FACTS, FEW_LARGE_FACTS = 4, 3
LONGEST_KEPT_WHOLE = 700
# An address breaks after these, so that it is read in whole parts.
MAY_BREAK = "\u200b"  # not <wbr>, which makes each part a box that may break within a word
BREAKS = ("/", "?", "&", "=", "-", "_", ".")


@dataclass(frozen=True)
class Markup:
    """Writes blocks as HTML. `picture_address` gives nothing for what cannot be shown.

    On paper there are `printed_size`, how wide and high a picture is in millimetres, and
    `page_of`, the number of the page of an anchor.
    """

    picture_address: Callable[[Picture], str]
    printed_size: Callable[[Picture], tuple[float, float]] | None = None
    page_of: Callable[[str], int] | None = None
    large: bool = False

    @property
    def for_print(self) -> bool:
        """Whether this is for paper, where links cannot be pressed and pages have numbers."""
        return self.printed_size is not None

    def blocks(self, blocks: Sequence[Block]) -> SafeString:
        """All `blocks`, one after the other."""
        written = (self._stretch(*stretch) for stretch in _stretches(blocks))
        return mark_safe("".join(written))  # noqa: S308  each was written by a template

    def _stretch(self, new_page: NewPage | None, blocks: Sequence[Block]) -> str:
        may_follow = self.for_print and new_page is not None and new_page.unless_it_fits
        begins_a_page = new_page is not None and not may_follow
        html = "".join(
            self._block(block, begins_a_page and place == 0) for place, block in enumerate(blocks)
        )
        return f'<div class="if-it-fits">{html}</div>' if may_follow else html

    def _block(self, block: Block, on_new_page: bool) -> str:
        name, context = WRITERS[type(block)](self, block)
        if self.for_print and name in PRINTED:
            name = PRINTED[name]
        html = get_template(f"{FOLDER}/{name}.html").render({**context, "on_new_page": on_new_page})
        if on_new_page and not isinstance(block, Heading):
            return format_html('<div class="on-new-page">{}</div>', html)
        return html

    def runs(self, runs: Runs) -> SafeString:
        """Words with their look."""
        return format_html_join("", "{}", ((self._run(run),) for run in runs))

    def _run(self, run: Run) -> SafeString:
        words = lines(run.text)
        if run.bold:
            words = format_html("<strong>{}</strong>", words)
        if run.italic:
            words = format_html("<em>{}</em>", words)
        if not run.link:
            return words
        if self.for_print and readable_address(run.link) == readable_address(run.text.strip()):
            # Not in a span, which would be a second link in a PDF.
            linked = format_html(
                '<a href="{}" dir="ltr" class="whole-words">{}</a>', run.link, breakable(run.text)
            )
        else:
            linked = format_html('<a href="{}">{}</a>', run.link, words)
        address = printed_address(run) if self.for_print else ""
        if not address:
            return linked
        # Said to be of no language's direction, so that it stays whole in text from the right.
        whole = '{} <span class="address">(<span dir="ltr" class="whole-words">{}</span>)</span>'
        return format_html(whole, linked, breakable(address))


def _stretches(blocks: Sequence[Block]) -> Iterator[tuple[NewPage | None, list[Block]]]:
    """`blocks` from new page to new page."""
    new_page: NewPage | None = None
    stretch: list[Block] = []
    for block in blocks:
        if isinstance(block, NewPage):
            if stretch:
                yield new_page, stretch
            new_page, stretch = block, []
        else:
            stretch.append(block)
    if stretch:
        yield new_page, stretch


def lines(text: str) -> SafeString:
    """`text` with its line breaks."""
    return mark_safe(conditional_escape(text).replace("\n", "<br>"))  # noqa: S308  escaped


def breakable(address: str) -> SafeString:
    """An address that breaks after its own signs and nowhere else, as far as it can."""
    escaped = conditional_escape(address.replace("&", "\0"))
    for sign in BREAKS:
        if sign != "&":
            escaped = escaped.replace(sign, sign + MAY_BREAK)
    whole = escaped.replace("\0", f"&amp;{MAY_BREAK}")
    return mark_safe(whole.replace(f"/{MAY_BREAK}/{MAY_BREAK}", "//"))  # noqa: S308  escaped


def _heading(markup: Markup, block: Heading) -> tuple[str, dict[str, Any]]:
    return "heading", {
        "heading": block,
        "tag": f"h{block.level + 1}",
        "short": running_head(block, markup.large),
        "rtl": is_from_the_right(block.text),
    }


def _paragraph(markup: Markup, block: Paragraph) -> tuple[str, dict[str, Any]]:
    return "paragraph", {
        "look": block.look,
        "words": markup.runs(block.runs),
        "rtl": is_from_the_right(words_of(block.runs)),
    }


def _items(markup: Markup, block: Items) -> tuple[str, dict[str, Any]]:
    return "items", {
        "tag": "ol" if block.numbered else "ul",
        "items": [markup.blocks(item) for item in block.items],
    }


def _quotation(markup: Markup, block: Quotation) -> tuple[str, dict[str, Any]]:
    paragraphs = [part for part in block.text.split("\n\n") if part.strip()]
    return "quotation", {
        "paragraphs": [lines(part) for part in paragraphs],
        "named_as": block.named_as,
        "rtl": is_from_the_right(block.text),
    }


def _picture(markup: Markup, block: Picture) -> tuple[str, dict[str, Any]]:
    address = "" if block.missing else markup.picture_address(block)
    return "picture", {
        "picture": block,
        "address": address,
        "missing": "" if address else missing_words(block),
        "size": markup.printed_size(block) if markup.printed_size and address else None,
    }


def missing_words(picture: Picture) -> str:
    """What is said in place of a picture; nothing where it was decoration."""
    if picture.missing:
        return picture.missing
    if not picture.alt:
        return ""
    return _("A picture is missing here: %(alt)s") % {"alt": picture.alt}


def _table(markup: Markup, block: Table) -> tuple[str, dict[str, Any]]:
    width = max([len(block.headings), *(len(row) for row in block.rows)], default=0)

    def filled(row: Sequence[str]) -> list[SafeString]:
        return [lines(cell) for cell in [*row, *[""] * (width - len(row))]]

    return "table", {
        "caption": block.caption,
        "headings": filled(block.headings) if block.headings else [],
        "rows": [filled(row) for row in block.rows],
        "row_headings": block.row_headings,
        "has_long_words": any(
            len(word) > LONGEST_WORD for row in block.rows for cell in row for word in cell.split()
        ),
    }


def _facts(markup: Markup, block: Facts) -> tuple[str, dict[str, Any]]:
    return "facts", {
        "facts": [(name, markup.runs(value)) for name, value in block.rows],
        "is_short": len(block.rows) <= (FEW_LARGE_FACTS if markup.large else FEW_FACTS),
    }


def _call_out(markup: Markup, block: CallOut) -> tuple[str, dict[str, Any]]:
    return "call_out", {
        "title": block.title,
        "content": markup.blocks(block.blocks),
        "is_long": letters_in(block.blocks) > LONGEST_KEPT_WHOLE,
    }


def _line(markup: Markup, block: Line) -> tuple[str, dict[str, Any]]:
    if markup.for_print:
        return "line", {"line": block, "drawn": drawn(block, markup.large)}
    # On a phone the words of a long row would be too small to read.
    return "line_on_screen", {
        "line": block,
        "wide": drawn(block),
        "narrow": drawn(block, large=True),
    }


def _index(markup: Markup, block: Index) -> tuple[str, dict[str, Any]]:
    if markup.page_of is None:
        return "index", {"entries": block.entries}
    page_of = markup.page_of

    def first_on_each_page(entry: IndexEntry) -> list[tuple[str, int]]:
        first: dict[int, str] = {}
        for _words, anchor in entry.places:
            first.setdefault(page_of(anchor), anchor)
        return [(anchor, page) for page, anchor in first.items()]

    entries = [(entry.name, first_on_each_page(entry)) for entry in block.entries]
    return "index", {"entries": entries}


WRITERS: dict[type, Callable[[Markup, Any], tuple[str, dict[str, Any]]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Quotation: _quotation,
    Picture: _picture,
    Table: _table,
    Facts: _facts,
    CallOut: _call_out,
    Line: _line,
    Index: _index,
}
# What is told apart on paper by its place on a screen, or has page numbers there.
PRINTED = {"facts": "facts_printed", "index": "index_printed"}
