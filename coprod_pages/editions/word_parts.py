"""The parts of a Word file: paragraphs, words, pictures, tables, properties."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun
from lxml import etree

from .tree import Document, Run, Runs
from .word_pictures import add_picture
from .wording import is_from_the_right, printed_address, words_of

# Files that say nothing of when they were made have to say something.
LONG_AGO = datetime(2016, 1, 1, tzinfo=UTC)
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
FACT_WIDTHS = (Mm(44), Mm(126))
TABLE_WIDTH = Mm(170)
MOST_COUNTED, LEAST_COUNTED = 60, 12  # characters
LONGEST_ADDRESS = 2000


def set_properties(file: WordDocument, document: Document) -> None:
    """What the file says of itself."""
    properties = file.core_properties
    made = (document.made or LONG_AGO).astimezone(UTC).replace(tzinfo=None)
    properties.title = document.title[:255]
    properties.subject = document.subtitle[:255]
    properties.author = document.cover.by[:255]
    properties.last_modified_by = ""
    properties.comments = ""
    properties.language = document.language
    properties.identifier = document.identifier[:255]
    properties.created = properties.modified = made
    properties.revision = 1


def paragraph(file: Any, words: str, style: str) -> WordParagraph:
    """A paragraph at the end of `file`, or of a cell."""
    added = file.add_paragraph(style=style)
    if words:
        add_words(added, words)
    return added


def add_words(to: WordParagraph, words: str) -> None:
    """Plain words; when they are written from the right, so is the paragraph."""
    add_runs(to, (Run(words),))


def add_runs(to: WordParagraph, runs: Runs) -> None:
    """Words with their look and their links."""
    from_the_right = is_from_the_right(words_of(runs))
    if from_the_right:
        to._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    for run in runs:
        if run.link and len(run.link) <= LONGEST_ADDRESS:
            _add_link(to, run)
            address = printed_address(run)
            if address:
                to.add_run(f" ({address})", style="Address")
        else:
            _dress(to.add_run(run.text), run)
    if from_the_right:
        for element in to._p.iter(qn("w:r")):
            WordRun(element, to).font.rtl = True


def _dress(words: WordRun, run: Run) -> None:
    words.bold = run.bold or None
    words.italic = run.italic or None


def _add_link(to: WordParagraph, run: Run) -> None:
    link = OxmlElement("w:hyperlink")
    if run.link.startswith("#"):
        link.set(qn("w:anchor"), bookmark(run.link[1:]))
    else:
        link.set(
            qn("r:id"), to.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        )
    words = to.add_run(run.text, style="Hyperlink")
    _dress(words, run)
    link.append(words._r)
    to._p.append(link)


def bookmark(anchor: str) -> str:
    """An anchor as Word names places: letters, digits and underscores, 40 at most."""
    name = "".join(c if c.isascii() and c.isalnum() else "_" for c in anchor)
    return f"_{name}" if len(name) < 40 else f"_{name[:18]}_{name[-20:]}"


def page_break(file: WordDocument) -> Any:
    """An empty paragraph that ends a page, to be put before what is no paragraph."""
    added = file.add_paragraph(style="Page Break")
    added.paragraph_format.page_break_before = True
    added._p.getparent().remove(added._p)
    return added._p


def breaks_before(element: Any) -> bool:
    """Let a paragraph begin a new page; says whether it is one."""
    if element.tag != qn("w:p"):
        return False
    element.get_or_add_pPr().pageBreakBefore_val = True
    return True


def picture(
    file: WordDocument, data: bytes, alt: str, most_wide: Length, most_high: Length
) -> WordParagraph:
    """A picture on a line of its own, in its own proportions, with its words."""
    added = file.add_paragraph(style="Picture")
    shape = add_picture(file, added.add_run(), data)
    scale = min(most_wide / shape.width, most_high / shape.height)
    shape.width, shape.height = Length(int(shape.width * scale)), Length(int(shape.height * scale))
    for side in "TBLR":
        # LibreOffice takes an eighth of an inch for what is not said, and pushes it to the right.
        shape._inline.set(f"dist{side}", "0")
    about = shape._inline.docPr
    about.set("name", "Picture")
    about.set("descr", alt)
    if not alt:
        about.append(_decoration())
    shape._inline.find(f".//{qn('pic:cNvPr')}").set("name", "Picture")
    return added


def _decoration() -> Any:
    """Says that a picture means nothing, so that it is not read out."""
    extensions = etree.Element(f"{{{DRAWING}}}extLst", nsmap={"a": DRAWING})
    extension = etree.SubElement(
        extensions, f"{{{DRAWING}}}ext", uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
    )
    mark = etree.SubElement(extension, f"{{{DECORATIVE}}}decorative", nsmap={"adec": DECORATIVE})
    mark.set("val", "1")
    return extensions


def table(
    file: WordDocument,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    row_headings: bool,
) -> WordTable:
    """A table whose headings come again on each page and whose rows are not cut in two."""
    width = max([len(headings), *(len(row) for row in rows)], default=0)
    lines = [*([headings] if headings else []), *rows]
    if not width or not lines:
        return None
    added = file.add_table(rows=0, cols=width, style="Edition Table")
    added.autofit = False
    for column, share in zip(added.columns, _shares(lines, width), strict=True):
        column.width = share
    first = added.add_row()._tr
    template = deepcopy(first)
    for number, line in enumerate(lines):
        element = first if number == 0 else deepcopy(template)
        if number:
            added._tbl.append(element)
        is_heading = bool(headings) and number == 0
        _fill_row(added, element, line, is_heading, row_headings)
    _say_what_heads(added, bool(headings), row_headings)
    file.add_paragraph(style="After Table")
    return added


def _shares(lines: Sequence[Sequence[str]], width: int) -> list[Length]:
    """How wide each column is: by the words that it holds, and none of them narrow."""
    held = [
        min(max([len(line[place]) for line in lines if place < len(line)] or [0]), MOST_COUNTED)
        for place in range(width)
    ]
    least = min(LEAST_COUNTED, MOST_COUNTED // width)
    counted = [max(length, least) for length in held]
    return [Length(int(TABLE_WIDTH * each / sum(counted))) for each in counted]


def _fill_row(
    added: WordTable, element: Any, line: Sequence[str], is_heading: bool, row_headings: bool
) -> None:
    properties = element.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if is_heading:
        properties.append(OxmlElement("w:tblHeader"))
    for place, cell in enumerate(element.tc_lst):
        words = WordParagraph(cell.p_lst[0], added)
        strong = is_heading or (row_headings and place == 0)
        words.style = "Table Heading" if strong else "Table Text"
        if place < len(line):
            add_words(words, line[place])


def _say_what_heads(added: WordTable, headings: bool, row_headings: bool) -> None:
    look = added._tbl.tblPr.find(qn("w:tblLook"))
    for old in [] if look is None else [look]:
        added._tbl.tblPr.remove(old)
    look = OxmlElement("w:tblLook")
    look.set(qn("w:firstRow"), str(int(headings)))
    look.set(qn("w:firstColumn"), str(int(row_headings)))
    look.set(qn("w:noHBand"), "1")
    look.set(qn("w:noVBand"), "1")
    added._tbl.tblPr.append(look)


def facts(file: WordDocument, rows: Sequence[tuple[str, Runs]]) -> None:
    """Names with their values, as a table of two columns."""
    if not rows:
        return
    added = file.add_table(rows=0, cols=2, style="Edition Table")
    added.autofit = False
    for name, value in rows:
        row = added.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, FACT_WIDTHS, strict=True):
            cell.width = width
        term, words = (cell.paragraphs[0] for cell in row.cells)
        term.style, words.style = "Table Heading", "Table Text"
        add_words(term, name)
        add_runs(words, value)
        # No row stands alone on the next page, as long as all of them fit on one.
        term.paragraph_format.keep_with_next = words.paragraph_format.keep_with_next = True
    for cell in added.rows[-1].cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = None
    for column, width in zip(added.columns, FACT_WIDTHS, strict=True):
        column.width = width
    _say_what_heads(added, headings=False, row_headings=True)
    file.add_paragraph(style="After Table")


def keep_with_next(file: WordDocument) -> None:
    """Let what was written last stay on the page of what comes next, be it a paragraph or a row."""
    # The last child of a body is its section; after a table there is an empty paragraph.
    elements = list(file.element.body)[-3:-1]
    _keep(elements[-1:])
    if len(elements) == 2 and elements[0].tag == qn("w:tbl"):
        _keep([elements[0].tr_lst[-1]])


def keep_together(file: WordDocument, first: int | None) -> None:
    """Keep all that stands from `first` to the end on one page, if one has room for it."""
    if first is not None:
        _keep(list(file.element.body)[first:-2])


def _keep(elements: Sequence[Any]) -> None:
    for element in elements:
        for words in element.iter(qn("w:p")):
            words.get_or_add_pPr().get_or_add_keepNext()


def set_apart(element: Any) -> None:
    """Give a paragraph the ground and the edge of a call-out."""
    if element.tag != qn("w:p"):
        return
    properties = element.get_or_add_pPr()
    edges = OxmlElement("w:pBdr")
    left = OxmlElement("w:left")
    for name, value in (("val", "single"), ("sz", "24"), ("space", "8"), ("color", "0B5563")):
        left.set(qn(f"w:{name}"), value)
    edges.append(left)
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "E9EEEC")):
        ground.set(qn(f"w:{name}"), value)
    for new in (edges, ground):
        properties.insert_element_before(
            new,
            *("w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:bidi"),
            *("w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr"),
        )
