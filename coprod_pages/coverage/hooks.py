"""Where the report of what is missing stands in the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import views


@hooks.register("register_reports_menu_item")
def register_coverage_menu_item() -> MenuItem:
    """What is missing, after what people search for."""
    return MenuItem(
        _("What is missing"),
        reverse("coprod_coverage"),
        name="coverage",
        icon_name="table",
        order=110,
    )


@hooks.register("register_admin_urls")
def register_coverage_urls() -> list:
    """The report and its button."""
    call = "reports/coverage/<slug:parameter>/<slug:slug>/call/"
    return [
        path("reports/coverage/", views.report, name="coprod_coverage"),
        path(call, views.call, name="coprod_coverage_call"),
    ]
