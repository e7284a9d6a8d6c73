"""What a case study needs before it may be published, in plain words.

A draft is never refused for being unfinished; the list is checked when it is submitted,
and again when it is approved.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..safe_text import says_something

Answers = Mapping[str, Any]


@dataclass(frozen=True)
class Requirement:
    """One part that has to be there: its field, how it is asked for, and when it is met."""

    field: str
    wanted: str
    is_met: Callable[[Answers], bool]


def _text(name: str) -> Callable[[Answers], bool]:
    return lambda answers: says_something(plain_text(answers.get(name) or ""))


def _some(name: str) -> Callable[[Answers], bool]:
    return lambda answers: bool(answers.get(name))


def _place(answers: Answers) -> bool:
    reach = answers.get("reach")
    return bool(reach) and (reach != "boroughs" or bool(answers.get("boroughs")))


REQUIREMENTS = [
    Requirement("title", gettext_lazy("a title"), _text("title")),
    Requirement("summary", gettext_lazy("a summary of one or two sentences"), _text("summary")),
    Requirement(
        "lead_organisation",
        gettext_lazy("the organisation that led it"),
        _some("lead_organisation"),
    ),
    Requirement(
        "reach",
        gettext_lazy("where it happened: boroughs, across London or beyond London"),
        _place,
    ),
    Requirement("need", gettext_lazy("the need, and who agreed it was the need"), _text("need")),
    Requirement("story", gettext_lazy("what you did together"), _some("story")),
    Requirement(
        "stage_rows", gettext_lazy("at least one stage of the continuum"), _some("stage_rows")
    ),
    Requirement("worked", gettext_lazy("what worked"), _text("worked")),
    Requirement(
        "did_not_work",
        gettext_lazy(
            "what did not work, tensions and limits (if there is nothing to report, write so)"
        ),
        _text("did_not_work"),
    ),
    Requirement("themes", gettext_lazy("at least one theme"), _some("themes")),
]


def missing(answers: Answers) -> list[Requirement]:
    """The requirements that `answers` do not meet, in the order of the editor."""
    return [requirement for requirement in REQUIREMENTS if not requirement.is_met(answers)]


def in_one_sentence(requirements: list[Requirement]) -> str:
    """All that is missing, as one plain sentence."""
    return _("Before this can be published it needs: %(list)s.") % {
        "list": "; ".join(str(requirement.wanted) for requirement in requirements)
    }


def plain_text(html: str) -> str:
    """The words of some HTML, without its tags."""
    return BeautifulSoup(html, "html.parser").get_text(" ") if "<" in html else html
