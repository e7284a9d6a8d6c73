"""The public forms to come to a meeting, and to change one's mind."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ...public_forms.fields import WordsField
from ...public_forms.forms import PublicForm, clean_email, speak_plainly
from ...safe_text import one_line, says_something, without_unsafe_characters
from ..choices import Attendance
from ..models import MeetingPage
from .models import LONGEST_NEEDS
from .places import room_for, ways_of

HOW_REQUIRED = _("Say how you would like to take part.")


class ComingForm(forms.Form):
    """How somebody comes, and what they need to take part."""

    attendance = forms.ChoiceField(
        label=_("How would you like to take part?"),
        widget=forms.RadioSelect,
        error_messages={"required": HOW_REQUIRED, "invalid_choice": HOW_REQUIRED},
    )
    access_needs = WordsField(
        label=_("What do you need to take part?"),
        max_length=LONGEST_NEEDS,
        required=False,
        help_text=_(
            "For example step-free access, a BSL interpreter, large print, somebody to meet you. "
            "Only the secretary reads this. It is erased 14 days after the meeting."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(
        self, meeting: MeetingPage, *args: Any, has_place: str = "", **kwargs: Any
    ) -> None:
        """`has_place` is the way in which whoever sees the form has a place already."""
        super().__init__(*args, **kwargs)
        speak_plainly(self)
        ways = ways_of(meeting)
        self.has_choice = len(ways) > 1
        field = self.fields["attendance"]
        field.choices = [
            (way.value, way.label if way == has_place else _in_words(meeting, way)) for way in ways
        ]
        if not self.has_choice:
            field.widget = forms.HiddenInput()
            field.required = False

    def clean_attendance(self) -> str:
        # One who has no choice need not make one.
        only = self.fields["attendance"].choices[0][0]
        return self.cleaned_data["attendance"] or only

    def clean_access_needs(self) -> str:
        text = without_unsafe_characters(self.cleaned_data["access_needs"]).strip()
        return text if says_something(text) else ""


class ChangeForm(ComingForm):
    """To change one's mind: also to take back what one had said to need."""

    forget_needs = forms.BooleanField(label=_("Erase what I told you I need"), required=False)


class AttendForm(ComingForm, PublicForm):
    """Name, address, how, and what one needs."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        error_messages={"required": _("Write your name.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.CharField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("We send you the details there, and tell you when something changes."),
        error_messages={"required": _("Write your e-mail address.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )

    tell_me = forms.BooleanField(
        label=_("Tell me about future meetings too, by e-mail"), required=False
    )

    field_order = ["name", "email", "attendance", "access_needs", "tell_me"]

    def clean_name(self) -> str:
        name = one_line(self.cleaned_data["name"])
        if not says_something(name):
            raise forms.ValidationError(_("Write your name."))
        return name

    def clean_email(self) -> str:
        return clean_email(self.cleaned_data["email"])


def _in_words(meeting: MeetingPage, way: Attendance) -> str:
    room = room_for(meeting, way)
    if room.is_full:
        return _("%(way)s (full)") % {"way": way.label}
    return str(way.label)
