"""The writers behind one call: a document, a form, and the file to write."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from wagtail.images import get_image_model

from ..shown_pictures import withheld
from .choices import Form
from .pdf import PdfResult, write_pdf
from .pictures import WagtailPictures
from .tree import Document
from .web import html_of
from .word import write_word

# Told in words what is being done.
Tell = Callable[[str], None]

CONTENT_TYPES = {
    Form.PDF: "application/pdf",
    Form.LARGE_PDF: "application/pdf",
    Form.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.WEB: "text/html; charset=utf-8",
}
# What stands for each form in an address.
IN_ADDRESSES = {"pdf": Form.PDF, "large.pdf": Form.LARGE_PDF, "docx": Form.WORD}
ON_SCREEN = "max-1000x1000"


def write(form: str, document: Document, path: Path, tell: Tell) -> PdfResult | None:
    """Write `document` to `path`; of a PDF, what came of it."""
    if form == Form.WEB:
        path.write_text(html_of(document, web_address), encoding="utf-8")
        return None
    with path.open("wb") as target:
        if form == Form.WORD:
            write_word(document, WagtailPictures(), target)
            return None
        document = replace(document, large_print=form == Form.LARGE_PDF)
        return write_pdf(document, WagtailPictures(), target, on_progress=tell)


def web_address(key: str) -> str:
    """Where a browser gets a picture; nothing when it cannot be had or may not be shown."""
    picture = get_image_model().objects.filter(pk=int(key)).first() if key.isdigit() else None
    if picture is None or picture.pk in withheld(keys=[picture.pk]):
        return ""
    try:
        return picture.get_rendition(ON_SCREEN).url
    except (OSError, ValueError, SyntaxError):
        # A lost or broken file: words stand in its place.
        return ""
