"""Where the report of searches stands in the admin, and who may be given it."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .searches_report import SearchesReportView, may_see_searches


class SearchesMenuItem(MenuItem):
    """The report, for those who may see it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_searches(request.user)


@hooks.register("register_reports_menu_item")
def register_searches_menu_item() -> MenuItem:
    """What people search for, first among the reports."""
    return SearchesMenuItem(
        _("What people search for"),
        reverse("coprod_searches"),
        name="searches",
        icon_name="search",
        order=100,
    )


@hooks.register("register_admin_urls")
def register_searches_urls() -> list:
    """The report, and the part of it that is loaded anew."""
    results = SearchesReportView.as_view(results_only=True)
    return [
        path("reports/searches/", SearchesReportView.as_view(), name="coprod_searches"),
        path("reports/searches/results/", results, name="coprod_searches_results"),
    ]


@hooks.register("register_permissions")
def register_searches_permission() -> QuerySet:
    """That the report may be seen is a choice among the permissions of a group."""
    return Permission.objects.filter(
        content_type__app_label="coprod_pages", codename="view_searchedwords"
    )
