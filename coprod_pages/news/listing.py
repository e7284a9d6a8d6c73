"""The list of news, narrowed by a tag and a year, with how many there are of each."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count
from django.db.models.functions import ExtractYear
from django.http import QueryDict
from wagtail.models import Page

from ..taxonomy.models import Tag
from .models import NewsPage
from .querysets import NewsQuerySet
from .rows import NewsTag

MOST_TAGS = 30


@dataclass(frozen=True)
class Choice:
    """A link that narrows the list, or takes back that it is narrowed."""

    label: str
    query: str
    count: int
    is_chosen: bool


class NewsListing:
    """The news below `index` that the parameters of an address ask for.

    What is unknown in them is ignored. A tag may be named by an older name of it.
    """

    def __init__(self, index: Page, parameters: QueryDict) -> None:
        self.everything: NewsQuerySet = NewsPage.objects.listed().child_of(index)
        self.tag = _tag(parameters.get("tag", ""))
        self.year = _year(parameters.get("year", ""))

    @property
    def items(self) -> NewsQuerySet:
        """The news, as lists show it."""
        return self._of_year(self._of_tag(self.everything))

    @property
    def query(self) -> str:
        """The parameters that ask for this list."""
        return _query(self.tag, self.year)

    @cached_property
    def tags(self) -> list[Choice]:
        """The tags of the year, most used first."""
        news = self._of_year(self.everything).order_by()
        counted = (
            NewsTag.objects.filter(content_object__in=news)
            .values("tag")
            .annotate(count=Count("content_object", distinct=True))
            .order_by("-count", "tag__name")
        )
        counts = {row["tag"]: row["count"] for row in counted[:MOST_TAGS]}
        if self.tag:
            counts.setdefault(self.tag.pk, news.filter(tags=self.tag).count())
        tags = Tag.objects.in_bulk(counts)
        return [self._tag_choice(tags[key], count) for key, count in counts.items()]

    @cached_property
    def years(self) -> list[Choice]:
        """The years of what has the tag, latest first."""
        dated = self._of_tag(self.everything).order_by().annotate(year=ExtractYear("date"))
        counted = dated.values("year").annotate(count=Count("pk")).values_list("year", "count")
        counts = dict(counted)
        if self.year:
            counts.setdefault(self.year, 0)
        return [self._year_choice(year, counts[year]) for year in sorted(counts, reverse=True)]

    def _tag_choice(self, tag: Tag, count: int) -> Choice:
        is_chosen = tag == self.tag
        return Choice(tag.name, _query(None if is_chosen else tag, self.year), count, is_chosen)

    def _year_choice(self, year: int, count: int) -> Choice:
        is_chosen = year == self.year
        return Choice(str(year), _query(self.tag, None if is_chosen else year), count, is_chosen)

    def _of_tag(self, news: NewsQuerySet) -> NewsQuerySet:
        return news.filter(tags=self.tag) if self.tag else news

    def _of_year(self, news: NewsQuerySet) -> NewsQuerySet:
        return news.filter(date__year=self.year) if self.year else news


def _tag(slug: str) -> Tag | None:
    slug = slug[:100].replace("\x00", "")
    tag = Tag.objects.filter(slug=slug).select_related("alias_of").first() if slug else None
    return tag.preferred if tag else None


def _year(text: str) -> int | None:
    # Four digits that no calendar refuses.
    is_year = len(text) == 4 and text.isascii() and text.isdigit()
    return int(text) if is_year and text >= "1000" else None


def _query(tag: Tag | None, year: int | None) -> str:
    query = QueryDict(mutable=True)
    if tag:
        query["tag"] = tag.slug
    if year:
        query["year"] = str(year)
    return query.urlencode()
