"""What a form that anybody may send needs against programs, without a puzzle for people."""

from typing import Any

from django import forms
from django.core import signing
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from ..safe_text import one_line
from .fields import TOO_LONG
from .keys import new_form_key, read_form_key

OPEN_TOO_LONG = _("This page was open for a long time. Please press Send again.")
# What Django says of any field is not for people who came to send something.
PLAIN_WORDS = {
    "max_length": TOO_LONG,
    "null_characters_not_allowed": _(
        "There is a sign in this that nobody can read. Type it again."
    ),
}


def speak_plainly(form: forms.Form) -> None:
    """Let the fields of `form` say what is wrong in plain words, where they say nothing better."""
    for field in form.fields.values():
        field.error_messages = {**PLAIN_WORDS, **field.error_messages}


class PublicForm(forms.Form):
    """A key that makes a double click store once, and a field that only programs fill in.

    What looks automatic is not refused: `looks_automatic` says so, and a person decides.
    """

    # Left empty by people, who never see it. Programs fill in every field they find.
    website = forms.CharField(required=False, label=_("Leave this empty"))
    form_key = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        speak_plainly(self)
        self.fields["form_key"].initial = new_form_key
        self.looks_automatic = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        try:
            key, was_quick = read_form_key(cleaned.get("form_key", ""))
        except signing.BadSignature:
            # Old or made up. What was typed stays; a new key makes the next try work.
            self.data = self.data.copy()
            self.data["form_key"] = new_form_key()
            raise forms.ValidationError(OPEN_TOO_LONG) from None
        cleaned["form_key"] = key
        self.looks_automatic = bool(cleaned.get("website")) or was_quick
        return cleaned


def clean_email(text: str) -> str:
    """A safe e-mail address. Raises `ValidationError` for what is none."""
    email = one_line(text)
    try:
        validate_email(email)
    except forms.ValidationError:
        raise forms.ValidationError(_("Write an e-mail address like name@example.org.")) from None
    return email
