"""What each role finds in the admin, and what is kept out of its way."""

from copy import copy
from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.home import LockedPagesPanel

from ..case_studies.models import CaseStudyPage
from ..compendium.models import CompendiumPage
from ..roles.organisations import runs_the_site
from .panels import (
    ContributionsPanel,
    EditionsPanel,
    MeetingsPanel,
    MyDraftsPanel,
    ScheduledPanel,
    StartPanel,
    WaitingForMePanel,
)
from .start import adding_url

# Menu entries that only those who run the site need.
FOR_THOSE_WHO_RUN_THE_SITE = {"reports"}


class WriteMenuItem(MenuItem):
    """ "Write a case study", for those who may."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(adding_url(request.user, CompendiumPage, CaseStudyPage))

    def render_component(self, request: HttpRequest) -> Any:
        # One menu entry serves every request of the process: it keeps nothing of any.
        entry = copy(self)
        entry.url = adding_url(request.user, CompendiumPage, CaseStudyPage)
        return MenuItem.render_component(entry, request)


@hooks.register("register_admin_menu_item")
def register_write_menu_item() -> MenuItem:
    """The most frequent thing to do is one click away, wherever one is."""
    return WriteMenuItem(
        _("Write a case study"), "", name="write-case-study", icon_name="coprod-write", order=50
    )


@hooks.register("construct_homepage_panels")
def put_our_panels_first(request: HttpRequest, panels: list[Any]) -> None:
    """Our panels in place of Wagtail's, which say the same in more general words."""
    panels[:] = [
        StartPanel(),
        WaitingForMePanel(),
        ContributionsPanel(),
        MeetingsPanel(),
        ScheduledPanel(),
        EditionsPanel(),
        MyDraftsPanel(),
        LockedPagesPanel(),
    ]


# Last, after the hooks that put the items there.
@hooks.register("construct_homepage_summary_items", order=1000)
def leave_out_the_summary(request: HttpRequest, items: list[Any]) -> None:
    """How many pages and images there are helps only those who run the site."""
    if not runs_the_site(request.user):
        items.clear()


@hooks.register("construct_main_menu")
def leave_out_what_a_role_does_not_need(request: HttpRequest, menu_items: list[Any]) -> None:
    """Reports are for those who run the site."""
    if not runs_the_site(request.user):
        menu_items[:] = [item for item in menu_items if item.name not in FOR_THOSE_WHO_RUN_THE_SITE]


@hooks.register("register_icons")
def register_icons(icons: list[str]) -> list[str]:
    """Icons of our own page types and actions."""
    return [
        *icons,
        "coprod_pages/icons/coprod-write.svg",
        "coprod_pages/icons/coprod-news.svg",
        "coprod_pages/icons/coprod-continuum.svg",
        "coprod_pages/icons/coprod-compendium.svg",
    ]


@hooks.register("insert_global_admin_css")
def desk_css() -> str:
    """The few rules that our panels need."""
    return format_html('<link rel="stylesheet" href="{}">', static("coprod_pages/desk.css"))


@hooks.register("insert_editor_js")
def editor_js() -> str:
    """Names for fields that Wagtail leaves nameless to screen readers."""
    return format_html('<script src="{}" defer></script>', static("coprod_pages/editor.js"))
