"""The questions, a few to a page. What is typed is kept, whatever else is wrong on the page."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..case_studies.choices import Reach
from ..public_forms.forms import PublicForm, clean_email
from ..safe_text import one_line, says_something, without_unsafe_characters
from ..taxonomy.models import Borough
from .choices import Naming, PeopleInStory, Use
from .consents import agree_to
from .models import LONGEST_ANSWER, Contribution

WHERE = [
    (Reach.BOROUGHS, _("In one or more London boroughs")),
    (Reach.LONDON_WIDE, _("Across London")),
    (Reach.BEYOND_LONDON, _("Somewhere else")),
]


def text(label: Any, hint: Any, missing: Any, rows: int = 6, required: bool = True) -> Any:
    """A question that is answered in sentences."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=required,
        max_length=LONGEST_ANSWER,
        strip=True,
        error_messages={"required": missing},
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def line(label: Any, hint: Any, missing: Any, length: int, **attributes: str) -> Any:
    """A question that is answered in a few words."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=bool(missing),
        max_length=length,
        error_messages={"required": missing} if missing else {},
        widget=forms.TextInput(attrs=attributes),
    )


class StepForm(forms.Form):
    """One page of questions. `slug` is its address, `heading` what stands above it."""

    slug = ""
    heading: Any = ""

    @classmethod
    def answers_of(cls, contribution: Contribution) -> dict[str, Any]:
        """What has been answered so far."""
        return {name: getattr(contribution, name) for name in cls.base_fields}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name, value in list(cleaned.items()):
            field = self.fields[name]
            if not isinstance(field, forms.CharField):
                continue
            is_text = isinstance(field.widget, forms.Textarea)
            cleaned[name] = (without_unsafe_characters if is_text else one_line)(value).strip()
            if field.required and not says_something(cleaned[name]):
                self.add_error(name, field.error_messages["required"])
        return cleaned

    def store(self, contribution: Contribution) -> None:
        """Put every answer that can be kept into `contribution`, and save it."""
        for name in self.base_fields:
            if name in self.cleaned_data:
                setattr(contribution, name, self.cleaned_data[name])
        contribution.changed_at = timezone.now()
        contribution.save()


class ExampleForm(StepForm):
    """What it is."""

    slug = "example"
    heading = _("Your example")

    title = line(
        _("What is your example called?"),
        _("A few words, for example: A lunch club that residents run."),
        _("Write what it is called."),
        length=120,
    )
    summary = text(
        _("In short, what happened?"),
        _("Two or three sentences are enough. It can be big or small, finished or given up."),
        _("Write in a sentence or two what happened."),
        rows=4,
    )


class StartForm(ExampleForm, PublicForm):
    """The first page of questions, before anything is kept."""


class WhereForm(StepForm):
    """Where it was and who led it."""

    slug = "where"
    heading = _("Where, and who")

    organisation = line(
        _("Who led it, and who else took part?"),
        _("Names of organisations and groups, not of single people."),
        _("Write which organisation or group led it."),
        length=500,
    )
    reach = forms.ChoiceField(
        label=_("Where did it happen?"),
        choices=WHERE,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose where it happened.")},
    )
    boroughs = forms.ModelMultipleChoiceField(
        label=_("Which boroughs?"),
        help_text=_("Only if it was in London boroughs."),
        queryset=Borough.objects.order_by("name"),
        to_field_name="slug",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    @classmethod
    def answers_of(cls, contribution: Contribution) -> dict[str, Any]:
        slugs = list(contribution.boroughs.values_list("slug", flat=True))
        return {
            "reach": contribution.reach,
            "organisation": contribution.organisation,
            "boroughs": slugs,
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("reach") == Reach.BOROUGHS and not cleaned.get("boroughs"):
            self.add_error("boroughs", _("Choose at least one borough."))
        return cleaned

    def store(self, contribution: Contribution) -> None:
        boroughs = self.cleaned_data.pop("boroughs", None)
        super().store(contribution)
        if boroughs is not None:
            contribution.boroughs.set(boroughs)


class TogetherForm(StepForm):
    """The need, and what was done."""

    slug = "together"
    heading = _("What you did together")

    need = text(
        _("What was needed, and who said so?"),
        _("What was wrong or missing? Who agreed that it was, and how did you find out?"),
        _("Write what was needed."),
    )
    story = text(
        _("What did you do together?"),
        _("Tell it from the beginning to the end, in your own words."),
        _("Write what you did together."),
        rows=10,
    )


class HonestForm(StepForm):
    """How it went, good and bad."""

    slug = "honest"
    heading = _("How it went")

    worked = text(
        _("What worked?"),
        _("What went well, and why do you think it did?"),
        _("Write what worked. If nothing did, say so."),
    )
    did_not_work = text(
        _("What did not work, or was hard?"),
        _(
            "This helps others most: what money, time or the law did not allow, where people "
            "disagreed. If there is nothing, write “Nothing to report”."
        ),
        _("Write what was hard, or “Nothing to report”."),
    )
    what_changed = text(
        _("What has changed, and how do you know?"),
        _("People’s own words count as much as numbers."),
        "",
        rows=4,
        required=False,
    )


class PeopleForm(StepForm):
    """Who is in the story, and how they are to be named."""

    slug = "people"
    heading = _("The people in it")

    people = forms.ChoiceField(
        label=_("Could anybody recognise a person in what you wrote or in your pictures?"),
        choices=PeopleInStory.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the answers.")},
    )
    naming = forms.ChoiceField(
        label=_("How should we name people and organisations?"),
        choices=Naming.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how we should name them.")},
    )
    naming_wishes = forms.CharField(
        label=_("Is there anything we should know about this?"),
        help_text=_("For example, a first name only, or a name that must not appear."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class YouForm(StepForm):
    """Who sends it, and what they agree to."""

    slug = "you"
    heading = _("You, and what you agree to")

    name = line(_("Your name"), "", _("Write your name."), length=120, autocomplete="name")
    email = forms.CharField(
        label=_("Your e-mail address"),
        help_text=_(
            "We send you a link to confirm it, and later the exact text to say yes or no to. "
            "It is never published."
        ),
        max_length=254,
        error_messages={"required": _("Write your e-mail address.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )
    phone = line(
        _("Your telephone number"),
        _("If you would like us to ring you rather than write."),
        "",
        length=40,
        autocomplete="tel",
        inputmode="tel",
    )
    consents = forms.MultipleChoiceField(
        label=_("What may we do with your example?"),
        help_text=_(
            "Tick each one that you agree to. Nothing is published before you have seen the exact "
            "text. Your yes lasts for two years, and you can take it back at any time."
        ),
        choices=Use.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _(
                "Tick at least “Publish it on this website”: without it we cannot use it."
            )
        },
    )

    @classmethod
    def answers_of(cls, contribution: Contribution) -> dict[str, Any]:
        names = ("name", "email", "phone")
        given = {name: getattr(contribution, name) for name in names}
        return {**given, "consents": list(contribution.consents.values_list("use", flat=True))}

    def clean_email(self) -> str:
        return clean_email(self.cleaned_data["email"])

    def clean_consents(self) -> list[str]:
        consents = self.cleaned_data["consents"]
        if Use.WEBSITE not in consents:
            raise forms.ValidationError(self.fields["consents"].error_messages["required"])
        return consents

    def store(self, contribution: Contribution) -> None:
        uses = self.cleaned_data.pop("consents", None)
        super().store(contribution)
        if uses is not None:
            agree_to(contribution, uses)


# The pages of questions, in their order. Files come after the people in the story, and have a
# page of their own.
STEPS: list[type[StepForm]] = [
    ExampleForm,
    WhereForm,
    TogetherForm,
    HonestForm,
    PeopleForm,
    YouForm,
]
