"""Putting numbers into links between our own pages, so that they follow a page that is moved."""

import re
from typing import Any

from wagtail.models import Page, Site

LINK = re.compile(r'<a page="([^"]*)">(.*?)</a>')


def home_page() -> Page:
    """The home page of the default site."""
    return Site.objects.get(is_default_site=True).root_page


def page_at(path: str) -> Page | None:
    """The page at `path` below the home page; the home page itself for an empty path."""
    home = home_page()
    wanted = home.url_path + (f"{path}/" if path else "")
    return Page.objects.filter(url_path=wanted).first()


def with_page_links(value: Any) -> Any:
    """`value` with each marked link made into Wagtail's own, wherever in it the text is."""
    if isinstance(value, str):
        return LINK.sub(_link, value)
    if isinstance(value, dict):
        return {key: with_page_links(part) for key, part in value.items()}
    if isinstance(value, list):
        return [with_page_links(part) for part in value]
    return value


def _link(match: re.Match[str]) -> str:
    path, words = match.groups()
    page = page_at(path)
    # A page that editors have moved away leaves the words without a link.
    return f'<a linktype="page" id="{page.pk}">{words}</a>' if page else words
