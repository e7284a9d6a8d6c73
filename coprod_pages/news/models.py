"""News of the working group."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from ..blocks import BodyBlock
from ..conf import NEWS_PER_PAGE
from ..page_tree import TreeSafePage
from ..paging import page_of
from ..taxonomy.models import Tag, UsesPreferredTags


class NewsTag(ItemBase):
    """A tag on a news item, from the same tags as case studies."""

    tag = models.ForeignKey(Tag, on_delete=models.PROTECT, related_name="news_tags")
    content_object = ParentalKey(
        "coprod_pages.NewsPage", on_delete=models.CASCADE, related_name="tagged_items"
    )

    class Meta:
        verbose_name = _("tag on news")
        verbose_name_plural = _("tags on news")


class NewsIndexPage(TreeSafePage):
    """All the news, newest first."""

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
        context = super().get_context(request, *args, **kwargs)
        tag = request.GET.get("tag", "")[:100].replace("\x00", "")
        news = NewsPage.objects.visible_to_public().child_of(self).newest_first()
        chosen = Tag.objects.filter(slug=tag).select_related("alias_of").first() if tag else None
        if chosen:
            news = news.filter(tags__slug=chosen.preferred.slug)
        context["news"] = page_of(news, NEWS_PER_PAGE.get(), request.GET)
        context["chosen_tag"] = chosen.preferred if chosen else None
        return context


class NewsQuerySet(PageQuerySet):
    """News, narrowed by who may see it."""

    def visible_to_public(self) -> "NewsQuerySet":
        """Live, and under no view restriction."""
        return self.live().public()

    def newest_first(self) -> "NewsQuerySet":
        """By the date on the item, not by when it was typed in."""
        return self.order_by("-date", "-pk")


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

    objects = PageManager.from_queryset(NewsQuerySet)()

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
    ]

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")

    def save(self, *args: Any, **kwargs: Any) -> Any:
        self.use_preferred_tags()
        return super().save(*args, **kwargs)

    def search_document(self) -> dict[str, list[Any]]:
        """What this page is found by."""
        return {"head": [self.summary, *(tag.name for tag in self.tags.all())], "body": [self.body]}
