"""This site's own pages."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The home page and general content pages."""

    name = "home"
    default_auto_field = "django.db.models.BigAutoField"
