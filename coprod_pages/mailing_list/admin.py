"""The mailing list in the admin: who is on it, to look at and to take away as a table."""

from typing import Any

from django.contrib import admin
from django.contrib.admin import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.paginator import WagtailPaginator
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin, ModelAdminGroup
from wagtail_modeladmin.views import IndexView

from ..safe_exports import SafeExportMixin, SafeListMixin
from .message_admin import ListMessageAdmin
from .models import Subscriber


class SubscriberPermissionHelper(PermissionHelper):
    """Only who confirms is on the list: nobody is added or changed here."""

    def user_can_create(self, user: Any) -> bool:
        return False

    def user_can_edit_obj(self, user: Any, obj: Subscriber) -> bool:
        return False


class ConfirmedFilter(SimpleListFilter):
    """Whether they have confirmed."""

    title = _("confirmed")
    parameter_name = "confirmed"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("yes", _("On the list")),
            ("no", _("Not confirmed yet")),
            ("refused", _("Address refuses mail")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "refused":
            return queryset.exclude(refused_at=None)
        if self.value() not in ("yes", "no"):
            return queryset
        return queryset.filter(confirmed_at__isnull=self.value() == "no")


class PeoplePaginator(WagtailPaginator):
    """Says how many people there are."""

    verbose_name = _("person")
    verbose_name_plural = _("people")


class SubscriberIndexView(SafeListMixin, SafeExportMixin, IndexView):
    """The list; strangers wrote its names."""

    paginator_class = PeoplePaginator
    filter_parameters = frozenset([ConfirmedFilter.parameter_name])


class SubscriberAdmin(ModelAdmin):
    """Who is on the list: filter, search, export, take off."""

    model = Subscriber
    menu_label = _("Who is on it")
    menu_icon = "group"
    list_display = ["email", "name", "on_the_list", "asked_at", "confirmed_at", "erase_after"]
    list_filter = [ConfirmedFilter]
    search_fields = ["email", "name"]
    list_export = ["email", "name", "on_the_list", "asked_at", "confirmed_at"]
    export_filename = "mailing-list"
    history_view_enabled = False
    permission_helper_class = SubscriberPermissionHelper
    index_view_class = SubscriberIndexView
    index_template_name = "coprod_pages/admin/list.html"
    nothing_yet = _("Nobody has asked to be on the mailing list yet.")

    @admin.display(description=_("on the list"), ordering="confirmed_at")
    def on_the_list(self, subscriber: Subscriber) -> str:
        """Whether they get what is sent."""
        if subscriber.refused_at:
            return str(_("Address refuses mail: nothing is sent"))
        return str(_("Yes") if subscriber.confirmed_at else _("Not confirmed yet"))


class MailingListGroup(ModelAdminGroup):
    """Writing to the list, and who is on it, under one entry of the menu."""

    menu_label = _("Mailing list")
    menu_icon = "mail"
    menu_order = 410
    items = (ListMessageAdmin, SubscriberAdmin)
