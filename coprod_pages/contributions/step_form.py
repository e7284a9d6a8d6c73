"""A page of questions. What is typed is kept, whatever else is wrong on the page."""

from typing import Any

from django import forms
from django.utils import timezone

from ..public_forms.fields import WordsField
from ..public_forms.forms import speak_plainly
from ..safe_text import one_line, says_something, without_unsafe_characters
from .models import LONGEST_ANSWER, Contribution


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
    # Questions for those who have more to say: they stand folded, below the others.
    folded: frozenset[str] = frozenset()
    more_heading: Any = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        speak_plainly(self)

    @classmethod
    def answers_of(cls, contribution: Contribution) -> dict[str, Any]:
        """What has been answered so far."""
        names = (name for name in cls.base_fields if hasattr(contribution, name))
        return {name: getattr(contribution, name) for name in names}

    def asked(self) -> list[forms.BoundField]:
        """The questions that everybody is asked."""
        hidden = self.folded | {"website"}
        return [field for field in self.visible_fields() if field.name not in hidden]

    def more(self) -> list[forms.BoundField]:
        """The questions that may be passed over with one look."""
        return [field for field in self.visible_fields() if field.name in self.folded]

    def more_is_open(self) -> bool:
        """Whether something stands there: nobody has to look for what they wrote."""
        return any(field.errors or field.value() for field in self.more())

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
