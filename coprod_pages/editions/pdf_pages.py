"""The pages of an edition's PDF, laid out by WeasyPrint with a closed door to the outside.

Only `pdf.py` imports this, and only when a PDF is made: WeasyPrint needs libraries of the system.
"""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

import weasyprint
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from weasyprint.text.fonts import FontConfiguration

from .fetching import OnlyOurPictures
from .markup import Markup
from .pdf_tags import mend_tags
from .pictures import Pictures
from .readying import readied
from .tree import Document, Line, Picture
from .wording import contents_of, is_from_the_right, shortened

# The look of the running head, which CSS has to be told for each part of the margin.
HEAD = (
    'color: #49545a; font: 600 {size}pt/1.25 "Liberation Sans", "DejaVu Sans", sans-serif; '
    "vertical-align: bottom; border-bottom: 0.6pt solid #0b5563; padding-bottom: 2mm; "
    "margin-bottom: 6mm;"
)
OPTIONS = {"pdf_variant": "pdf/ua-1"}


def lay_out_and_write(
    document: Document, pictures: Pictures, target: BinaryIO, tell: Callable[[str], None]
) -> int:
    """Write `document` to `target` and say how many pages it has."""
    document = readied(document)
    with TemporaryDirectory(prefix="edition-") as folder:
        ours = OnlyOurPictures(pictures, Path(folder))
        tell(_("Reading the text and the pictures"))
        html = _html_of(document, ours)
        tell(_("Setting the pages"))
        fonts = FontConfiguration()
        sheet = weasyprint.CSS(string=_style_of(document), url_fetcher=ours, font_config=fonts)
        cache = Path(folder) / "cache"
        cache.mkdir()
        laid_out = weasyprint.HTML(string=html, url_fetcher=ours).render(
            font_config=fonts, stylesheets=[sheet], cache=cache, **OPTIONS
        )
        pages = len(laid_out.pages)
        tell(_("Writing %(pages)s pages") % {"pages": pages})
        laid_out.write_pdf(
            target,
            finisher=mend_tags,
            pdf_identifier=document.identifier.encode() or None,
            cache=cache,
            **OPTIONS,
        )
    return pages


def _html_of(document: Document, ours: OnlyOurPictures) -> str:
    markup = Markup(ours.address_of, printed_size=ours.size_of, large=document.large_print)
    cover = document.cover
    line = markup.blocks([cover.line]) if isinstance(cover.line, Line) else ""
    picture = markup.blocks([cover.picture]) if isinstance(cover.picture, Picture) else ""
    return render_to_string(
        "coprod_pages/editions/print.html",
        {
            "document": document,
            "cover_line": "" if picture else line,
            "cover_picture": picture,
            "contents": contents_of(document),
            "blocks": markup.blocks(document.blocks),
            "title_rtl": is_from_the_right(document.title),
            "running_title": shortened(document.title, 44),
        },
    )


def _style_of(document: Document) -> str:
    return render_to_string(
        "coprod_pages/editions/print.css",
        {
            "page_word": _("Page"),
            "large_print": document.large_print,
            "head": HEAD.format(size=13 if document.large_print else 8.5),
        },
    )
