"""An edition as HTML, for its own page on the site. The page itself has the title as its h1."""

from collections.abc import Callable

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from .markup import Markup
from .readying import readied
from .tree import Document
from .wording import contents_of


def html_of(document: Document, picture_address: Callable[[str], str]) -> SafeString:
    """The body of `document`; `picture_address` gives nothing for a key that may not be shown."""
    document = readied(document)
    # Whoever reads it there need not be told where it can be read online.
    blocks = [block for block in document.blocks if not getattr(block, "elsewhere", False)]
    markup = Markup(lambda picture: picture_address(picture.key))
    return render_to_string(
        "coprod_pages/editions/body.html",
        {
            "document": document,
            "contents": contents_of(document),
            "blocks": markup.blocks(blocks),
        },
    )
