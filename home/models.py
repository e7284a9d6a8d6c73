"""The home page and the general content pages of this site."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from coprod_pages.blocks import BodyBlock
from coprod_pages.compendium.cards import latest
from coprod_pages.compendium.catalogue import current
from coprod_pages.meetings.models import MeetingPage
from coprod_pages.news.models import NewsPage
from coprod_pages.page_tree import TreeSafePage


class HomePage(TreeSafePage):
    """What co-production is, and the four things people come for."""

    introduction = models.CharField(
        _("introduction"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences below the title."),
    )
    definition = RichTextField(
        _("definition of co-production"),
        blank=True,
        features=["bold", "italic"],
        help_text=_("Quoted word for word."),
    )
    definition_source = models.CharField(_("source of the definition"), max_length=200, blank=True)
    definition_link = models.URLField(_("link to the source"), blank=True)
    call_heading = models.CharField(_("heading of the call"), max_length=120, blank=True)
    call_text = RichTextField(
        _("the call for examples"), blank=True, features=["bold", "italic", "link"]
    )

    template = "home/home_page.html"
    page_description = _("The front page of the site.")
    parent_page_types = ["wagtailcore.Page"]
    max_count = 1

    content_panels = [
        *TreeSafePage.content_panels,
        FieldPanel("introduction"),
        MultiFieldPanel(
            [
                FieldPanel("definition"),
                FieldPanel("definition_source"),
                FieldPanel("definition_link"),
            ],
            heading=_("What co-production is"),
        ),
        MultiFieldPanel(
            [FieldPanel("call_heading"), FieldPanel("call_text")],
            heading=_("Send us an example"),
        ),
    ]

    class Meta:
        verbose_name = _("home page")

    def search_document(self) -> dict[str, list[Any]]:
        """What this page is found by."""
        return {"head": [self.introduction], "body": [self.definition, self.call_text]}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["case_study_count"] = current().total
        context["latest_case_studies"] = latest(3)
        context["next_meeting"] = MeetingPage.objects.visible_to_public().upcoming().first()
        context["news"] = NewsPage.objects.listed()[:3]
        return context


class ContentPage(TreeSafePage):
    """A general page: about, principles, privacy, accessibility, and so on."""

    introduction = models.CharField(
        _("introduction"),
        max_length=400,
        blank=True,
        help_text=_("One or two sentences below the title, shown larger."),
    )
    body = StreamField(BodyBlock(required=False), verbose_name=_("body"), blank=True)
    updated_note = models.CharField(
        _("last checked"),
        max_length=120,
        blank=True,
        help_text=_("For statements that have to say when they were last checked."),
    )

    template = "home/content_page.html"
    page_description = _("A general page with text, pictures and documents.")
    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types = ["home.ContentPage"]

    search_fields = [*TreeSafePage.search_fields, index.SearchField("introduction")]

    content_panels = [
        *TreeSafePage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("body"),
        FieldPanel("updated_note"),
    ]

    class Meta:
        verbose_name = _("content page")

    def search_document(self) -> dict[str, list[Any]]:
        """What this page is found by."""
        return {"head": [self.introduction], "body": [self.body]}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["subpages"] = self.get_children().live().public().specific()
        return context
