"""The outbox in the admin: what could not be sent, and sending it again.

What a message says is shown to nobody: links in it open people's own pages.
"""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, re_path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail_modeladmin.helpers import PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import InspectView

from .models import OutgoingMail, State
from .sending import RESEND_ACTION, NotFailed, send_again


class OutboxPermissionHelper(PermissionHelper):
    """Messages come from what happens on the site: nobody writes, changes or deletes one here."""

    def user_can_create(self, user: Any) -> bool:
        return False

    def user_can_edit_obj(self, user: Any, obj: OutgoingMail) -> bool:
        return False

    def user_can_delete_obj(self, user: Any, obj: OutgoingMail) -> bool:
        return False

    def user_can_send_again(self, user: Any) -> bool:
        """Whether `user` may let a message be tried anew."""
        return self.user_has_specific_permission(user, self.get_perm_codename("change"))


class OutgoingMailInspectView(InspectView):
    """One message, with the button to send it again."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may = self.permission_helper.user_can_send_again(self.request.user)
        url = ""
        if may and self.instance.state == State.FAILED:
            url = self.url_helper.get_action_url("resend", self.instance.pk)
        return super().get_context_data(send_again_url=url, **kwargs)


class OutgoingMailAdmin(ModelAdmin):
    """What is sent, what waits, and first what could not be sent."""

    model = OutgoingMail
    menu_label = _("Outgoing mail")
    menu_icon = "mail"
    menu_order = 450
    add_to_admin_menu = True
    list_display = [
        *("about", "related", "state", "queued_at", "attempts", "next_try", "sent_at"),
        "last_error",
    ]
    list_filter = ["state"]
    ordering = ["state", "-queued_at", "-pk"]
    search_fields = ["about", "related"]
    inspect_view_enabled = True
    history_view_enabled = False
    inspect_view_class = OutgoingMailInspectView
    index_template_name = "coprod_pages/admin/list.html"
    nothing_yet = _("There is no mail: none waits, and none was sent lately.")
    inspect_template_name = "coprod_pages/mail/admin/inspect.html"
    inspect_view_fields = [
        *("about", "related", "recipient", "subject", "state", "queued_at", "attempts"),
        *("next_try", "sent_at", "last_error", "erase_after"),
    ]
    permission_helper_class = OutboxPermissionHelper

    def get_admin_urls_for_registration(self) -> tuple[URLPattern, ...]:
        resend = re_path(
            self.url_helper.get_action_url_pattern("resend"),
            require_POST(self.resend_view),
            name=self.url_helper.get_action_url_name("resend"),
        )
        return (*super().get_admin_urls_for_registration(), resend)

    def resend_view(self, request: HttpRequest, instance_pk: str) -> HttpResponse:
        """Let a message that has failed for good be tried anew."""
        if not self.permission_helper.user_can_send_again(request.user):
            raise PermissionDenied
        mail = get_object_or_404(OutgoingMail, pk=instance_pk)
        try:
            send_again(mail, request.user)
        except NotFailed:
            messages.warning(request, _("Only what has failed for good can be sent again."))
        else:
            messages.success(request, _("It is sent again within the next minutes."))
        return redirect(self.url_helper.index_url)


@hooks.register("register_log_actions")
def register_resend(actions: Any) -> None:
    """The log says who had what sent again."""

    @actions.register_action(RESEND_ACTION)
    class ResendFormatter(LogFormatter):
        """A message is tried anew."""

        label = _("Send again")
        message = _("Sent again after it had failed for good")
