"""What minutes and actions add to the admin."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from ..models import MeetingPage
from . import log_entries  # noqa: F401  registers the log of minutes
from .admin import SECRETARYS_PAGE, action_viewset
from .secretary_views import admin_urls


@hooks.register("register_admin_urls")
def register_secretarys_page() -> list[Any]:
    """Minutes to agree, and the actions of a meeting."""
    return admin_urls


@hooks.register("register_admin_viewset")
def register_actions() -> Any:
    """The list of actions."""
    return action_viewset


def minutes_and_actions(page: Page, user: Any) -> Iterator[Button]:
    """The way to the secretary's page, for those who may edit the meeting."""
    if not isinstance(page.specific_deferred, MeetingPage):
        return
    if page.permissions_for_user(user).can_edit():
        url = reverse(SECRETARYS_PAGE, args=(page.pk,))
        yield Button(_("Minutes and actions"), url, icon_name="tasks", priority=24)


@hooks.register("register_page_listing_more_buttons")
def in_lists(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """In the list of meetings."""
    yield from minutes_and_actions(page, user)


@hooks.register("register_page_header_buttons")
def in_the_editor(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """At the top of the editor."""
    yield from minutes_and_actions(page, user)
