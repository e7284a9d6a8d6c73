"""The writers behind one call: a document, a form, and the file to write."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from .choices import Form
from .pdf import write_pdf
from .pictures import WagtailPictures, web_address
from .tree import Document
from .web import html_of
from .word import write_word

Tell = Callable[[int, int], None]

CONTENT_TYPES = {
    Form.PDF: "application/pdf",
    Form.LARGE_PDF: "application/pdf",
    Form.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.WEB: "text/html; charset=utf-8",
}
# What stands for each form in an address.
IN_ADDRESSES = {"pdf": Form.PDF, "large.pdf": Form.LARGE_PDF, "docx": Form.WORD}


def write(form: str, document: Document, path: Path, tell: Tell) -> int | None:
    """Write `document` to `path`; returns the number of pages, where there are pages."""
    if form == Form.WEB:
        path.write_text(html_of(document, web_address), encoding="utf-8")
        return None
    if form == Form.WORD:
        write_word(document, WagtailPictures(), path)
        return None
    document = replace(document, large_print=form == Form.LARGE_PDF)
    return write_pdf(document, WagtailPictures(), path, on_progress=tell).pages
