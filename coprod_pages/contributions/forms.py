"""The questions, in groups that belong together."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..case_studies.choices import Reach
from ..public_forms.fields import WordsField
from ..public_forms.forms import clean_email
from ..taxonomy.models import Borough
from .choices import Naming, PeopleInStory, Use
from .consents import agree_to
from .models import Contribution
from .step_form import StepForm, line, text

WHERE = [
    (Reach.BOROUGHS, _("London boroughs")),
    (Reach.LONDON_WIDE, _("Across London")),
    (Reach.BEYOND_LONDON, _("Somewhere else")),
]
# The closed answers as they are read on a telephone: short, and in words that need no explaining.
SHORTER = {
    Use.EDITION: _("Print it in our book of examples"),
    Use.NEWS: _("Share it in news and social media"),
    Use.PHOTOGRAPHS: _("Show my photographs"),
    Use.QUOTATION: _("Quote my words"),
    PeopleInStory.NOBODY: _("No, nobody"),
    PeopleInStory.THEY_KNOW: _("Yes, and they know"),
    PeopleInStory.NOT_YET: _("Yes, but they do not know"),
    Naming.NAMED: _("Yes, all names"),
    Naming.ORGANISATION: _("Only organisations"),
    Naming.ANONYMISED: _("No names"),
}
USES, IN_STORY, NAMES = (
    [(said, SHORTER.get(said, said.label)) for said in answers]
    for answers in (Use, PeopleInStory, Naming)
)


class ExampleForm(StepForm):
    """What it is."""

    summary = text(
        _("In short, what happened?"),
        _("One or two sentences."),
        _("Write in a sentence or two what happened."),
    )
    title = line(
        _("Does it have a name?"),
        _("For example: A lunch club that residents run"),
        "",
        length=120,
        autocomplete="off",
        enterkeyhint="done",
    )


class WhereForm(StepForm):
    """Where it was and who led it."""

    organisation = line(
        _("Which organisation or group led it?"),
        "",
        _("Write which organisation or group led it."),
        length=500,
        autocomplete="organization",
        enterkeyhint="next",
    )
    reach = forms.ChoiceField(
        label=_("Where was it?"),
        choices=WHERE,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose where it was.")},
    )
    boroughs = forms.ModelMultipleChoiceField(
        label=_("Which boroughs?"),
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
        "",
        _("Write what was needed."),
    )
    story = text(
        _("What did you do together?"),
        "",
        "",
        rows=6,
        required=False,
    )


class HonestForm(StepForm):
    """How it went, good and bad."""

    worked = text(
        _("What worked?"),
        "",
        _("Write what worked. If nothing did, say so."),
    )
    did_not_work = text(
        _("What did not work, or was hard?"),
        _("This helps others most. If nothing was, write “Nothing to report”."),
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
        label=_("Could anybody recognise a person in it?"),
        choices=IN_STORY,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the answers.")},
    )
    naming = forms.ChoiceField(
        label=_("May we use names?"),
        choices=NAMES,
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

    name = line(
        _("Your name"),
        "",
        _("Write your name."),
        length=120,
        autocomplete="name",
        enterkeyhint="next",
    )
    email = forms.CharField(
        label=_("Your e-mail address"),
        help_text=_("We send you a link to confirm it."),
        max_length=254,
        error_messages={"required": _("Write your e-mail address.")},
        widget=forms.EmailInput(
            attrs={"autocomplete": "email", "enterkeyhint": "done", "spellcheck": "false"}
        ),
    )
    phone = line(
        _("Your telephone number"),
        _("If we should rather ring than write."),
        "",
        length=40,
        autocomplete="tel",
        inputmode="tel",
        enterkeyhint="done",
    )
    consents = forms.MultipleChoiceField(
        label=_("What may we do with it?"),
        help_text=_(
            "We show you the exact text first. A yes lasts two years, or until you take it back."
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
