"""A question that is answered in words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

TOO_LONG = _(
    "This is too long: it has %(show_value)s characters, and %(limit_value)s fit. "
    "Please shorten it."
)


class WordsField(forms.CharField):
    """What is too long comes back whole, with how much too long it is.

    Told the limit, a browser cuts what is pasted and says nothing, and the end of it is lost.
    """

    default_error_messages = {"max_length": TOO_LONG}

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        attributes = super().widget_attrs(widget)
        attributes.pop("maxlength", None)
        return attributes
