"""What a contributor would like to be different, beside the part of the page it is about."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ..public_forms.fields import WordsField
from ..safe_text import says_something, without_unsafe_characters
from .content import PARTS, label_of

LONGEST_WISH = 2000
ANYTHING = "anything"


class WishesForm(forms.Form):
    """A box for each part, and one for anything else; at least one is filled in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in PARTS:
            self.fields[name] = self._box(label_of(name))
        self.fields[ANYTHING] = self._box(_("Anything else"))

    def _box(self, label: str) -> WordsField:
        return WordsField(
            label=label,
            required=False,
            max_length=LONGEST_WISH,
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not self.wishes():
            self.add_error(ANYTHING, _("Write what should be different, beside one of the parts."))
        return cleaned

    def wishes(self) -> dict[str, str]:
        """What was asked for, by the part."""
        texts = ((n, without_unsafe_characters(t).strip()) for n, t in self.cleaned_data.items())
        return {name: text for name, text in texts if says_something(text)}
