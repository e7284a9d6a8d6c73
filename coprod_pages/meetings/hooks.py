"""What meetings add to the admin beside their pages."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from .following import refuse_in_bulk, refuse_while_people_come
from .models import MeetingPage
from .series_views import admin_urls

hooks.register("before_delete_page", refuse_while_people_come)
hooks.register("before_unpublish_page", refuse_while_people_come)
hooks.register("before_bulk_action", refuse_in_bulk)


@hooks.register("register_admin_urls")
def register_series() -> list[Any]:
    """Making more meetings like one."""
    return admin_urls


def more_like_this(page: Page, user: Any) -> Iterator[Button]:
    """The button to make more meetings like `page`, for those who may."""
    if not isinstance(page.specific_deferred, MeetingPage):
        return
    if page.permissions_for_user(user).can_copy():
        url = reverse("coprod_meeting_series", args=(page.pk,))
        yield Button(_("More meetings like this"), url, icon_name="copy", priority=25)


@hooks.register("register_page_listing_more_buttons")
def in_lists(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """In the list of meetings."""
    yield from more_like_this(page, user)


@hooks.register("register_page_header_buttons")
def in_the_editor(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """At the top of the editor."""
    yield from more_like_this(page, user)
