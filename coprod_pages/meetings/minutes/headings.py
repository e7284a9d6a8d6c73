"""The headings that minutes begin with, and telling them from minutes."""

from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from .plain_text import plain_text

HEADINGS = [
    _("Who was there"),
    _("What we talked about"),
    _("What we agreed"),
    _("What people disagreed about"),
    _("Next meeting"),
]


def starting_text() -> str:
    """What the editor shows while there are no minutes: headings, to be written below."""
    return format_html_join("", "<h3>{}</h3><p></p>", ((heading,) for heading in HEADINGS))


def is_only_headings(text: str) -> bool:
    """Whether nothing was written: these are no minutes, and are not stored."""
    return plain_text(text) in ("", plain_text(starting_text()))
