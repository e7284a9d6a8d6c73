"""Where the screen for personal data stands in the admin, and who may be given it."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import (
    log_entries,  # noqa: F401  registers what stands in the log
    views,
)


class PersonalDataMenuItem(MenuItem):
    """The screen, for those who may use it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(views.PERMISSION)


@hooks.register("register_settings_menu_item")
def register_menu_item() -> MenuItem:
    """Personal data, under the settings."""
    return PersonalDataMenuItem(
        _("Personal data"),
        reverse("coprod_personal_data"),
        name="personal-data",
        icon_name="user",
        order=650,
    )


@hooks.register("register_admin_urls")
def register_urls() -> list:
    """Looking for an address, and what can be done with what is found."""
    return [
        path("personal-data/", views.find, name="coprod_personal_data"),
        path("personal-data/download/", views.download, name="coprod_personal_data_download"),
        path("personal-data/erase/", views.erase_all, name="coprod_personal_data_erase"),
        path("personal-data/report/<int:key>/", views.report, name="coprod_personal_data_report"),
    ]


@hooks.register("register_permissions")
def register_permission() -> QuerySet:
    """That personal data may be handled is a choice among the permissions of a group."""
    return Permission.objects.filter(
        content_type__app_label="coprod_pages", codename="handle_personaldata"
    )
