"""Puts the plugin's safer user screens in place of Wagtail's."""

from wagtail.users.apps import WagtailUsersAppConfig


class SiteUsersConfig(WagtailUsersAppConfig):
    """Wagtail's user management, with the limits of `coprod_pages.roles.users`."""

    user_viewset = "coprod_pages.roles.users.PeopleViewSet"
    default_auto_field = "django.db.models.AutoField"  # as Wagtail's own migrations have it
