"""The body of a page, block by block, as blocks of a document."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from .rich_text import Levels, absolute, rich_text_blocks, site_address
from .tree import Block, CallOut, Facts, Heading, Paragraph, Picture, Quotation, Run
from .wording import readable_address

Written = tuple[Block, ...]


def body_blocks(stream_value: Any, level: int, base: str = "") -> Written:
    """A body of `StoryBlock` or `BodyBlock`; its headings begin at `level`.

    A kind of block that a host has added is read for its rich text or its words.
    """
    body = _Body(level, base or site_address())
    written: list[Block] = []
    for child in stream_value or ():
        write = WRITERS.get(child.block_type, _Body.anything)
        written.extend(write(body, child))
    return tuple(written)


def text_blocks(text: str) -> Written:
    """Plain text, with a paragraph for each that it has."""
    return tuple(Paragraph((Run(part.strip()),)) for part in text.split("\n\n") if part.strip())


class _Body:
    """What the blocks of one body have in common: the levels of its headings, its address."""

    def __init__(self, level: int, base: str) -> None:
        self.level = level
        self.base = base
        self.levels = Levels(level)

    def heading(self, child: Any) -> Written:
        text = str(child.value).strip()
        return (Heading(text, self.levels.level_of(0), ""),) if text else ()

    def paragraph(self, child: Any) -> Written:
        return self._rich(child.value)

    def _rich(self, value: Any, levels: Levels | None = None) -> Written:
        html = getattr(value, "source", "") or ""
        return rich_text_blocks(html, self.level, self.base, levels or self.levels)

    def picture(self, child: Any) -> Written:
        image = child.value.get("image")
        caption = child.value.get("caption") or ""
        if image is None:
            return ()
        # An `ImageBlock` says on its value what is shown, or that it is decoration.
        decorative = getattr(image, "decorative", False)
        alt = "" if decorative else (getattr(image, "contextual_alt_text", "") or image.title)
        return (Picture(str(image.pk), alt, caption),)

    def quotation(self, child: Any) -> Written:
        text = (child.value.get("quotation") or "").strip()
        return (Quotation(text, child.value.get("named_as") or ""),) if text else ()

    def call_out(self, child: Any) -> Written:
        content = self._rich(child.value.get("text"), Levels(self.level))
        title = child.value.get("heading") or ""
        return (CallOut(title, content),) if content or title else ()

    def document(self, child: Any) -> Written:
        document = child.value.get("document")
        if document is None:
            return ()
        address = absolute(document.url, self.base)
        runs = [Run(_("Document: ")), Run(document.title, link=address)]
        if child.value.get("description"):
            runs.append(Run(f". {child.value['description']}"))
        return (Paragraph(tuple(runs)),)

    def video(self, child: Any) -> Written:
        value = child.value
        address = absolute(value.get("address") or "", self.base)
        title = _("Watch: %(title)s") % {"title": value.get("title") or ""}
        said = {"captions": _("It has captions."), "transcript": _("There is a transcript.")}
        length = f"{value['length']}." if value.get("length") else ""
        more = " ".join(filter(None, [length, said.get(value.get("captions") or "", "")]))
        # Where the address cannot be linked to, it is still said where the video was.
        where = "" if address else readable_address(value.get("address") or "")
        rest = " ".join(filter(None, [where, more]))
        return (Paragraph((Run(title, link=address), *([Run(f" {rest}")] if rest else []))),)

    def key_figures(self, child: Any) -> Written:
        rows = tuple((item["meaning"], (Run(item["figure"], bold=True),)) for item in child.value)
        return (Facts(rows),) if rows else ()

    def timeline(self, child: Any) -> Written:
        rows = tuple((event["when"], (Run(event["what"]),)) for event in child.value)
        return (Facts(rows),) if rows else ()

    def anything(self, child: Any) -> Written:
        """A block that is not ours."""
        if hasattr(child.value, "source"):
            return self._rich(child.value)
        words = child.block.get_searchable_content(child.value)
        return tuple(block for text in words for block in text_blocks(str(text)))


WRITERS: dict[str, Callable[[_Body, Any], Written]] = {
    "heading": _Body.heading,
    "paragraph": _Body.paragraph,
    "picture": _Body.picture,
    "quotation": _Body.quotation,
    "call_out": _Body.call_out,
    "document": _Body.document,
    "video": _Body.video,
    "key_figures": _Body.key_figures,
    "timeline": _Body.timeline,
}
