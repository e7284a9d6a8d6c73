"""The public form for people who would like to come."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..public_forms.fields import WordsField
from ..public_forms.forms import PublicForm, clean_email
from ..safe_text import one_line, says_something, without_unsafe_characters


class JoinForm(PublicForm):
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
    message = WordsField(
        label=_("Anything you would like us to know"),
        max_length=1000,
        required=False,
        help_text=_("For example, what you need to be able to take part."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_name(self) -> str:
        name = one_line(self.cleaned_data["name"])
        if not says_something(name):
            raise forms.ValidationError(_("Write your name."))
        return name

    def clean_email(self) -> str:
        return clean_email(self.cleaned_data["email"])

    def clean_organisation(self) -> str:
        return one_line(self.cleaned_data["organisation"])

    def clean_message(self) -> str:
        return without_unsafe_characters(self.cleaned_data["message"]).strip()
