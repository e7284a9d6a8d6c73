"""Who comes, for the secretary: looking, taking in, crossing off, handing out as a list."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import SimpleListFilter
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, re_path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.log_actions import LogFormatter, log
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import IndexView, InspectView

from ...safe_exports import SafeExportMixin
from ..models import MeetingPage
from .models import MeetingRegistration
from .places import cancel, release

RELEASE, CANCEL = "release", "cancel"
LOGGED = {
    RELEASE: "coprod_pages.registration.release",
    CANCEL: "coprod_pages.registration.cancel",
}


class MeetingFilter(SimpleListFilter):
    """Which meeting: those that people registered for, latest first."""

    title = _("meeting")
    parameter_name = "meeting"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        rows = MeetingPage.objects.filter(registrations__isnull=False).distinct()
        latest = rows.order_by("-starts_at")
        return [(str(each.pk), f"{each.title} ({each.starts:%d %b %Y})") for each in latest]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        value = self.value() or ""
        return queryset.filter(meeting=value) if value.isdecimal() else queryset


class RegistrationPermissionHelper(PermissionHelper):
    """Registrations come from people themselves: nobody adds or changes one here."""

    def user_can_create(self, user: Any) -> bool:
        return False

    def user_can_edit_obj(self, user: Any, obj: MeetingRegistration) -> bool:
        return False

    def user_can_delete_obj(self, user: Any, obj: MeetingRegistration) -> bool:
        return False

    def user_can_decide(self, user: Any) -> bool:
        """Whether `user` may take people in and cross them off."""
        return self.user_has_specific_permission(user, self.get_perm_codename("change"))


def may_read_needs(user: Any) -> bool:
    """Access needs are for the secretary alone, who organises what is needed."""
    return user.has_perm("coprod_pages.view_accessneeds")


class RegistrationIndexView(SafeExportMixin, IndexView):
    """The list; strangers wrote its cells."""

    @property
    def list_export(self) -> list[str]:
        """The columns of the file: with what people need for those who may read it."""
        columns = ["meeting", "name", "email", "attendance", "state", "registered_at"]
        return [*columns, "needs"] if may_read_needs(self.request.user) else columns

    @list_export.setter
    def list_export(self, columns: list[str]) -> None:
        """The library sets what is the same for everybody; here it depends on who asks."""


class RegistrationInspectView(InspectView):
    """One registration, with what may be done."""

    def get_fields_dict(self) -> list[dict[str, Any]]:
        fields = super().get_fields_dict()
        if may_read_needs(self.request.user):
            words = getattr(getattr(self.instance, "access_needs", None), "text", "")
            fields.append({"label": _("Access needs"), "value": words or _("None said")})
        return fields

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        urls = {}
        if self.permission_helper.user_can_decide(self.request.user):
            if self.instance.state == "unsure":
                urls["release_url"] = self.url_helper.get_action_url(RELEASE, self.instance.pk)
            if self.instance.is_active:
                urls["cancel_url"] = self.url_helper.get_action_url(CANCEL, self.instance.pk)
        return super().get_context_data(**urls, **kwargs)


class MeetingRegistrationAdmin(ModelAdmin):
    """Who comes to which meeting, and who waits."""

    model = MeetingRegistration
    menu_label = _("Registrations")
    menu_icon = "group"
    menu_order = 390
    add_to_admin_menu = True
    list_display = [
        *("reference", "name", "meeting", "attendance", "state", "has_needs", "registered_at"),
    ]
    list_filter = ["state", "attendance", MeetingFilter]
    list_select_related = ["meeting", "access_needs"]
    search_fields = ["reference", "name", "email"]
    list_export = ["meeting", "name", "email", "attendance", "state", "registered_at"]
    export_filename = "registrations"
    inspect_view_enabled = True
    history_view_enabled = False
    inspect_view_fields = [
        *("reference", "meeting", "name", "email", "attendance", "state", "registered_at"),
    ]
    inspect_template_name = "coprod_pages/meetings/admin/registration.html"
    permission_helper_class = RegistrationPermissionHelper
    index_view_class = RegistrationIndexView
    index_template_name = "coprod_pages/admin/list.html"
    nothing_yet = _("Nobody has registered for a meeting yet.")
    inspect_view_class = RegistrationInspectView

    def get_queryset(self, request: HttpRequest) -> QuerySet[MeetingRegistration]:
        return super().get_queryset(request).select_related("meeting", "access_needs")

    @admin.display(description=_("needs something"))
    def has_needs(self, registration: MeetingRegistration) -> str:
        """Whether there is something to organise. What it is stands with the registration."""
        return _("Yes") if hasattr(registration, "access_needs") else _("No")

    @admin.display(description=_("access needs"))
    def needs(self, registration: MeetingRegistration) -> str:
        """What somebody needs; only in the file of those who may read it."""
        return getattr(getattr(registration, "access_needs", None), "text", "")

    def get_admin_urls_for_registration(self) -> tuple[URLPattern, ...]:
        return (
            *super().get_admin_urls_for_registration(),
            self._post_only(RELEASE, release, _("Taken in, and told so by mail.")),
            self._post_only(CANCEL, cancel, _("Crossed off, and told so by mail.")),
        )

    def _post_only(
        self, action: str, act: Callable[[MeetingRegistration], bool], done: Any
    ) -> URLPattern:
        @require_POST
        def view(request: HttpRequest, instance_pk: str) -> HttpResponse:
            if not self.permission_helper.user_can_decide(request.user):
                raise PermissionDenied
            registration = get_object_or_404(MeetingRegistration, pk=instance_pk)
            if act(registration):
                log(instance=registration, action=LOGGED[action], user=request.user)
                messages.success(request, done)
            else:
                messages.warning(request, _("Somebody has decided that already."))
            return redirect(self.url_helper.get_action_url("inspect", registration.pk))

        return re_path(
            self.url_helper.get_action_url_pattern(action),
            view,
            name=self.url_helper.get_action_url_name(action),
        )


@hooks.register("register_log_actions")
def register_decisions(actions: Any) -> None:
    """The log says who took somebody in or crossed somebody off; not whom."""

    @actions.register_action(LOGGED[RELEASE])
    class ReleaseFormatter(LogFormatter):
        """Somebody was taken in by hand."""

        label = _("Take in")
        message = _("Taken in by hand")

    @actions.register_action(LOGGED[CANCEL])
    class CancelFormatter(LogFormatter):
        """Somebody was crossed off by hand."""

        label = _("Cross off")
        message = _("Crossed off by hand")
