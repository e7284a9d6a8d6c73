"""What editions add to the admin."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from .desk_views import SCREEN, admin_urls
from .following import warn_before_deleting
from .models import EditionPage
from .page_choosing import admin_urls as choosing_urls

hooks.register("before_delete_page", warn_before_deleting)


@hooks.register("register_admin_urls")
def register_screen() -> list[Any]:
    """The screen on which an edition is made, and the window in which its pages are chosen."""
    return [*admin_urls, *choosing_urls]


def make_button(page: Page, user: Any) -> Iterator[Button]:
    """The way to that screen, for those who may edit the edition."""
    if not isinstance(page.specific_deferred, EditionPage):
        return
    if page.permissions_for_user(user).can_edit():
        url = reverse(SCREEN, args=(page.pk,))
        yield Button(_("Make and download"), url, icon_name="download", priority=24)


@hooks.register("register_page_listing_more_buttons")
def in_lists(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """In the list of editions."""
    yield from make_button(page, user)


@hooks.register("register_page_header_buttons")
def in_the_editor(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """At the top of the editor."""
    yield from make_button(page, user)
