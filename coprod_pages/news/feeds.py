"""The news as an Atom feed, narrowed by the parameters of the list."""

import hashlib
from datetime import UTC, datetime, time
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from wagtail.models import Page

from ..safe_text import one_line
from .listing import NewsListing
from .models import NewsPage

# Feed readers keep what they have seen.
MOST_ENTRIES = 50
# For a feed without entries: always the same, so that it never looks new.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class NewsAtom(Atom1Feed):
    """An Atom feed that says the same as long as its entries do."""

    def latest_post_date(self) -> datetime:
        """When one of the entries changed last, and not now when there is none."""
        changed = [item["updateddate"] for item in self.items]
        return max(changed, default=NEVER)


class NewsFeed(Feed):
    """The newest news. Pinned items stand in their place: readers go by the date."""

    feed_type = NewsAtom

    def __init__(self, index: Page) -> None:
        self.index = index
        self.site = index.get_site()

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> NewsListing:
        return NewsListing(self.index, request.GET)

    def title(self, listing: NewsListing) -> str:
        said = [str(part) for part in (listing.tag, listing.year) if part]
        return one_line(f"{self.index.title}: {', '.join(said)}" if said else self.index.title)

    def subtitle(self, listing: NewsListing) -> str:
        return one_line(self.index.search_description)

    def link(self, listing: NewsListing) -> str:
        return self.index.full_url + _question(listing)

    def feed_url(self, listing: NewsListing) -> str:
        return f"{self.index.full_url}feed/{_question(listing)}"

    feed_guid = feed_url

    def author_name(self) -> str:
        return one_line(self.site.site_name or self.site.root_page.title)

    def items(self, listing: NewsListing) -> list[NewsPage]:
        return list(
            listing.items.newest_first().prefetch_related("tagged_items__tag")[:MOST_ENTRIES]
        )

    def item_title(self, item: NewsPage) -> str:
        return one_line(item.title)

    def item_description(self, item: NewsPage) -> str:
        # Feeds give it as HTML.
        return escape(one_line(item.summary or item.search_description))

    def item_link(self, item: NewsPage) -> str:
        return item.full_url

    def item_guid(self, item: NewsPage) -> str:
        """It outlives a new title, a new address and a new text."""
        return (
            f"tag:{self.site.hostname},{item.first_published_at or NEVER:%Y-%m-%d}:news-{item.pk}"
        )

    def item_author_name(self, item: NewsPage) -> str | None:
        return one_line(item.author) or None

    def item_pubdate(self, item: NewsPage) -> datetime:
        return datetime.combine(item.date, time())

    def item_updateddate(self, item: NewsPage) -> datetime:
        return item.last_published_at or NEVER

    def item_categories(self, item: NewsPage) -> list[str]:
        return sorted(one_line(row.tag.name) for row in item.tagged_items.all())


def feed(index: Page, request: HttpRequest) -> HttpResponse:
    """The feed, or that the one the reader has is still the same."""
    response = NewsFeed(index)(request)
    etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    # What is taken out makes the date of the newest older, or leaves it: only the mark is exact.
    del response["Last-Modified"]
    response = get_conditional_response(request, etag=etag, response=response)
    response["ETag"] = etag
    response["Cache-Control"] = "no-cache"
    response["X-Robots-Tag"] = "noindex"
    return response


def _question(listing: NewsListing) -> str:
    return f"?{listing.query}" if listing.query else ""
