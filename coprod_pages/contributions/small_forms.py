"""The short forms beside the questions: a file, an address, an answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..public_forms.fields import WordsField
from ..public_forms.forms import clean_email, speak_plainly
from ..safe_text import one_line, says_something, without_unsafe_characters
from .models import LONGEST_ANSWER

# HEIC by its endings too: computers that do not know it offer it by those alone.
ACCEPTED = ",".join(
    [
        *("image/jpeg", "image/heic", "image/heif", "image/png", "image/webp"),
        *("application/pdf", ".heic", ".heif", ".docx", ".odt"),
    ]
)


class SmallForm(forms.Form):
    """A form that says what is wrong in plain words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        speak_plainly(self)


class FileForm(SmallForm):
    """One photograph or document, and what it shows."""

    file = forms.FileField(
        label=_("A photograph or a document"),
        help_text=_(
            "Photographs as JPEG, HEIC (iPhone), PNG or WebP; documents as PDF, DOCX or ODT. At "
            "most 10 MB each, eight in all. We take out where and when a photograph was taken."
        ),
        # Telephones and computers then offer what we take.
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        max_length=150,
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("This file is empty. Choose another one."),
            "max_length": _("The name of this file is too long. Give it a shorter one."),
        },
    )
    description = WordsField(
        label=_("What does it show?"),
        help_text=_("For people who cannot see it. One sentence is enough."),
        required=False,
        max_length=300,
    )

    credit = WordsField(
        label=_("Who took the photograph?"),
        help_text=_("Only if their name is to be shown beside it."),
        required=False,
        max_length=100,
    )

    def clean_description(self) -> str:
        return one_line(self.cleaned_data["description"])

    def clean_credit(self) -> str:
        return one_line(self.cleaned_data["credit"])


class AddressForm(SmallForm):
    """An address to send a link to."""

    email = forms.CharField(
        label=_("Your e-mail address"),
        max_length=254,
        error_messages={"required": _("Write your e-mail address.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )

    def clean_email(self) -> str:
        return clean_email(self.cleaned_data["email"])


class AnswerForm(SmallForm):
    """The answer to a question of the desk."""

    answer = WordsField(
        label=_("Your answer"),
        max_length=LONGEST_ANSWER,
        error_messages={"required": _("Write your answer.")},
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def clean_answer(self) -> str:
        text = without_unsafe_characters(self.cleaned_data["answer"]).strip()
        if not says_something(text):
            raise forms.ValidationError(self.fields["answer"].error_messages["required"])
        return text
