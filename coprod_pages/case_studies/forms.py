"""The editor's form of a case study: drafts are free, submitting is checked as a whole."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import CopyForm

from ..page_tree import TreeSafePageForm
from ..roles.organisations import organisations_of, works_for_every_organisation
from .requirements import REQUIREMENTS, in_one_sentence, missing


class CaseStudyCopyForm(CopyForm):
    """Copying makes a draft: a copy that is public at once would go round the review."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.user.is_superuser:
            self.fields.pop("publish_copies", None)
            self.fields.pop("alias", None)


class CaseStudyPageForm(TreeSafePageForm):
    """Lists all that is missing at once, and keeps a case study with its organisation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organisation = self.fields.get("looked_after_by")
        if organisation is None or self.for_user is None:
            return
        if not works_for_every_organisation(self.for_user):
            # A CVS editor can neither take another's case study nor give one away.
            organisation.queryset = organisations_of(self.for_user)
        if self.instance.pk is None and self.instance.looked_after_by_id is None:
            self.initial["looked_after_by"] = organisations_of(self.for_user).first()

    def is_valid(self) -> bool:
        valid = super().is_valid()
        if self.is_deferred_validation or not self.is_bound:
            return valid
        lacking = missing(self._answers())
        for requirement in lacking:
            field = requirement.field if requirement.field in self.fields else None
            if field and field not in self.errors:
                self.add_error(field, _("Needed before this can be published."))
        if lacking:
            self.add_error(None, in_one_sentence(lacking))
        return valid and not lacking

    def save(self, commit: bool = True) -> Any:
        if self.instance.looked_after_by_id is None and self.for_user is not None:
            self.instance.looked_after_by = organisations_of(self.for_user).first()
        return super().save(commit=commit)

    def _answers(self) -> dict[str, Any]:
        cleaned = getattr(self, "cleaned_data", {})
        answers = {
            requirement.field: cleaned.get(requirement.field) for requirement in REQUIREMENTS
        }
        answers["boroughs"] = cleaned.get("boroughs")
        answers["stage_rows"] = [
            form
            for form in self.formsets["stage_rows"].forms
            if form.is_valid()
            and form.cleaned_data.get("stage")
            and not form.cleaned_data.get("DELETE")
        ]
        return answers
