"""The compendium: the page that searches the published case studies, and their index rows."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField

from ..case_studies.models import CaseStudyPage
from ..case_studies.permissions import CompendiumPermissionTester
from ..page_tree import SectionPage


class CompendiumPage(RoutablePageMixin, SectionPage):
    """The published collection and the page that searches it, in every form it can be had.

    The addresses below it answer the same parameters with the same case studies in the same
    order. No case study may have one of them as its own (`CaseStudyPage.clean`).
    """

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    template = "coprod_pages/compendium/compendium_page.html"
    page_description = _("The collection of case studies, with its search.")
    subpage_types = ["coprod_pages.CaseStudyPage"]

    content_panels = [*SectionPage.content_panels, "introduction"]

    class Meta:
        verbose_name = _("compendium")

    def permissions_for_user(self, user: Any) -> CompendiumPermissionTester:
        return CompendiumPermissionTester(user, self)

    def search_document(self) -> dict[str, list[Any]]:
        """What this page is found by."""
        return {"head": [], "body": [self.introduction]}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from .listing import listing_for
        from .noting import note_search

        context = super().get_context(request, *args, **kwargs)
        context["listing"] = listing_for(request.GET)
        note_search(request, context["listing"].selection)
        return context

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """The answers as an Atom feed."""
        from .feeds import feed

        return feed(self, request)

    @path("export.<str:form>/", name="export")
    def export(self, request: HttpRequest, form: str) -> HttpResponse:
        """The answers as a file: csv, xlsx or json."""
        from .exports import export

        return export(self, request, form)

    @path("suggest/", name="suggest")
    def suggest(self, request: HttpRequest) -> HttpResponse:
        """What to look for, while somebody is typing."""
        from .suggesting import suggest

        return suggest(request)

    @path("coverage/", name="coverage")
    def coverage(self, request: HttpRequest) -> HttpResponse:
        """Of what there are no or few examples."""
        from .coverage import coverage_page

        return coverage_page(self, request)


class CompendiumEntry(models.Model):
    """A case study as lists, facets and exports need it: one flat row, written when it is
    published. Who may see it is not decided here but by `visible_to_public()`."""

    page = models.OneToOneField(
        CaseStudyPage, primary_key=True, on_delete=models.CASCADE, related_name="entry"
    )
    # The keys of its facet values, a blank between them: "stage-3 theme-12 borough-7".
    facets = models.TextField()
    title = models.CharField(max_length=255)
    summary = models.CharField(max_length=280)
    place = models.CharField(max_length=255)
    organisation = models.CharField(max_length=200)
    when = models.CharField(max_length=100)

    class Meta:
        verbose_name = _("entry in the compendium")
        verbose_name_plural = _("entries in the compendium")

    def __str__(self) -> str:
        return self.title
