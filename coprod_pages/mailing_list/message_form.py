"""The form in which a message to the list is written."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from ..safe_text import one_line, says_something, without_unsafe_characters
from .messages import rewrite
from .models import ListMessage


class ListMessageForm(WagtailAdminModelForm):
    """Subject and text. What is there already is changed only while it may be."""

    def clean_subject(self) -> str:
        subject = one_line(self.cleaned_data["subject"])
        if not says_something(subject):
            raise forms.ValidationError(_("Write a subject with at least one letter or number."))
        return subject

    def clean_text(self) -> str:
        return without_unsafe_characters(self.cleaned_data["text"]).strip()

    def save(self, commit: bool = True) -> ListMessage:
        """Raises `NotAsSeen` when it was sent while it was being changed."""
        if self.instance.pk is None:
            self.instance.written_by = self.for_user
            self.instance.changed_at = timezone.now()
            return super().save(commit)
        said: dict[str, Any] = {name: self.cleaned_data[name] for name in ("subject", "text")}
        rewrite(self.instance, **said)
        return self.instance
