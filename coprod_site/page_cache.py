"""Whole pages kept in the process, for people without an account.

A page is kept for one state of the public site (`coprod_pages.searching.versions`), which every
request asks for: one query of one row, and nothing that was published, withdrawn or renamed in
another process is shown as it was. Nothing that is kept is secret or made for one person, so
that it is compressed together with what was asked for gives nothing away (the BREACH attack
needs a secret on the page).
"""

import gzip
import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone

from coprod_pages.compendium.catalogue import current
from coprod_pages.meetings.models import MeetingPage
from coprod_pages.searching.search_log import asked_by_the_public, note_words
from coprod_pages.searching.versions import read_version

# What public pages ask of an address. Anything else is left out before a page is made, so that
# it can neither fill the cache nor show up in the page.
PARAMETERS = frozenset(
    [
        *("q", "tag", "theme", "borough", "stage", "equality", "organisation", "lessons"),
        *("sort", "page", "show", "exact", "year"),  # the compendium and lists
        *("query", "version"),  # the site-wide search; the plain-language version
        "owner",  # actions of meetings
    ]
)
# An address with one of these is for one person. (`check` leads back to the overview of what one is
# about to send.)
PERSONAL = frozenset(["sent", "cancel", "check"])
# Never asked for here: they have rules and parameters of their own, or are no pages. Below
# `_util/` Wagtail asks for the password of a private page.
ELSEWHERE = ("/admin/", "/api/", "/documents/", "/healthz/", "/sitemap.xml", "/_util/")
# What a page may differ by. The rest of the key is its address.
TOLD_APART = frozenset(["accept-encoding", "cookie"])

# None is kept for longer, whatever else it says that time alone changes.
LONGEST = 60  # seconds
MOST_PAGES = 2000
MOST_BYTES = 24 * 1024 * 1024
LARGEST_PAGE = 512 * 1024
LONGEST_ADDRESS = 2000


@dataclass(frozen=True)
class Kept:
    """A page as it was sent."""

    version: str
    until: float
    content: bytes
    headers: dict[str, str]
    etag: str
    searched: tuple[str, int] | None


class Shelf:
    """The pages of this process; the ones asked for longest ago make room."""

    def __init__(self) -> None:
        self._pages: OrderedDict[str, Kept] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, key: str, version: str) -> Kept | None:
        """The page kept under `key`, if it is still good at `version`."""
        with self._lock:
            kept = self._pages.get(key)
            if kept is None:
                return None
            if kept.version != version or kept.until <= time.time():
                self._drop(key)
                return None
            self._pages.move_to_end(key)
            return kept

    def put(self, key: str, kept: Kept) -> None:
        """Keep a page."""
        with self._lock:
            self._drop(key)
            self._pages[key] = kept
            self._bytes += len(kept.content)
            while len(self._pages) > MOST_PAGES or self._bytes > MOST_BYTES:
                self._drop(next(iter(self._pages)))

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    def _drop(self, key: str) -> None:
        kept = self._pages.pop(key, None)
        if kept is not None:
            self._bytes -= len(kept.content)


shelf = Shelf()


def page_cache(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: answers from what is kept, and keeps what may be kept."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not settings.PAGE_CACHE or not may_be_kept(request):
            return get_response(request)
        parameters = known_parameters(request.META.get("QUERY_STRING", ""))
        if parameters is None:
            return get_response(request)
        try:
            key = key_of(request, parameters)
        except DisallowedHost:
            return get_response(request)
        # Also what is made now is made without what is not known. The address itself stays as it
        # was asked for: redirects and signing in go by it.
        request.GET = QueryDict(parameters)
        version = str(read_version())
        kept = shelf.get(key, version)
        if kept is None:
            response = get_response(request)
            kept = keep(request, response, key, version)
            if kept is None:
                return response
        elif kept.searched and asked_by_the_public(request):
            note_words(*kept.searched)
        return answer(request, kept)

    return middleware


def may_be_kept(request: HttpRequest) -> bool:
    """Whether `request` asks for a page that is the same for everybody."""
    cookies = request.META.get("HTTP_COOKIE", "")
    return (
        request.method in ("GET", "HEAD")
        # A preview of a draft, which Wagtail asks for at the address of the page.
        and not getattr(request, "is_dummy", False)
        and settings.SESSION_COOKIE_NAME not in cookies
        and "HTTP_AUTHORIZATION" not in request.META
        and not request.path_info.startswith(ELSEWHERE)
        and not request.path_info.startswith((settings.MEDIA_URL, settings.STATIC_URL))
    )


def known_parameters(query: str) -> str | None:
    """The query of an address with what is known, in one order; `None` for what is not kept."""
    if not query:
        return ""
    if len(query) > LONGEST_ADDRESS:
        return None
    # Letters that the visitor's program has not encoded arrive as single bytes (PEP 3333).
    text = query.encode("latin-1", "replace").decode("utf-8", "replace")
    pairs = parse_qsl(text, keep_blank_values=False, errors="replace")
    if any(name in PERSONAL for name, _value in pairs):
        return None
    return urlencode(sorted({pair for pair in pairs if pair[0] in PARAMETERS}))


def key_of(request: HttpRequest, parameters: str) -> str:
    """What a page is kept under. Raises `DisallowedHost`."""
    compressed = "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
    return f"{request.scheme}:{request.get_host()}:{compressed}:{request.path_info}?{parameters}"


def keep(request: HttpRequest, response: HttpResponse, key: str, version: str) -> Kept | None:
    """Keep `response`; `None` when it may not be, or is for one person."""
    if (
        request.method != "GET"
        or response.status_code != 200
        or response.streaming
        or response.cookies
        or request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
        or "CSRF_COOKIE" in request.META
        or "no-store" in response.get("Cache-Control", "")
        or "private" in response.get("Cache-Control", "")
        or "Content-Disposition" in response
        or not {name.strip().lower() for name in response.get("Vary", "cookie").split(",")}
        <= TOLD_APART
        or len(response.content) > LARGEST_PAGE
        # Something was changed while the page was made: it may show either state.
        or str(read_version(fresh=True)) != version
    ):
        return None
    zipped = response.get("Content-Encoding") == "gzip"
    text = gzip.decompress(response.content) if zipped else response.content
    digest = hashlib.blake2b(text, digest_size=12).hexdigest()
    # Weak: the same page compressed twice is not the same bytes.
    etag = f'W/"{digest}"'
    headers = {
        **dict(response.items()),
        "ETag": etag,
        "Cache-Control": "no-cache",
        "Vary": "Accept-Encoding, Cookie",
        "Content-Length": str(len(response.content)),
    }
    kept = Kept(
        version=version,
        until=good_until(),
        content=response.content,
        headers=headers,
        etag=etag,
        searched=getattr(request, "noted_search", None),
    )
    shelf.put(key, kept)
    return kept


def good_until() -> float:
    """When a page that is made now has to be made again, in seconds since 1970."""
    now = timezone.now()
    midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    moments = [now.timestamp() + LONGEST, midnight.timestamp() + 86_400]
    # Pages say what is next, what one can register for and what is over.
    ends = [current().good_until, MeetingPage.objects.live().next_turn(now)]
    return min([*moments, *(end.timestamp() for end in ends if end is not None)])


def answer(request: HttpRequest, kept: Kept) -> HttpResponse:
    """The page, or that the visitor's own copy of it is still good."""
    if kept.etag in request.META.get("HTTP_IF_NONE_MATCH", ""):
        response = HttpResponse(status=304)
        del response["Content-Type"]
        for name in ("ETag", "Cache-Control", "Vary"):
            response.headers[name] = kept.headers[name]
        return response
    content = b"" if request.method == "HEAD" else kept.content
    return HttpResponse(content, headers=kept.headers)
