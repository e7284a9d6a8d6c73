"""The register of people who asked to join."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import HistoryView, IndexView

from ..safe_text import without_formula
from .models import JoinRequest


class RegisterPermissionHelper(PermissionHelper):
    """Rows come from the public form alone: nobody adds one here."""

    def user_can_create(self, user: Any) -> bool:
        return False


class RegisterIndexView(IndexView):
    """A list whose export cannot run as formulas: strangers wrote these cells."""

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        return without_formula(super().preprocess_field_value(field, value, export_format))


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
    list_display = ["reference", "name", "organisation", "asked_at", "answered", "erase_after"]
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
    panels = [FieldPanel("answered"), FieldPanel("looks_automatic")]
    permission_helper_class = RegisterPermissionHelper
    index_view_class = RegisterIndexView
    history_view_class = RegisterHistoryView
