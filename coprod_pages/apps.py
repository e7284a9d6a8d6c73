"""The plugin's one Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoprodPagesConfig(AppConfig):
    """Co-production pages: case studies, continuum, news, meetings."""

    name = "coprod_pages"
    label = "coprod_pages"
    verbose_name = _("Co-production pages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import (
            checks,  # noqa: F401  registers the system checks
            safe_pictures,
        )
        from .compendium import digest as compendium_digest
        from .compendium import following
        from .contributions import following as contributions_following
        from .editions import following as editions_following
        from .mailing_list import following as mailing_list_following
        from .meetings import following as meetings_following
        from .sign_off import connecting
        from .working_group import digest as working_group_digest

        safe_pictures.connect()
        following.connect_signals()
        contributions_following.connect_signals()
        mailing_list_following.connect_signals()
        meetings_following.connect_signals()
        editions_following.connect()
        connecting.connect()
        working_group_digest.connect()
        compendium_digest.connect()
