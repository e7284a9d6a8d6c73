"""Site-wide search."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The search of the whole site, and Wagtail's search made safe on SQLite."""

    name = "search"
    label = "site_search"
