"""The short forms of the list of people who are quoted."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..public_forms.forms import clean_email
from ..safe_text import one_line, says_something


class AddressForm(forms.Form):
    """Where the link is sent."""

    email = forms.CharField(
        label=_("E-mail address"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        return clean_email(email) if email else ""


class NameForm(AddressForm):
    """Who is quoted, and how they can be asked."""

    name = forms.CharField(
        label=_("Name"), max_length=120, help_text=_("As it stands in the text.")
    )
    field_order = ["name", "email"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].help_text = _(
            "We use it for this alone. Leave it empty if they have none: then ring or visit them, "
            "and a reviewer records their yes here."
        )

    def clean_name(self) -> str:
        name = one_line(self.cleaned_data["name"])
        if not says_something(name):
            raise forms.ValidationError(_("Write their name."))
        return name
