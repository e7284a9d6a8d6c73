"""The pages of an edition's PDF, laid out by WeasyPrint with a closed door to the outside.

Only `pdf.py` imports this, and only when a PDF is made: WeasyPrint needs libraries of the system.

It is laid out part by part (see `pdf_parts`): first the text, which says on which pages everything
is, then the cover and the contents. If a number that was printed on the way turns out to be another,
all is laid out once more.
"""

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
from .pdf_fonts import noting_unprintable
from .pdf_joining import INSIDE, join
from .pdf_parts import Part, parts_of
from .pdf_places import Bookmark, Place, Places
from .pdf_tags import mend_tags
from .pictures import Pictures
from .readying import readied
from .tree import Document, Heading, Index, Line, Picture, all_blocks
from .wording import contents_of, is_from_the_right, running_head, shortened

# The look of the running head, which CSS has to be told for each part of the margin.
HEAD = (
    'color: #49545a; font: 600 {size}pt/1.25 "Liberation Sans", "DejaVu Sans", sans-serif; '
    "vertical-align: bottom; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; border-bottom: 0.6pt solid #0b5563; padding-bottom: 2mm; "
    "margin-bottom: 6mm;"
)
OPTIONS = {"pdf_variant": "pdf/ua-1"}
POINTS = 0.75  # of a CSS pixel
MOST_TIMES = 4
# With more pages, one more that is nearly empty is not worth laying all of them out twice.
MOST_TO_TIGHTEN = 8


class NumbersDoNotSettle(RuntimeError):
    """Pages change whenever their numbers are put right; no document is known to do so."""


def lay_out_and_write(
    document: Document, pictures: Pictures, target: BinaryIO, tell: Callable[[str], None]
) -> tuple[int, frozenset[str]]:
    """Write `document` to `target`; how many pages it has, and which letters no font has.

    Raises `NumbersDoNotSettle`.
    """
    document = readied(document)
    with TemporaryDirectory(prefix="edition-") as folder, noting_unprintable() as unprintable:
        ours = OnlyOurPictures(pictures, Path(folder))
        tell(_("Reading the text and the pictures"))
        parts = parts_of(document)
        earlier = _Laid(document, ours, Path(folder))
        earlier.set_front()
        for _time in range(MOST_TIMES):
            laid = _Laid(document, ours, Path(folder), earlier)
            for part in parts:
                tell(_("Setting the pages") + (f": {laid.pages}" if len(parts) > 1 else ""))
                laid.set_part(part)
            laid.set_front()
            if laid.told_the_truth:
                break
            earlier = laid
        else:
            raise NumbersDoNotSettle
        tell(_("Writing %(pages)s pages") % {"pages": laid.pages})
        join([laid.front, *laid.files], laid.places, target)
    return laid.pages, frozenset(unprintable)


class _Laid:
    """The document laid out once; `earlier` knows on which pages things were the time before."""

    def __init__(
        self,
        document: Document,
        ours: OnlyOurPictures,
        folder: Path,
        earlier: "_Laid | None" = None,
    ) -> None:
        self.document, self.ours, self.folder = document, ours, folder
        self.earlier = earlier
        self.front = folder / "front.pdf"
        self.files: list[Path] = []
        self.places = Places(
            names={
                block.anchor: block.text
                for block in all_blocks(document.blocks)
                if isinstance(block, Heading)
            }
        )
        # So many pages the front is thought to take, and really takes.
        self.front_thought = self.front_pages = earlier.front_pages if earlier else 0
        self.text_pages = 0
        self.printed: set[tuple[str, int]] = set()
        self.markup = Markup(
            ours.address_of,
            printed_size=ours.size_of,
            large=document.large_print,
            page_of=self.page_of,
        )

    @property
    def pages(self) -> int:
        """How many pages there are so far."""
        return self.front_pages + self.text_pages

    @property
    def told_the_truth(self) -> bool:
        """Whether every number that was printed is that of the page."""
        found = {name: place.page + 1 for name, place in self.places.anchors.items()}
        is_true = all(found.get(name, 1) == number for name, number in self.printed)
        return is_true and self.front_pages == self.front_thought

    def page_of(self, anchor: str) -> int:
        """The number of the page of `anchor`, as far as it is known by now."""
        known = self.places.anchors.get(anchor)
        if known is None and self.earlier:
            known = self.earlier.places.anchors.get(anchor)
        number = known.page + 1 if known else 1
        self.printed.add((anchor, number))
        return number

    def set_part(self, part: Part) -> None:
        """Lay out the next part of the text."""
        path = self.folder / f"part-{len(self.files)}.pdf"
        large = self.document.large_print
        context = {
            "blocks": self.markup.blocks(part.blocks),
            "goes_on": running_head(Heading(part.goes_on, 1, ""), large),
        }
        is_index = any(isinstance(block, Index) for block in part.blocks)
        self.text_pages += self._set(path, context, self.pages, may_be_tight=is_index)
        self.files.append(path)

    def set_front(self) -> None:
        """Lay out the cover and the contents."""
        cover = self.document.cover
        line = self.markup.blocks([cover.line]) if isinstance(cover.line, Line) else ""
        is_picture = isinstance(cover.picture, Picture)
        on_cover = replace(self.markup, printed_size=self.ours.size_on_cover)
        picture = on_cover.blocks([cover.picture]) if is_picture else ""
        context = {
            "has_cover": True,
            "cover_line": "" if picture else line,
            "cover_picture": picture,
            "contents": [
                (heading, self.page_of(heading.anchor)) for heading in contents_of(self.document)
            ],
            "title_rtl": is_from_the_right(self.document.title),
        }
        self.front_pages = self._set(self.front, context, before=0, may_be_tight=True)

    def _set(
        self, path: Path, context: dict[str, Any], before: int, may_be_tight: bool = False
    ) -> int:
        """Write the pages of `context` to `path`; `before` it there are so many."""
        # Each has its own: the one that is given up takes its files with it.
        with (
            TemporaryDirectory(dir=self.folder) as cache,
            TemporaryDirectory(dir=self.folder) as tight_cache,
        ):
            laid_out = self._lay_out(context, before, Path(cache))
            if may_be_tight and 1 < len(laid_out.pages) <= MOST_TO_TIGHTEN:
                tight = self._lay_out(context | {"is_tight": True}, before, Path(tight_cache))
                if len(tight.pages) < len(laid_out.pages):
                    laid_out, cache = tight, tight_cache
            laid_out.write_pdf(
                path,
                finisher=mend_tags,
                pdf_identifier=self.document.identifier.encode() or None,
                cache=Path(cache),
                **OPTIONS,
            )
        for number, page in enumerate(laid_out.pages, start=before):
            self._note(number, page)
        return len(laid_out.pages)

    def _lay_out(
        self, context: dict[str, Any], before: int, cache: Path
    ) -> weasyprint.document.Document:
        document = self.document
        context |= {"document": document, "running_title": shortened(document.title, 38)}
        html = render_to_string("coprod_pages/editions/print.html", context)
        # Places of this document may be in another part.
        html = html.replace('href="#', f'href="{INSIDE}')
        fonts = FontConfiguration()
        style = _style_of(document, before + 1)
        sheet = weasyprint.CSS(string=style, url_fetcher=self.ours, font_config=fonts)
        return weasyprint.HTML(string=html, url_fetcher=self.ours).render(
            font_config=fonts, stylesheets=[sheet], cache=cache, **OPTIONS
        )

    def _note(self, number: int, page: weasyprint.document.Page) -> None:
        """Note what is where on a page."""

        def place(x: float, y: float) -> Place:
            return Place(number, x * POINTS, (page.height - y) * POINTS)

        for name, (x, y, *_end) in page.anchors.items():
            self.places.anchors.setdefault(name, place(x, y))
        for level, label, (x, y), state in page.bookmarks:
            self.places.bookmarks.append(Bookmark(level, label, place(x, y), state == "open"))


def _style_of(document: Document, first_page: int) -> str:
    return render_to_string(
        "coprod_pages/editions/print.css",
        {
            "page_word": _("Page"),
            "first_page": first_page,
            "large_print": document.large_print,
            "head": HEAD.format(size=16 if document.large_print else 8.5),
        },
    )
