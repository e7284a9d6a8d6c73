"""Choosing pages for an edition: where the window opens, and what a chosen one is called."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import path
from wagtail.admin.views.chooser import BrowseView
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page, Site

from ..case_studies.telling_apart import told_apart

CHOOSE, CHOOSE_BELOW = "coprod_choose_page", "coprod_choose_page_child"


class BrowseSite(BrowseView):
    """Wagtail's window, open on the top page of the site and not on the root above all sites."""

    def get(self, request: HttpRequest, parent_page_id: int | None = None) -> HttpResponse:
        if parent_page_id is None:
            site = Site.find_for_request(request)
            parent_page_id = site.root_page_id if site else None
        return super().get(request, parent_page_id)


class SitePageChooser(AdminPageChooser):
    """A page of this site. Wagtail's script puts the parent of a chosen page behind the address."""

    chooser_modal_url_name = CHOOSE


class CaseStudyChooser(AdminPageChooser):
    """A case study, called by what tells it from another of the same title."""

    def get_display_title(self, instance: Page) -> Any:
        return told_apart(instance)


admin_urls = [
    path("coprod-choose-page/", BrowseSite.as_view(), name=CHOOSE),
    path("coprod-choose-page/<int:parent_page_id>/", BrowseSite.as_view(), name=CHOOSE_BELOW),
]
