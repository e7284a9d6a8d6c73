"""Template tags of what contributors see: their answers, and what became of them."""

from dataclasses import dataclass
from typing import Any

from django import forms, template
from django.utils.translation import gettext_lazy as _

from ..case_studies.models import CaseStudyPage
from ..contributions.choices import State
from ..contributions.models import Contribution
from ..contributions.reaching import places_of
from ..contributions.step_form import StepForm

register = template.Library()

STATES = {
    State.NEW: _("We have it. An editor reads it within two weeks."),
    State.QUESTION: _("We have asked you a question and wait for your answer."),
    State.IN_EDITING: _("An editor is writing a case study from it."),
    State.WAITING: _("The text is ready and waits for your yes."),
    State.PUBLISHED: _("It is published. Thank you."),
    State.DECLINED: _("It has not become a case study. We wrote to you why."),
    State.WITHDRAWN: _("You have withdrawn it. It is shown nowhere."),
}


@dataclass(frozen=True)
class Answer:
    """A question with what was answered, in words."""

    question: str
    said: str


@register.simple_tag
def answers(step: type[StepForm], contribution: Contribution) -> list[Answer]:
    """The questions of one page of the form with their answers."""
    given = step.answers_of(contribution)
    return [
        Answer(str(field.label), _in_words(field, given.get(name)))
        for name, field in step.base_fields.items()
        if name != "boroughs" or given.get(name)
    ]


def _in_words(field: forms.Field, value: Any) -> str:
    if isinstance(field, forms.ModelMultipleChoiceField):
        named = field.queryset.filter(slug__in=value or []).values_list("name", flat=True)
        return ", ".join(named)
    if isinstance(field, forms.ChoiceField):
        words = dict(field.choices)
        chosen = value if isinstance(value, list) else [value]
        return "\n".join(str(words[one]) for one in chosen if one in words)
    return str(value or "")


@register.simple_tag
def state_for_contributor(contribution: Contribution) -> str:
    """Where it is on its way, as one would say it to whoever sent it."""
    return str(STATES.get(State(contribution.state), ""))


@register.simple_tag
def places_shown(case_study: CaseStudyPage | None) -> list[str]:
    """Where a case study is beside the website, for whoever is about to take it back."""
    return places_of(case_study.pk if case_study else None)
