"""The icon of each page type in the admin."""

from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from ..compendium.models import CompendiumPage
from ..continuum.pages import ContinuumPage
from ..editions.models import EditionIndexPage, EditionPage
from ..meetings.models import MeetingIndexPage, MeetingPage
from ..news.models import NewsIndexPage, NewsPage
from ..working_group.models import JoinPage, WorkingGroupPage

# Case studies have screens of their own, in `sign_off`.
ICONS: list[tuple[type[Page], str]] = [
    (CompendiumPage, "coprod-compendium"),
    (ContinuumPage, "coprod-continuum"),
    (EditionIndexPage, "doc-full-inverse"),
    (EditionPage, "doc-full"),
    (NewsIndexPage, "coprod-news"),
    (NewsPage, "coprod-news"),
    (MeetingIndexPage, "date"),
    (MeetingPage, "date"),
    (WorkingGroupPage, "group"),
    (JoinPage, "mail"),
]


def viewset_with_icon(page_type: type[Page], page_icon: str) -> PageViewSet:
    """Wagtail's own screens for `page_type`, with its icon."""

    class WithIcon(PageViewSet):
        model = page_type
        icon = page_icon

    return WithIcon(f"{page_type._meta.app_label}_{page_type._meta.model_name}")


def viewsets() -> list[PageViewSet]:
    """The screens of every page type of the plugin that has no others."""
    return [viewset_with_icon(page_type, icon) for page_type, icon in ICONS]
