"""The form of a continuum with its stages: what may not be deleted, and addresses of new ones."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import BaseModelFormSet, ModelForm
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from .keeping import free_address
from .models import ContinuumStage
from .uses import refusal, uses_of


class ContinuumForm(WagtailAdminModelForm):
    """A continuum and its stages, saved together."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "stages" in self.formsets:
            formset = self.formsets["stages"]
            self._keep_what_is_used(formset)
            self._refuse_equal_names(formset)
            self._give_addresses(formset)
        return cleaned

    def _staying(self, formset: BaseModelFormSet) -> Iterator[ModelForm]:
        for form in formset.forms:
            has_number = form.instance.pk is not None
            if not formset._should_delete_form(form) and (has_number or form.has_changed()):
                yield form

    def _keep_what_is_used(self, formset: BaseModelFormSet) -> None:
        """Refuse to delete stages that case studies name, and say which; they stay in the form."""
        leaving = {
            form.instance.pk: form
            for form in formset.forms
            if form.errors is not None and formset._should_delete_form(form) and form.instance.pk
        }
        used = uses_of(list(leaving))
        if not used:
            return
        self.data = formset.data = self.data.copy()
        for stage_id, uses in used.items():
            form = leaving[stage_id]
            self.data[form.add_prefix(DELETION_FIELD_NAME)] = ""
            self.add_error(NON_FIELD_ERRORS, refusal(form.instance.name, uses))
        for form in formset.forms:
            form.data = self.data

    def _refuse_equal_names(self, formset: BaseModelFormSet) -> None:
        seen: set[str] = set()
        for form in self._staying(formset):
            name = form.cleaned_data.get("name", "").casefold()
            if name and name in seen:
                form.add_error("name", _("Another stage of this line has the same name."))
            seen.add(name)

    def _give_addresses(self, formset: BaseModelFormSet) -> None:
        """Addresses for new stages, the same each time a draft of them is saved."""
        forms = list(self._staying(formset))
        known = {form.instance.pk for form in forms if form.instance.pk}
        # One that was published from another window meanwhile may be this one.
        taken = set(
            ContinuumStage.objects.exclude(
                pk__in=ContinuumStage.objects.filter(continuum=self.instance.pk).exclude(
                    pk__in=known
                )
            ).values_list("slug", flat=True)
        )
        for form in forms:
            if form.instance.pk is None:
                words = form.cleaned_data.get("short_label") or form.cleaned_data.get("name", "")
                form.instance.slug = free_address(words, taken)
            taken.add(form.instance.slug)
