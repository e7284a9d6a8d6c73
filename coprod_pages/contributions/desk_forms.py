"""The forms of the desk: one for each thing that can be done with a contribution."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..public_forms.fields import WordsField
from ..safe_text import one_line, says_something, without_unsafe_characters
from .models import Contribution
from .small_forms import AnswerForm
from .standing import colleagues, on_the_desk_of

LONGEST_MESSAGE = 2000


class ActionForm(forms.Form):
    """Something to do. It knows the contribution and whoever does it."""

    def __init__(self, *args: Any, contribution: Contribution, user: Any, **kwargs: Any) -> None:
        self.contribution, self.user = contribution, user
        super().__init__(*args, **kwargs)


class NothingToFillIn(ActionForm):
    """A button alone."""


class MessageForm(ActionForm):
    """Words for the contributor."""

    text = WordsField(max_length=LONGEST_MESSAGE, widget=forms.Textarea(attrs={"rows": 5}))

    def clean_text(self) -> str:
        text = without_unsafe_characters(self.cleaned_data["text"]).strip()
        if not says_something(text):
            raise forms.ValidationError(self.fields["text"].error_messages["required"])
        return text


class AskForm(MessageForm):
    """A question."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["text"]
        field.label = _("Your question")
        field.error_messages["required"] = _("Write what you would like to know.")
        field.help_text = (
            _("They get it by mail with a link. What they answer comes up here.")
            if self.contribution.email
            else _("We have no e-mail address: ring or write, and put down the answer here.")
        )


class DeclineForm(MessageForm):
    """A reason."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["text"]
        field.label = _("Why, in kind words")
        field.error_messages["required"] = _("Write why: they took the trouble to write to us.")
        field.help_text = (
            _("They get exactly these words by mail, with our thanks.")
            if self.contribution.email
            else _("We have no e-mail address: tell them in person.")
        )


class NoteAnswerForm(AnswerForm):
    """An answer that did not come by the link."""

    question = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**62)

    def __init__(self, *args: Any, contribution: Contribution, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = contribution.questions.filter(answered_at=None)
        first = self.asked.first()
        self.fields["question"].initial = first.pk if first else None
        self.fields["answer"].label = _("What they answered by telephone or post")
        # The oldest comes first; the next one when this is answered.
        self.fields["answer"].help_text = first.text if first else ""

    def clean_question(self) -> Any:
        question = self.asked.filter(pk=self.cleaned_data["question"]).first()
        if question is None:
            raise forms.ValidationError(_("This question is answered already."))
        return question


class DuplicateForm(ActionForm):
    """Which other one tells of the same."""

    reference = forms.CharField(
        label=_("Reference of the other one"),
        help_text=_("Eight letters and digits, as in the list."),
        max_length=20,
        error_messages={"required": _("Write the reference of the other one.")},
    )

    def clean_reference(self) -> Contribution:
        reference = one_line(self.cleaned_data["reference"]).upper()
        other = on_the_desk_of(self.user).filter(reference=reference).first()
        if other is None:
            raise forms.ValidationError(_("There is none with this reference on the desk."))
        return other


class PersonField(forms.ModelChoiceField):
    """People by their names."""

    def label_from_instance(self, obj: Any) -> str:
        return obj.get_full_name() or obj.get_username()


class HandForm(ActionForm):
    """Whom it goes to."""

    colleague = PersonField(
        label=_("Colleague"),
        queryset=None,
        error_messages={"required": _("Choose a colleague.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["colleague"].queryset = colleagues()
