"""The public form for people who would like to come."""

import secrets
from typing import Any

from django import forms
from django.core import signing
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from ..safe_text import one_line, says_something, without_unsafe_characters

KEY_SALT = "coprod_pages.working_group.join"
# A person needs longer than this to fill in the form; a program seldom waits.
SHORTEST_TIME = 3  # seconds
LONGEST_TIME = 24 * 60 * 60  # seconds


def new_form_key() -> str:
    """A signed key with the time it was made; it makes a double click store once."""
    return signing.TimestampSigner(salt=KEY_SALT).sign(secrets.token_urlsafe(32)[:43])


class JoinForm(forms.Form):
    """Name and address, and what the person would like to say."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        error_messages={"required": _("Write your name.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.CharField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("We use it only to answer you and to tell you about meetings."),
        error_messages={"required": _("Write your e-mail address.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )
    organisation = forms.CharField(
        label=_("Your organisation, if you speak for one"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    message = forms.CharField(
        label=_("Anything you would like us to know"),
        max_length=1000,
        required=False,
        help_text=_("For example, what you need to be able to take part."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    # Left empty by people, who never see it. Programs fill in every field they find.
    website = forms.CharField(required=False, label=_("Leave this empty"))
    form_key = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["form_key"].initial = new_form_key
        self.looks_automatic = False

    def clean_name(self) -> str:
        name = one_line(self.cleaned_data["name"])
        if not says_something(name):
            raise forms.ValidationError(_("Write your name."))
        return name

    def clean_email(self) -> str:
        email = one_line(self.cleaned_data["email"])
        try:
            validate_email(email)
        except forms.ValidationError:
            raise forms.ValidationError(
                _("Write an e-mail address like name@example.org.")
            ) from None
        return email

    def clean_organisation(self) -> str:
        return one_line(self.cleaned_data["organisation"])

    def clean_message(self) -> str:
        return without_unsafe_characters(self.cleaned_data["message"]).strip()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.looks_automatic = bool(cleaned.get("website"))
        signer = signing.TimestampSigner(salt=KEY_SALT)
        try:
            cleaned["form_key"] = signer.unsign(cleaned.get("form_key", ""), max_age=LONGEST_TIME)
        except signing.BadSignature:
            # Old or made up. What was typed stays; a new key makes the next try work.
            self.data = self.data.copy()
            self.data["form_key"] = new_form_key()
            raise forms.ValidationError(
                _("This page was open for a long time. Please press Send again.")
            ) from None
        try:
            signer.unsign(self.data.get("form_key", ""), max_age=SHORTEST_TIME)
        except signing.SignatureExpired:
            pass
        else:
            self.looks_automatic = True
        return cleaned
