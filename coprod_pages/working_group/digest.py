"""What a digest of the mailing list tells of the working group: its news, its meetings."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from ..mail.queueing import absolute
from ..mailing_list.digest import MOST_ENTRIES, Entry, Found, Source, register
from ..meetings.announcing import in_words
from ..meetings.models import MeetingIndexPage, MeetingPage
from ..news.models import NewsIndexPage, NewsPage


def address_of(page: Page | None) -> str:
    """The whole address of a page for a mail; empty for a page that has none."""
    url = page.get_url() if page else None
    return absolute(url) if url else ""


def find_news(begin: datetime, end: datetime) -> Found:
    """The news published in this time that is not over."""
    news = NewsPage.objects.listed().filter(
        first_published_at__gt=begin, first_published_at__lte=end
    )
    entries = [
        Entry(page.pk, page.title, address_of(page), page.summary) for page in news[:MOST_ENTRIES]
    ]
    total = news.count()
    index = NewsIndexPage.objects.live().first()
    return Found(entries, total, new=total, address=address_of(index))


def find_meetings(begin: datetime, end: datetime) -> Found:
    """Every meeting to come; new are those announced in this time."""
    meetings = MeetingPage.objects.visible_to_public().upcoming()
    announced = meetings.filter(first_published_at__gt=begin, first_published_at__lte=end)
    entries = [
        Entry(page.pk, page.title, address_of(page), _when_and_where(page))
        for page in meetings[:MOST_ENTRIES]
    ]
    index = MeetingIndexPage.objects.live().first()
    return Found(entries, meetings.count(), new=announced.count(), address=address_of(index))


def _when_and_where(meeting: MeetingPage) -> str:
    said = [in_words(meeting), meeting.get_kind_display(), meeting.place]
    if meeting.state != meeting._meta.get_field("state").default:
        said.insert(0, meeting.get_state_display())
    return ", ".join(str(part) for part in said if part)


def _visible(pages: QuerySet, keys: Iterable[int]) -> set[int]:
    return set(pages.filter(pk__in=list(keys)).values_list("pk", flat=True))


NEWS = Source(
    name="news",
    heading=_("News"),
    find=find_news,
    visible=lambda keys: _visible(NewsPage.objects.visible_to_public(), keys),
)
MEETINGS = Source(
    name="meetings",
    heading=_("Meetings to come"),
    find=find_meetings,
    visible=lambda keys: _visible(MeetingPage.objects.visible_to_public(), keys),
)


def connect() -> None:
    """Called once, when the app is ready."""
    register(NEWS)
    register(MEETINGS)
