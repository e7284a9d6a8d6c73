"""Fields of a Word file: contents, page numbers, bookmarks and the pages they are on.

Numbers of pages are not known here. Word and LibreOffice work them out when the file is opened,
which `updateFields` asks for; until then the contents show their words.
"""

from collections.abc import Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

from . import word_parts as parts
from .tree import Heading
from .wording import shortened


def field(
    to: WordParagraph, instruction: str, shown: str, parent: Any = None, dirty: bool = False
) -> None:
    """A field with the words that are shown until it is worked out."""
    begin = _mark(to, "begin", parent)
    if dirty:
        begin.set(qn("w:dirty"), "true")
    _instruction(to, instruction, parent)
    _mark(to, "separate", parent)
    run = to.add_run(shown)
    if parent is not None:
        parent.append(run._r)
    _mark(to, "end", parent)


def _mark(to: WordParagraph, kind: str, parent: Any = None) -> Any:
    run = to.add_run()
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run._r.append(mark)
    if parent is not None:
        parent.append(run._r)
    return mark


def _instruction(to: WordParagraph, words: str, parent: Any = None) -> None:
    run = to.add_run()
    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = words
    run._r.append(text)
    if parent is not None:
        parent.append(run._r)


def number_heading(heading: WordParagraph, anchor: str, number: int) -> None:
    """Make a heading a place that links, contents and indexes lead to."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), parts.bookmark(anchor))
    first = heading._p.find(qn("w:r"))
    if first is None:
        heading._p.append(start)
    else:
        first.addprevious(start)
    heading._p.append(end)


def page_of(to: WordParagraph, anchor: str) -> None:
    """The number of the page on which `anchor` stands, as a link to it."""
    field(to, f" PAGEREF {parts.bookmark(anchor)} \\h ", "–")


def add_contents(file: WordDocument, contents: Sequence[Heading], levels: int, title: str) -> None:
    """A field of contents to so many levels, filled with the headings that it will find."""
    heading = parts.paragraph(file, title, "Contents Title")
    heading.paragraph_format.page_break_before = True
    for place, entry in enumerate(contents):
        line = parts.paragraph(file, "", f"toc {entry.level}")
        if place == 0:
            _mark(line, "begin")
            _instruction(line, f' TOC \\o "1-{levels}" \\h \\z \\u ')
            _mark(line, "separate")
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), parts.bookmark(entry.anchor))
        link.append(line.add_run(f"{entry.text}\t")._r)
        field(line, f" PAGEREF {parts.bookmark(entry.anchor)} \\h ", "–", parent=link)
        line._p.append(link)
        if place == len(contents) - 1:
            _mark(line, "end")
    _ask_to_work_out(file)


def _ask_to_work_out(file: WordDocument) -> None:
    ask = OxmlElement("w:updateFields")
    ask.set(qn("w:val"), "true")
    settings = file.settings.element
    settings.insert_element_before(
        ask, "w:hdrShapeDefaults", "w:footnotePr", "w:endnotePr", "w:compat", "w:rsids", "m:mathPr"
    )


def add_page_numbers(file: WordDocument, title: str, page_word: str) -> None:
    """A running head with the title and the section, and page numbers; none on the cover."""
    section = file.sections[0]
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0]
    head.style = "Header"
    head.add_run(f"{shortened(title, 44)}\t")
    field(head, ' STYLEREF "Heading 1" ', "")
    foot = section.footer.paragraphs[0]
    foot.style = "Footer"
    foot.add_run(f"{page_word} ")
    field(foot, " PAGE ", "1")
