"""An edition as HTML, for its own page on the site. The page itself has the title as its h1."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from .markup import Markup
from .readying import readied
from .tree import Block, Document, Paragraph
from .wording import contents_of


def html_of(document: Document, picture_address: Callable[[str], str]) -> SafeString:
    """The body of `document`; `picture_address` gives nothing for a key that may not be shown."""
    document = readied(document)
    blocks = [block for each in document.blocks for block in _online(each)]
    markup = Markup(lambda picture: picture_address(picture.key))
    return render_to_string(
        "coprod_pages/editions/body.html",
        {
            "document": document,
            "contents": contents_of(document),
            "blocks": markup.blocks(blocks),
        },
    )


def _online(block: Block) -> Iterator[Block]:
    """`block` as it is for whoever reads it on the site, and need not be told where that is."""
    if not isinstance(block, Paragraph) or not block.elsewhere:
        yield block
    elif block.online:
        yield replace(block, runs=block.online)
