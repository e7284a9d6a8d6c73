"""Template tags of this site's skin: its navigation, where a page stands, what it says of itself."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django import template
from django.template.context import RequestContext
from django.templatetags.static import static
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.images.shortcuts import get_rendition_or_not_found
from wagtail.models import Page, Site
from wagtail.rich_text import get_text_for_indexing

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.searching.versions import kept_while_lists_stay

register = template.Library()

# Search engines and shared links show about this much.
DESCRIPTION_LENGTH = 200
# The shape and size that programs ask for where a link is shared.
SHARED_PICTURE = "fill-1200x630|format-jpeg"


@dataclass(frozen=True)
class SharedPicture:
    """What is shown beside a link to a page: its whole address, and what the picture shows."""

    address: str
    shows: str


@dataclass(frozen=True)
class MenuItem:
    """A link of the main navigation. `current` is a value of aria-current, or empty."""

    title: str
    url: str
    current: str


@register.simple_tag(takes_context=True)
def main_navigation(context: RequestContext) -> list[MenuItem]:
    """The sections of the site: public pages below the root page that are shown in menus.

    Without a request, as on an error page, there is no navigation.
    """
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    if site is None:
        return []
    sections = kept_while_lists_stay(("navigation", site.pk), lambda: _sections(site, request))
    page = context.get("page")
    return [MenuItem(title, url, _current(path, page)) for title, url, path in sections]


def _sections(site: Site, request: Any) -> list[tuple[str, str, str]]:
    pages = site.root_page.get_children().live().public().in_menu()
    # A case study is never in a menu; the others are few, however large the collection.
    pages = pages.not_exact_type(CaseStudyPage).filter(depth=site.root_page.depth + 1)
    return [(page.title, page.get_url(request), page.path) for page in pages]


def _current(path: str, page: Any) -> str:
    if not isinstance(page, Page) or not page.path:
        return ""
    if page.path == path:
        return "page"
    return "true" if page.path.startswith(path) else ""


@register.simple_tag(takes_context=True)
def breadcrumbs(context: RequestContext) -> list[MenuItem]:
    """The way from the home page to `page`, without `page`; empty on the home page."""
    page, request = context.get("page"), context.get("request")
    site = Site.find_for_request(request) if request else None
    if site is None or not isinstance(page, Page) or not page.path:
        return []
    parent = page.path[: -page.steplen]

    def above() -> list[MenuItem]:
        pages = page.get_ancestors().live().filter(path__startswith=site.root_page.path)
        return [MenuItem(item.title, item.get_url(request), "") for item in pages]

    # All pages of one section have the same way to them.
    return kept_while_lists_stay(("breadcrumbs", site.pk, parent), above)


@register.simple_tag
def page_summary(page: Any) -> str:
    """What a page says it is about, as plain text: written for search engines, or its own."""
    for name in ("search_description", "summary", "introduction"):
        text = str(getattr(page, name, "") or "").strip()
        if text and isinstance(page._meta.get_field(name), RichTextField):
            text = get_text_for_indexing(text)
        if text:
            return Truncator(text).chars(DESCRIPTION_LENGTH)
    return ""


@register.simple_tag
def page_kind(page: Page) -> str:
    """What sort of page it is, as a visitor would say it: case study, news, meeting."""
    return str(page.specific_class._meta.verbose_name) if page.specific_class else ""


@register.simple_tag(takes_context=True)
def canonical_url(context: RequestContext) -> str:
    """The one address of `page`, without parameters; empty for what is no page."""
    page, request = context.get("page"), context.get("request")
    return page.get_full_url(request) or "" if isinstance(page, Page) and page.pk else ""


@register.simple_tag(takes_context=True)
def shared_picture(context: RequestContext) -> SharedPicture | None:
    """The picture for links to `page`: one drawn for it, its lead picture, else the site's own.

    Nothing for what is no page.
    """
    page, request = context.get("page"), context.get("request")
    site = Site.find_for_request(request) if request else None
    if site is None or not isinstance(page, Page) or not page.pk:
        return None
    drawn = getattr(page, "share_image_url", "")
    if drawn:
        return SharedPicture(urljoin(site.root_url, drawn), str(_("Diagram of the stages.")))
    image = getattr(page, "lead_image", None)
    if image is None:
        address, shows = static("img/share.png"), _("Drawing of the river and the city.")
    else:
        address = get_rendition_or_not_found(image, SHARED_PICTURE).url
        shows = page.lead_image_description
    return SharedPicture(urljoin(site.root_url, address), str(shows))
