"""What is written down when a yes came by telephone or on paper."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .models import ContributorAgreement

How = ContributorAgreement.How


class RecordedYesForm(forms.Form):
    """How the yes was given, and where that can be looked up."""

    how = forms.ChoiceField(
        label=_("How did they say yes?"),
        choices=[choice for choice in How.choices if choice[0] != How.LINK],
    )
    note = forms.CharField(
        label=_("Note"),
        max_length=300,
        error_messages={"required": _("Write when and to whom, or where the paper is.")},
        help_text=_(
            "When and to whom, or where the paper is. No name, address or number of the person."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""
