"""The register of people who asked to join."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import HistoryView, IndexView

from ..safe_exports import SafeExportMixin
from .models import JoinRequest


class RegisterPermissionHelper(PermissionHelper):
    """Rows come from the public form alone: nobody adds one here."""

    def user_can_create(self, user: Any) -> bool:
        return False


class RegisterIndexView(SafeExportMixin, IndexView):
    """The list of requests; strangers wrote its cells."""


class RegisterHistoryView(HistoryView):
    """Who changed a row, for those who may see the register: the library asks for nothing."""

    def check_action_permitted(self, user: Any) -> bool:
        return self.permission_helper.user_can_list(user)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.check_action_permitted(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class JoinRequestAdmin(ModelAdmin):
    """People who asked to join: list, filter, search, inspect, export, mark as answered."""

    model = JoinRequest
    menu_label = _("Requests to join")
    menu_icon = "group"
    menu_order = 400
    add_to_admin_menu = True
    list_display = [
        *("reference", "name", "email", "organisation", "asked_at"),
        *("answered_in_words", "automatic_in_words", "erase_after"),
    ]
    list_filter = ["answered", "looks_automatic", "asked_at"]
    search_fields = ["reference", "name", "email", "organisation"]
    list_export = ["reference", "name", "email", "organisation", "message", "asked_at", "answered"]
    export_filename = "requests-to-join"
    inspect_view_enabled = True
    inspect_view_fields = [
        "reference",
        "name",
        "email",
        "organisation",
        "message",
        "asked_at",
        "answered",
        "looks_automatic",
        "erase_after",
    ]
    panels = [
        *(
            FieldPanel(name, read_only=True)
            for name in ("reference", "name", "email", "organisation", "message", "asked_at")
        ),
        FieldPanel("answered"),
        FieldPanel("looks_automatic"),
    ]
    permission_helper_class = RegisterPermissionHelper
    index_view_class = RegisterIndexView
    index_template_name = "coprod_pages/admin/list.html"
    nothing_yet = _("Nobody has asked to join yet.")
    history_view_class = RegisterHistoryView

    # In words: the pictures for yes and no belong to Django's own admin, which is not here.

    @admin.display(description=_("answered"), ordering="answered")
    def answered_in_words(self, request: JoinRequest) -> str:
        """Whether somebody has answered."""
        return _("Yes") if request.answered else _("No")

    @admin.display(description=_("looks automatic"), ordering="looks_automatic")
    def automatic_in_words(self, request: JoinRequest) -> str:
        """Whether it looks as if a program had sent it."""
        return _("Yes") if request.looks_automatic else _("No")
