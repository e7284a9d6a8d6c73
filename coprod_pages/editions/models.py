"""Editions: dated compilations of case studies, and the page that lists them."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField, StreamField

from ..page_tree import SectionPage, TreeSafePage
from .blocks import SectionsBlock
from .choices import INDEXES
from .making_models import EditionRule, MadeFile, Making, Pin

__all__ = ["EditionIndexPage", "EditionPage", "EditionRule", "MadeFile", "Making", "Pin"]

TEXT_FEATURES = ["h3", "bold", "italic", "link", "ul", "ol"]


class EditionIndexPage(SectionPage):
    """All editions, newest first, with what each can be had as."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "link"])

    template = "coprod_pages/editions/edition_index_page.html"
    page_description = _("Lists the editions: the compendium as documents.")
    subpage_types = ["coprod_pages.EditionPage"]

    content_panels = [*SectionPage.content_panels, "introduction"]

    class Meta:
        verbose_name = _("editions")

    def search_document(self) -> dict[str, list[Any]]:
        """What this page is found by."""
        return {"head": [self.introduction], "body": []}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from .serving import shelf_of

        context = super().get_context(request, *args, **kwargs)
        context["editions"] = shelf_of(self)
        return context

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The list, which nobody keeps: what may be had is asked each time."""
        response = super().serve(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-cache"
        return response


class EditionPage(RoutablePageMixin, TreeSafePage):
    """An edition: its own texts, and which case studies it has. The documents are made from it.

    The text of a case study is never stored here. Which version of each is in it, a `Pin` says.
    """

    subtitle = models.CharField(_("subtitle"), max_length=250, blank=True)
    date = models.DateField(_("date of the edition"), default=timezone.localdate)
    published_by = models.CharField(_("published by"), max_length=150, blank=True)
    cover_picture = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("picture for the cover"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Without one, the cover is drawn from the continuum."),
    )
    cover_alt = models.CharField(
        _("what the picture shows"),
        max_length=250,
        blank=True,
        help_text=_("For people who cannot see it. Empty: it is decoration."),
    )
    foreword = RichTextField(_("foreword"), blank=True, features=TEXT_FEATURES)
    introduction = RichTextField(_("introduction"), blank=True, features=TEXT_FEATURES)
    sections = StreamField(SectionsBlock(required=False), verbose_name=_("sections"), blank=True)
    large_print = models.BooleanField(
        _("also as a PDF in large print"), default=True, help_text=_("In 18 point.")
    )
    plain_language = models.BooleanField(
        _("in plain language"),
        default=False,
        help_text=_("With the plain-language version of each case study that has one."),
    )
    index_boroughs = models.BooleanField(_("index of boroughs"), default=True)
    index_stages = models.BooleanField(_("index of stages"), default=True)
    index_themes = models.BooleanField(_("index of themes"), default=True)
    index_equality_groups = models.BooleanField(_("index of people who took part"), default=True)
    index_organisations = models.BooleanField(_("index of organisations"), default=True)

    template = "coprod_pages/editions/edition_page.html"
    not_there_template = "coprod_pages/editions/not_there.html"
    page_description = _("The compendium, or a part of it, as a document: PDF, Word and web page.")
    parent_page_types = ["coprod_pages.EditionIndexPage"]
    subpage_types: list[str] = []

    content_panels = [
        *TreeSafePage.content_panels,
        HelpPanel(template="coprod_pages/editions/admin/how_it_works.html"),
        FieldPanel("subtitle"),
        FieldRowPanel([FieldPanel("date"), FieldPanel("published_by")]),
        FieldPanel("foreword"),
        FieldPanel("introduction"),
        FieldPanel(
            "sections",
            help_text=_("Press the plus sign, and choose which kind of section comes there."),
        ),
        MultiFieldPanel(
            [FieldPanel("cover_picture"), FieldPanel("cover_alt")], heading=_("The cover")
        ),
        MultiFieldPanel(
            [FieldPanel("large_print"), FieldPanel("plain_language")], heading=_("The formats")
        ),
        MultiFieldPanel([FieldPanel(name) for name in INDEXES], heading=_("Indexes at the end")),
    ]

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    def search_document(self) -> dict[str, list[Any]]:
        """What this page is found by."""
        return {"head": [self.subtitle], "body": [self.foreword, self.introduction]}

    @path("")
    def whole(self, request: HttpRequest) -> HttpResponse:
        """The edition as a web page; in a preview, as it would be made now."""
        from .serving import preview, web_page

        return (
            preview(self, request)
            if getattr(request, "is_preview", False)
            else web_page(self, request)
        )

    @path("edition.<str:form>/", name="file")
    def file(self, request: HttpRequest, form: str) -> HttpResponse:
        """The edition as a file."""
        from .serving import edition_file

        return edition_file(self, request, form)

    @path("cover.svg/", name="cover")
    def cover(self, request: HttpRequest) -> HttpResponse:
        """The cover as a picture for lists."""
        from .cover import cover_image

        return cover_image(self, request)
