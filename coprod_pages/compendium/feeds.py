"""The compendium's answers as an Atom feed, in the order of the listing."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from typing import Any

from django.db.models import Max
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator
from wagtail.models import Page

from ..case_studies.models import CaseStudyPage
from ..safe_text import one_line
from .cards import Card, cards_in_steps
from .selection import Selection
from .streaming import etag_of, in_pieces, not_modified, site_address, with_headers

# The numbers of so many pages go into one question to the database.
AT_ONCE = 5000
# For the rare page that was made live without a date: always the same, so that it never looks new.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class EntryByEntry(Atom1Feed):
    """An Atom feed that is written entry by entry and never held as a whole."""

    def pieces(self, entries: Iterator[dict[str, Any]]) -> Iterator[str]:
        """The document, an entry at a time."""
        out = StringIO()
        handler = SimplerXMLGenerator(out, "utf-8", short_empty_elements=True)
        handler.startDocument()
        handler.startElement("feed", self.root_attributes())
        self.add_root_elements(handler)
        for entry in entries:
            self.add_item(**entry)
            item = self.items.pop()
            handler.startElement("entry", self.item_attributes(item))
            self.add_item_elements(handler, item)
            handler.endElement("entry")
            yield out.getvalue()
            out.seek(0)
            out.truncate()
        handler.endElement("feed")
        yield out.getvalue()

    def latest_post_date(self) -> datetime:
        """When the newest of the entries was changed, read before they are."""
        return self.feed["updated"]


def feed(page: Page, request: HttpRequest) -> HttpResponse:
    """All answers, in the order of the listing, whatever a feed reader makes of it."""
    selection = Selection(request.GET)
    etag = etag_of(page, selection, "atom")
    unchanged = not_modified(request, etag)
    if unchanged is not None:
        return unchanged
    site, address = site_address(page), selection.address()
    query = f"?{address}" if address else ""
    atom = EntryByEntry(
        title=one_line(title_of(page, selection)),
        link=page.full_url + query,
        description=None,
        feed_url=f"{page.full_url}feed/{query}",
        feed_guid=f"{page.full_url}feed/{query}",
        language=get_language(),
        author_name=one_line(page.get_site().site_name or page.get_site().root_page.title),
        author_link=site + "/",
        updated=last_change(selection.page_ids),
    )
    entries = (_entry(card, site) for card in _cards(selection))
    response = StreamingHttpResponse(
        in_pieces(atom.pieces(entries)), content_type=atom.content_type
    )
    return with_headers(response, etag)


def title_of(page: Page, selection: Selection) -> str:
    """What the feed is of: "Case studies: “gardens”, Camden or Hackney, Food"."""
    said = [_("“%(words)s”") % {"words": selection.text}] if selection.text else []
    either = _("%(one)s or %(other)s")
    for terms in selection.selected.values():
        names = [term.name for term in terms]
        if len(names) > 1:
            names = [either % {"one": ", ".join(names[:-1]), "other": names[-1]}]
        said += names
    if selection.lessons:
        said.append(_("with lessons from difficulty"))
    return f"{page.title}: {', '.join(said)}" if said else page.title


def last_change(page_ids: list[int]) -> datetime:
    """When one of these was published last."""
    newest = NEVER
    for start in range(0, len(page_ids), AT_ONCE):
        pages = CaseStudyPage.objects.visible_to_public().order_by()
        pages = pages.filter(pk__in=page_ids[start : start + AT_ONCE])
        found = pages.aggregate(newest=Max("last_published_at"))["newest"]
        newest = max(newest, found or NEVER)
    return newest


def _cards(selection: Selection) -> Iterator[Card]:
    return cards_in_steps(selection.catalogue, selection.page_ids)


def _entry(card: Card, site: str) -> dict[str, Any]:
    """An entry. Its id outlives a new title, a new address and a new text."""
    published = card.published or NEVER
    host = site.partition("//")[2].partition(":")[0]
    organisation = one_line(card.lead_organisation)
    return {
        "title": one_line(card.title),
        "link": site + card.url,
        "description": escape(one_line(card.summary)),  # feeds give it as HTML
        "unique_id": f"tag:{host},{published:%Y-%m-%d}:case-study-{card.page_id}",
        "pubdate": published,
        "updateddate": card.updated or published,
        "author_name": organisation or None,
        "categories": dict.fromkeys(map(one_line, card.names("theme") + card.names("tag"))),
    }
