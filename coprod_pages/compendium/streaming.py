"""What the compendium's files have in common: they are written while they are sent.

However many case studies answer, a few hundred of them are held at a time.
"""

import hashlib
from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from wagtail.models import Page

from .. import __version__
from .selection import Selection

# So much text is gathered before it is sent: a row at a time would be slow.
PIECE = 32_768


def in_pieces(texts: Iterable[str]) -> Iterator[bytes]:
    """The texts, joined to pieces of a good size for sending."""
    held: list[str] = []
    size = 0
    for text in texts:
        held.append(text)
        size += len(text)
        if size >= PIECE:
            yield "".join(held).encode()
            held, size = [], 0
    if held:
        yield "".join(held).encode()


def site_address(page: Page) -> str:
    """Where the site of `page` is: "https://example.org". Never taken from the request."""
    parts = page.get_url_parts()
    return parts[1] or "" if parts else ""


def etag_of(page: Page, selection: Selection, form: str) -> str:
    """A mark that changes whenever the file would."""
    catalogue = selection.catalogue
    says = (__version__, form, page.full_url, page.title, selection.address())
    # What ends by itself, such as a consent, leaves the catalogue and not the version.
    state = (str(catalogue.version), catalogue.total, catalogue.good_until)
    return f'"{hashlib.sha256(repr(says + state).encode()).hexdigest()[:32]}"'


def not_modified(request: HttpRequest, etag: str) -> HttpResponse | None:
    """The answer to somebody who has this very file already."""
    response = get_conditional_response(request, etag=etag)
    return with_headers(response, etag) if response is not None else None


def with_headers(response: HttpResponse, etag: str) -> HttpResponse:
    """`response` to be kept if one likes, but asked for again; and no search engine's business."""
    response["ETag"] = etag
    response["Cache-Control"] = "no-cache"
    response["X-Robots-Tag"] = "noindex"
    return response
