"""Messages to the list in the admin: write, preview, try out, send, and what was sent."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, re_path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail_modeladmin.helpers import ButtonHelper, PermissionHelper
from wagtail_modeladmin.options import ModelAdmin

from . import digest, mails
from .message_form import ListMessageForm
from .message_views import CreateMessageView, EditMessageView, MessageIndexView, OpenMessageView
from .messages import (
    SENT_ACTION,
    NoAddress,
    NobodyOnTheList,
    NotAsSeen,
    NotPublicAnyMore,
    check,
    send,
    send_test,
    write_digest,
)
from .models import ListMessage

CHANGED = _("It was changed or sent meanwhile. Please look at it again.")
GONE = _("It links to a page that has been taken down. Take it out first.")
NOBODY = _("Nobody is on the list yet. It was not sent.")


class ListMessagePermissionHelper(PermissionHelper):
    """What was sent stays as it was sent."""

    def user_can_edit_obj(self, user: Any, obj: ListMessage) -> bool:
        return obj.is_open and super().user_can_edit_obj(user, obj)

    def user_can_delete_obj(self, user: Any, obj: ListMessage) -> bool:
        return obj.is_open and super().user_can_delete_obj(user, obj)

    def user_can_send(self, user: Any) -> bool:
        """Whether `user` may send something to the list."""
        return self.user_has_specific_permission(user, self.get_perm_codename("change"))


class ListMessageButtonHelper(ButtonHelper):
    """A message is opened, to be read as it will arrive."""

    def add_button(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().add_button(*args, **kwargs), "label": _("Write a message")}

    def inspect_button(self, pk: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().inspect_button(pk, *args, **kwargs), "label": _("Open")}


class ListMessageAdmin(ModelAdmin):
    """What is written to the list, what was sent when, to how many, by whom."""

    model = ListMessage
    menu_label = _("Write to the list")
    menu_icon = "mail"
    list_display = ["subject", "state_in_words", "changed_at", "began_at", "to_how_many", "sender"]
    list_filter = ["state"]
    list_select_related = ["sent_by"]
    search_fields = ["subject"]
    edit_handler = ObjectList(
        [FieldPanel("subject"), FieldPanel("text")], base_form_class=ListMessageForm
    )
    inspect_view_enabled = True
    history_view_enabled = False
    permission_helper_class = ListMessagePermissionHelper
    button_helper_class = ListMessageButtonHelper
    index_view_class = MessageIndexView
    create_view_class = CreateMessageView
    edit_view_class = EditMessageView
    inspect_view_class = OpenMessageView
    index_template_name = "coprod_pages/mailing_list/admin/index.html"
    inspect_template_name = "coprod_pages/mailing_list/admin/open.html"

    # In words and without a link of the library's own

    @admin.display(description=_("state"), ordering="state")
    def state_in_words(self, message: ListMessage) -> str:
        """How far it is."""
        return str(message.get_state_display())

    @admin.display(description=_("to how many"), ordering="queued")
    def to_how_many(self, message: ListMessage) -> str:
        """To how many it went."""
        return "" if message.is_open else str(message.queued)

    @admin.display(description=_("sent by"), ordering="sent_by")
    def sender(self, message: ListMessage) -> str:
        """Who had it sent."""
        user = message.sent_by
        return (user.get_full_name() or user.get_username()) if user else ""

    # What can be done with one

    def get_admin_urls_for_registration(self) -> tuple[URLPattern, ...]:
        views: dict[str, Callable[..., HttpResponse]] = {
            "check": require_POST(self.check_view),
            "test": require_POST(self.test_view),
            "send": require_POST(self.send_view),
            "html": self.html_view,
        }
        one = [
            re_path(
                self.url_helper.get_action_url_pattern(name),
                view,
                name=self.url_helper.get_action_url_name(name),
            )
            for name, view in views.items()
        ]
        written = re_path(
            r"^coprod_pages/listmessage/digest/$",
            require_POST(self.digest_view),
            name="coprod_list_digest",
        )
        return (*super().get_admin_urls_for_registration(), *one, written)

    def check_view(self, request: HttpRequest, instance_pk: str) -> HttpResponse:
        """Somebody has read it as it will arrive."""
        message = self._message(request, instance_pk)
        try:
            check(message, _version(request))
        except NotAsSeen:
            messages.warning(request, CHANGED)
        except NotPublicAnyMore:
            messages.error(request, GONE)
        return redirect(self._open(message))

    def test_view(self, request: HttpRequest, instance_pk: str) -> HttpResponse:
        """To oneself first."""
        message = self._message(request, instance_pk)
        try:
            send_test(message, request.user)
        except NoAddress:
            messages.error(
                request, _("Your account has no e-mail address. A site manager can add one.")
            )
        else:
            messages.success(request, _("It is on its way to you."))
        return redirect(self._open(message))

    def send_view(self, request: HttpRequest, instance_pk: str) -> HttpResponse:
        """To everybody on the list, once."""
        message = self._message(request, instance_pk)
        try:
            number = send(message, _version(request), request.user)
        except NotAsSeen:
            messages.warning(request, CHANGED)
        except NotPublicAnyMore:
            messages.error(request, GONE)
        except NobodyOnTheList:
            messages.error(request, NOBODY)
        else:
            said = ngettext(
                "It is being sent to %(count)d person.",
                "It is being sent to %(count)d people.",
                number,
            )
            messages.success(request, said % {"count": number})
        return redirect(self._open(message))

    def html_view(self, request: HttpRequest, instance_pk: str) -> HttpResponse:
        """The HTML of the mail, for the frame that shows it."""
        message = self._message(request, instance_pk)
        _text, html = mails.preview(message)
        response = HttpResponse(html)
        response["Cache-Control"] = "private, no-store"
        return response

    def digest_view(self, request: HttpRequest) -> HttpResponse:
        """What was published since the last digest, as a draft."""
        if not self.permission_helper.user_can_create(request.user):
            raise PermissionDenied
        try:
            message = write_digest(request.user)
        except digest.NothingNew as nothing:
            said = _("Nothing was published since %(day)s. There is nothing to send.")
            day = date_format(timezone.localtime(nothing.since), "j F Y")
            messages.warning(request, said % {"day": day})
            return redirect(self.url_helper.index_url)
        return redirect(self.url_helper.get_action_url("edit", message.pk))

    def _message(self, request: HttpRequest, instance_pk: str) -> ListMessage:
        if not self.permission_helper.user_can_send(request.user):
            raise PermissionDenied
        return get_object_or_404(ListMessage, pk=instance_pk)

    def _open(self, message: ListMessage) -> str:
        return self.url_helper.get_action_url("inspect", message.pk)


def _version(request: HttpRequest) -> int:
    """The version that somebody has seen; 0, which is none, for what is no number."""
    seen = request.POST.get("version", "")
    return int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 10 else 0


@hooks.register("register_log_actions")
def register_sent(actions: Any) -> None:
    """The log says who had what sent to the list."""
    actions.register_action(
        SENT_ACTION, _("Send to the mailing list"), _("Sent to the mailing list")
    )
