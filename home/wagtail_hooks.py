"""The icons of this site's own page types."""

from wagtail import hooks
from wagtail.admin.viewsets.pages import PageViewSet

from coprod_pages.desk.page_types import viewset_with_icon

from .models import ContentPage, HomePage


@hooks.register("register_admin_viewset")
def register_page_types() -> list[PageViewSet]:
    """The home page and general pages."""
    return [viewset_with_icon(HomePage, "home"), viewset_with_icon(ContentPage, "doc-full")]
