"""The public form of the list."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..public_forms.forms import PublicForm, clean_email
from ..safe_text import one_line

PRESS_AGAIN = _(
    "Something filled in a field that people do not see. Please press the button again."
)


class ListForm(PublicForm):
    """An address, and a name if one likes."""

    email = forms.CharField(
        label=_("Your e-mail address"),
        max_length=254,
        error_messages={"required": _("Write your e-mail address.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )
    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def clean_email(self) -> str:
        return clean_email(self.cleaned_data["email"])

    def clean_name(self) -> str:
        return one_line(self.cleaned_data["name"])

    def clean_website(self) -> str:
        """Nobody looks through addresses that nobody has confirmed, so a program is stopped here.

        A person whose browser filled it in only presses again: it is shown empty. How quick the
        form came back says nothing, as browsers fill in an address by themselves.
        """
        if self.cleaned_data["website"]:
            raise forms.ValidationError(PRESS_AGAIN)
        return ""
