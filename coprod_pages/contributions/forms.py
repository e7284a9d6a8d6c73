"""The questions, a few to a page. What is typed is kept, whatever else is wrong on the page."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..case_studies.choices import Reach
from ..public_forms.fields import WordsField
from ..public_forms.forms import clean_email, speak_plainly
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
# What a word of ours means is said where somebody meets it first.
USES = [
    (use, _("Print it in an edition of the compendium, our book of examples"))
    if use == Use.EDITION
    else (use, use.label)
    for use in Use
]


def text(label: Any, hint: Any, missing: Any, rows: int = 4, required: bool = True) -> Any:
    """A question that is answered in sentences."""
    return WordsField(
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
    return WordsField(
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
    # Answers that stand in rows of their own; what is ticked is kept as it is.
    in_rows = frozenset({"boroughs", "consents"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        speak_plainly(self)

    @classmethod
    def answers_of(cls, contribution: Contribution) -> dict[str, Any]:
        """What has been answered so far."""
        names = (name for name in cls.base_fields if hasattr(contribution, name))
        return {name: getattr(contribution, name) for name in names}

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
        """Put every answer that can be kept into `contribution`, and save it.

        An answer that was emptied is kept as empty, though it cannot be sent so.
        """
        for name in self.base_fields:
            if name in self.cleaned_data:
                setattr(contribution, name, self.cleaned_data[name])
            elif name in self.data and name not in self.in_rows and not self._typed(name):
                setattr(contribution, name, "")
        contribution.changed_at = timezone.now()
        contribution.save()

    def loses_something(self) -> bool:
        """Whether something that was typed cannot be kept as it is."""
        return any(
            self._typed(name)
            for name in self.errors
            if name in self.base_fields and name not in self.in_rows
        )

    def _typed(self, name: str) -> str:
        return str(self.data.get(name) or "").strip()


class ExampleForm(StepForm):
    """What it is."""

    title = line(
        _("What is your example called?"),
        _("A few words, for example: A lunch club that residents run."),
        _("Write what it is called."),
        length=120,
    )
    summary = text(
        _("In short, what happened?"),
        _("One or two sentences. It can be big or small, finished or given up."),
        _("Write in a sentence or two what happened."),
    )


class WhereForm(StepForm):
    """Where it was and who led it."""

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
        return {**super().answers_of(contribution), "boroughs": slugs}

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

    need = text(
        _("What was needed, and who said so?"),
        _("What was wrong or missing, and how did you find out?"),
        _("Write what was needed."),
    )
    story = text(
        _("What did you do together?"),
        _("If there is more to tell than you wrote on the first page."),
        "",
        rows=6,
        required=False,
    )


class HonestForm(StepForm):
    """How it went, good and bad."""

    worked = text(
        _("What worked?"),
        _("What went well, and why do you think it did?"),
        _("Write what worked. If nothing did, say so."),
    )
    did_not_work = text(
        _("What did not work, or was hard?"),
        _(
            "This helps others most: money, time, the law, disagreement. If there is nothing, "
            "write “Nothing to report”."
        ),
        _("Write what was hard, or “Nothing to report”."),
    )
    what_changed = text(
        _("What has changed, and how do you know?"),
        _("People’s own words count as much as numbers."),
        "",
        required=False,
    )


class PeopleForm(StepForm):
    """Who is in the story, and how they are to be named."""

    people = forms.ChoiceField(
        label=_("Could anybody recognise a person in your example?"),
        help_text=_("In words, or in photographs: you can add those on the last page."),
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
    naming_wishes = WordsField(
        label=_("Anything we should know about names?"),
        help_text=_("For example, a first name only, or a name that must not appear."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class YouForm(StepForm):
    """Who sends it, and what they agree to."""

    name = line(_("Your name"), "", _("Write your name."), length=120, autocomplete="name")
    email = forms.CharField(
        label=_("Your e-mail address"),
        help_text=_(
            "For a link to confirm it, and for the exact text to say yes or no to. Never published."
        ),
        max_length=254,
        error_messages={"required": _("Write your e-mail address.")},
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )
    phone = line(
        _("Your telephone number"),
        _("If we should rather ring than write."),
        "",
        length=40,
        autocomplete="tel",
        inputmode="tel",
    )
    consents = forms.MultipleChoiceField(
        label=_("What may we do with your example?"),
        help_text=_(
            "Tick what you agree to. Nothing is published before you have seen the exact text. "
            "A yes lasts for two years, and you can take it back at any time."
        ),
        choices=USES,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _(
                "Tick at least “Publish it on this website”: without it we cannot use it."
            )
        },
    )

    @classmethod
    def answers_of(cls, contribution: Contribution) -> dict[str, Any]:
        uses = list(contribution.consents.values_list("use", flat=True))
        return {**super().answers_of(contribution), "consents": uses}

    def clean_email(self) -> str:
        return clean_email(self.cleaned_data["email"])

    def clean_consents(self) -> list[str]:
        consents = self.cleaned_data["consents"]
        if Use.WEBSITE not in consents:
            raise forms.ValidationError(self.fields["consents"].error_messages["required"])
        return consents

    def store(self, contribution: Contribution) -> None:
        self.cleaned_data.pop("consents", None)
        super().store(contribution)
        # What is ticked, also while the one that is needed is not among it.
        ticked = self.fields["consents"].widget.value_from_datadict(self.data, {}, "consents")
        agree_to(contribution, [use for use in ticked or [] if use in Use.values])
