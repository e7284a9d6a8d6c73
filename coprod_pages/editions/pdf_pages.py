"""The pages of an edition's PDF, laid out by WeasyPrint with a closed door to the outside.

Only `pdf.py` imports this, and only when a PDF is made: WeasyPrint needs libraries of the system.
"""

import gc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

import weasyprint
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from weasyprint.text.fonts import FontConfiguration

from .fetching import OnlyOurPictures
from .markup import Markup
from .pdf_tags import mend_tags
from .pictures import Pictures
from .readying import readied
from .tree import Block, Document, Index, IndexEntry, Line, Picture
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
        fonts = FontConfiguration()
        sheet = weasyprint.CSS(string=_style_of(document), url_fetcher=ours, font_config=fonts)
        first, second = Path(folder) / "first", Path(folder) / "second"

        def lay_out(document: Document, cache: Path) -> Any:
            cache.mkdir()
            return weasyprint.HTML(string=_html_of(document, ours), url_fetcher=ours).render(
                font_config=fonts, stylesheets=[sheet], cache=cache, **OPTIONS
            )

        tell(_("Setting the pages"))
        cache, laid_out = first, lay_out(document, first)
        told_once = _each_page_once(document, _places(laid_out))
        if told_once != document:
            # Only now is it known which places are on one page. Indexes come last, so that all
            # before them stays on its page.
            laid_out = None  # it takes its cache away when it goes
            gc.collect()  # its boxes hold each other, and two layouts would not fit
            cache, laid_out = second, lay_out(told_once, second)
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


def _each_page_once(document: Document, pages: dict[str, int]) -> Document:
    """`document` with the first place on each page in its indexes, as only numbers are printed."""

    def entry_of(entry: IndexEntry) -> IndexEntry:
        first: dict[Any, tuple[str, str]] = {}
        for place in entry.places:
            first.setdefault(pages.get(place[1], place[1]), place)
        return replace(entry, places=tuple(first.values()))

    def thinned(block: Block) -> Block:
        if not isinstance(block, Index):
            return block
        return replace(block, entries=tuple(entry_of(entry) for entry in block.entries))

    return replace(document, blocks=tuple(thinned(block) for block in document.blocks))


def _places(laid_out: Any) -> dict[str, int]:
    """The number of the page of each anchor."""
    return {
        anchor: number
        for number, page in enumerate(laid_out.pages, start=1)
        for anchor in page.anchors
    }


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
