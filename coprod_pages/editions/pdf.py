"""An edition as a tagged PDF (PDF/UA-1)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext as _

from .pictures import Pictures
from .tree import Document


class NoPdfHere(Exception):
    """The server lacks what makes PDFs; the words say what."""


@dataclass(frozen=True)
class PdfResult:
    """What was made. `unprintable` are the letters in whose place it shows boxes."""

    pages: int
    unprintable: frozenset[str] = frozenset()


def write_pdf(
    document: Document,
    pictures: Pictures,
    target: BinaryIO,
    on_progress: Callable[[str], None] | None = None,
) -> PdfResult:
    """Write `document` as a PDF to `target`; `on_progress` is told in words what is being done."""
    try:
        # Here and not above, so that a server without Pango serves everything else.
        from .pdf_pages import lay_out_and_write
    except OSError as missing:
        raise NoPdfHere(
            _("PDFs cannot be made on this server, because Pango is not installed: %(what)s")
            % {"what": missing}
        ) from missing
    tell = on_progress or (lambda words: None)
    return PdfResult(*lay_out_and_write(document, pictures, target, tell))
