"""Template tags of this site's skin: its navigation, where a page stands, what it says of itself."""

from dataclasses import dataclass
from typing import Any

from django import template
from django.template.context import RequestContext
from django.utils.text import Truncator
from wagtail.fields import RichTextField
from wagtail.models import Page, Site
from wagtail.rich_text import get_text_for_indexing

register = template.Library()

# Search engines and shared links show about this much.
DESCRIPTION_LENGTH = 200


@dataclass(frozen=True)
class MenuItem:
    """A link of the main navigation. `current` is a value of aria-current, or empty."""

    title: str
    url: str
    current: str


@register.simple_tag(takes_context=True)
def main_navigation(context: RequestContext) -> list[MenuItem]:
    """The sections of the site: public pages below the root page that are shown in menus.

    Kept on the request, since the header and the footer both ask. Without a request, as on
    an error page, there is no navigation.
    """
    request = context.get("request")
    site = Site.find_for_request(request) if request else None
    if site is None:
        return []
    if not hasattr(request, "_main_navigation"):
        pages = site.root_page.get_children().live().public().in_menu()
        page = context.get("page")
        request._main_navigation = [
            MenuItem(item.title, item.get_url(request), _current(item, page)) for item in pages
        ]
    return request._main_navigation


def _current(item: Page, page: Any) -> str:
    if not isinstance(page, Page) or not page.path:
        return ""
    if page.pk == item.pk:
        return "page"
    return "true" if page.path.startswith(item.path) else ""


@register.simple_tag(takes_context=True)
def breadcrumbs(context: RequestContext) -> list[MenuItem]:
    """The way from the home page to `page`, without `page`; empty on the home page."""
    page, request = context.get("page"), context.get("request")
    site = Site.find_for_request(request) if request else None
    if site is None or not isinstance(page, Page) or not page.path:
        return []
    above = page.get_ancestors().live().filter(path__startswith=site.root_page.path)
    return [MenuItem(item.title, item.get_url(request), "") for item in above]


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
