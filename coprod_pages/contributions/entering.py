"""An example that came by telephone or post, written down by a colleague."""

from typing import Any

from django import forms
from django.core import signing
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from ..public_forms.keys import new_form_key, new_reference, read_form_key
from . import intake, log_entries
from .choices import Naming, PeopleInStory, SentBy
from .forms import ExampleForm, HonestForm, PeopleForm, TogetherForm, WhereForm, YouForm
from .models import Contribution
from .standing import may_triage

CAME = [(value, label) for value, label in SentBy.choices if value != SentBy.FORM]
CONSENT_GIVEN = [
    ("said", _("They said so, and I read each one out")),
    ("written", _("They wrote so; the letter or mail is on file")),
]
# What cannot be left for later. The rest may be asked on another day.
NEEDED = ["title", "summary", "name", "people", "naming", "consents", "sent_by", "consent_given"]
LABELS = {
    "title": _("What is the example called?"),
    "summary": _("In short, what happened?"),
    "need": _("What was needed, and who said so?"),
    "story": _("What did they do together?"),
    "people": _("Could anybody recognise a person in it?"),
    "naming": _("How do they want people and organisations to be named?"),
    "name": _("Their name"),
    "email": _("Their e-mail address"),
    "phone": _("Their telephone number"),
    "consents": _("What do they agree to?"),
}
MISSING = {
    "title": _("Write what it is called."),
    "name": _("Write their name."),
    "naming": _("Choose how they want to be named."),
}
OPEN_TOO_LONG = _("This page was open for a long time. Please press the button again.")
HINTS = {
    "email": _("An address or a number is needed, so that we can ask what they say to the text."),
    "phone": "",
    "story": _("From the beginning to the end, in their own words."),
    "people": "",
    "consents": _("Only what they have said yes to, each one by itself. It lasts for two years."),
}


class EnterForm(ExampleForm, WhereForm, TogetherForm, HonestForm, PeopleForm, YouForm):
    """The questions of the public form on one page, asked of somebody who does not use it."""

    slug = ""
    heading = _("An example, for somebody")

    sent_by = forms.ChoiceField(
        label=_("How did it come?"),
        choices=CAME,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it came.")},
    )
    consent_given = forms.ChoiceField(
        label=_("How did they agree?"),
        choices=CONSENT_GIVEN,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how they agreed.")},
    )
    form_key = forms.CharField(widget=forms.HiddenInput)

    # As one would ask on the telephone: who it is, what happened, and what they agree to.
    field_order = [
        *("sent_by", "name", "email", "phone"),
        *("title", "summary", "organisation", "reach", "boroughs"),
        *("need", "story", "worked", "did_not_work", "what_changed"),
        *("people", "naming", "naming_wishes", "consents", "consent_given"),
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.required = name in NEEDED or name == "form_key"
            field.label = LABELS.get(name, field.label)
            if name in MISSING:
                field.error_messages["required"] = MISSING[name]
            field.help_text = HINTS.get(name, field.help_text)
        # Their questions are other ones here, so the answers are in full.
        self.fields["people"].choices = PeopleInStory.choices
        self.fields["naming"].choices = Naming.choices
        self.fields["form_key"].initial = new_form_key

    def clean_email(self) -> str:
        return super().clean_email() if self.cleaned_data["email"].strip() else ""

    def clean_form_key(self) -> str:
        try:
            key, _was_quick = read_form_key(self.cleaned_data["form_key"])
        except signing.BadSignature:
            # What was typed stays; a new key makes the next try work.
            self.data = self.data.copy()
            self.data["form_key"] = new_form_key()
            raise forms.ValidationError(OPEN_TOO_LONG) from None
        return key

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "email" not in self.errors and not (cleaned.get("email") or cleaned.get("phone")):
            self.add_error("email", _("Write an e-mail address or a telephone number."))
        return cleaned


@transaction.atomic
def enter(form: EnterForm, user: Any) -> Contribution:
    """Put it on the desk; the same form sent twice is one. No mail is sent.

    Whoever does not sort what comes in keeps what they have entered.
    """
    contribution, made = Contribution.objects.get_or_create(
        form_key=form.cleaned_data["form_key"], defaults={"reference": new_reference()}
    )
    if not made:
        return contribution
    given = dict(CONSENT_GIVEN)[form.cleaned_data["consent_given"]]
    form.store(contribution)
    contribution.owner = None if may_triage(user) else user
    intake.enter_for_somebody(contribution, user, form.cleaned_data["sent_by"])
    log(
        instance=contribution,
        action=log_entries.ENTERED,
        user=user,
        data={"how": str(contribution.get_sent_by_display()), "consent": str(given)},
    )
    return contribution
