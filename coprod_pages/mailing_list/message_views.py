"""The screens of messages to the list: after writing comes reading it as it will arrive."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.views import CreateView, EditView, IndexView, InspectView

from ..safe_exports import SafeListMixin
from . import digest, mails
from .messages import NotAsSeen
from .models import ListMessage, State, Subscriber

SENT_MEANWHILE = _("It was sent while you were changing it. Your changes were not kept.")


class MessageIndexView(SafeListMixin, IndexView):
    """All messages, with how many people are on the list and what a digest would cover."""

    filter_parameters = frozenset(["state__exact"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            on_the_list=Subscriber.objects.reachable().count(),
            digest_since=digest.since(timezone.now()),
            **kwargs,
        )


class CreateMessageView(CreateView):
    """A new message; then its preview."""

    def get_success_url(self) -> str:
        return self.url_helper.get_action_url("inspect", self.instance.pk)

    def get_success_message(self, instance: ListMessage) -> str:
        return str(_("Saved. Look at it as it will arrive."))


class EditMessageView(EditView):
    """Other words; then the preview anew."""

    def get_success_url(self) -> str:
        return self.url_helper.get_action_url("inspect", self.instance.pk)

    def get_success_message(self, instance: ListMessage) -> str:
        return str(_("Saved. Look at it as it will arrive."))

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return super().form_valid(form)
        except NotAsSeen:
            messages.error(self.request, SENT_MEANWHILE)
            return redirect(self.get_success_url())


class OpenMessageView(InspectView):
    """A message as it will arrive or has arrived, and what can be done with it."""

    page_title = _("Message to the list")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        message: ListMessage = self.instance
        text, _html = mails.preview(message)
        may_send = self.permission_helper.user_can_send(self.request.user)
        return super().get_context_data(
            message=message,
            text=text,
            addresses={
                name: self.url_helper.get_action_url(name, message.pk)
                for name in ("html", "edit", "check", "test", "send")
            },
            may_send=may_send and message.is_open,
            is_checked=message.state == State.CHECKED,
            left=message.goes_to().count() if message.state == State.SENDING else 0,
            gone=digest.gone_from(message) if message.is_open else [],
            on_the_list=Subscriber.objects.reachable().count(),
            **kwargs,
        )
