"""Which address, and typing it again before everything goes."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..email_addresses import normal_form

LONGEST = 254
NOT_ONE = _("Write one e-mail address, such as ada@example.org.")


class AddressForm(forms.Form):
    """The address to look for."""

    address = forms.EmailField(
        label=_("E-mail address"),
        max_length=LONGEST,
        help_text=_("Capital letters make no difference."),
        error_messages={
            "required": NOT_ONE,
            "invalid": NOT_ONE,
            "max_length": _("This is too long for an e-mail address."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""


class EraseForm(forms.Form):
    """The same address once more, and what of other people's work goes with it."""

    address = forms.EmailField(max_length=LONGEST, widget=forms.HiddenInput)
    again = forms.CharField(
        label=_("Type the e-mail address again"),
        max_length=LONGEST,
        error_messages={
            "required": _("Type the e-mail address again. Nothing was erased."),
            "max_length": _("This is too long for an e-mail address. Nothing was erased."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    accounts = forms.BooleanField(
        label=_("Take the address off these accounts"), required=False, initial=True
    )
    files = forms.BooleanField(label=_("Delete these files"), required=False, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""

    def clean_again(self) -> str:
        again = self.cleaned_data["again"]
        if normal_form(again) != normal_form(self.cleaned_data.get("address", "")):
            raise ValidationError(_("This is not the address you looked for. Nothing was erased."))
        return again
