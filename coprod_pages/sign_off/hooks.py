"""Where people who are quoted are reached in the admin."""

from collections.abc import Iterator
from typing import Any

from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from ..case_studies.models import CaseStudyPage
from . import (
    people_admin,
    people_log,  # noqa: F401  registers what stands in the history
)


@hooks.register("register_admin_urls")
def register_urls() -> list:
    """The list of one case study."""
    return [path("quoted/<int:page_id>/", people_admin.people, name=people_admin.ADDRESS)]


@hooks.register("register_page_header_buttons")
def in_the_editor(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """At the top of the editor."""
    is_ours = isinstance(page.specific_deferred, CaseStudyPage)
    if is_ours and page.permissions_for_user(user).can_edit():
        url = reverse(people_admin.ADDRESS, args=(page.pk,))
        yield Button(_("People quoted by name"), url, icon_name="group", priority=26)
