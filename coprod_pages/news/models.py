"""News of the working group."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from ..blocks import BodyBlock
from ..conf import NEWS_PER_PAGE
from ..page_tree import TreeSafePage
from ..paging import page_of
from ..taxonomy.models import UsesPreferredTags
from .querysets import NewsManager
from .rows import NewsCaseStudy, NewsMeeting, NewsTag

__all__ = ["NewsCaseStudy", "NewsIndexPage", "NewsMeeting", "NewsPage", "NewsTag"]

# Addresses below the index that are no news.
RESERVED_SLUGS = {"feed"}


class NewsIndexPage(RoutablePageMixin, TreeSafePage):
    """All the news: pinned first, then the newest. Narrowed by `?tag=` and `?year=`."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "link"])

    template = "coprod_pages/news/news_index_page.html"
    page_description = _("All the news of the working group, newest first.")
    parent_page_types = ["coprod_pages.WorkingGroupPage"]
    subpage_types = ["coprod_pages.NewsPage"]
    max_count_per_parent = 1

    content_panels = [*TreeSafePage.content_panels, "introduction"]

    class Meta:
        verbose_name = _("news index")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from .listing import NewsListing

        context = super().get_context(request, *args, **kwargs)
        listing = NewsListing(self, request.GET)
        context["listing"] = listing
        context["news"] = page_of(listing.items, NEWS_PER_PAGE.get(), request.GET)
        return context

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """The news as an Atom feed."""
        from .feeds import feed

        return feed(self, request)


class NewsPage(UsesPreferredTags, TreeSafePage):
    """One news item."""

    date = models.DateField(_("date"), default=timezone.localdate)
    author = models.CharField(
        _("author"),
        max_length=120,
        blank=True,
        help_text=_("A role rather than a name, unless the person is named in public anyway."),
    )
    summary = models.CharField(
        _("summary"),
        max_length=280,
        blank=True,
        help_text=_("One or two sentences, shown in lists."),
    )
    lead_image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("lead picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Also shown where people share a link to this page."),
    )
    lead_image_description = models.CharField(
        _("what the picture shows"),
        max_length=250,
        blank=True,
        help_text=_("For people who cannot see it. Leave empty if it is only decoration."),
    )
    body = StreamField(BodyBlock(required=False), verbose_name=_("body"), blank=True)
    tags = ClusterTaggableManager(
        through="coprod_pages.NewsTag", verbose_name=_("tags"), blank=True
    )
    pinned = models.BooleanField(
        _("keep at the top"),
        default=False,
        help_text=_("It comes first in lists, until you take this off or its last day is over."),
    )
    ends_on = models.DateField(
        _("last day in lists"),
        null=True,
        blank=True,
        help_text=_(
            "After this day it is in no list, feed or mail any more. Its address still works. "
            "Leave empty for no end."
        ),
    )

    objects = NewsManager()

    template = "coprod_pages/news/news_page.html"
    page_description = _("One piece of news, with a date.")
    parent_page_types = ["coprod_pages.NewsIndexPage"]
    subpage_types: list[str] = []

    search_fields = [*TreeSafePage.search_fields, index.SearchField("summary")]

    content_panels = [
        *TreeSafePage.content_panels,
        FieldPanel("date"),
        FieldPanel("author"),
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel("lead_image"), FieldPanel("lead_image_description")],
            heading=_("Lead picture"),
        ),
        FieldPanel("body"),
        FieldPanel("tags"),
        InlinePanel(
            "case_study_rows",
            heading=_("Case studies this is about"),
            label=_("Case study"),
            max_num=6,
            help_text=_("One that is not public, or not any more, is not shown."),
        ),
        InlinePanel(
            "meeting_rows",
            heading=_("Meetings this is about"),
            label=_("Meeting"),
            max_num=6,
            help_text=_("One that is not public, or not any more, is not shown."),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("pinned"), FieldPanel("ends_on")])],
            heading=_("Place in lists"),
        ),
    ]

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")

    def clean(self) -> None:
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError(
                {"slug": _("The list of news uses this address itself. Choose another one.")}
            )
        if self.ends_on and self.date and self.ends_on < self.date:
            raise ValidationError({"ends_on": _("The last day is before the date of the news.")})

    def save(self, *args: Any, **kwargs: Any) -> Any:
        self.use_preferred_tags()
        return super().save(*args, **kwargs)

    def search_document(self) -> dict[str, list[Any]]:
        """What this page is found by."""
        return {"head": [self.summary, *(tag.name for tag in self.tags.all())], "body": [self.body]}
