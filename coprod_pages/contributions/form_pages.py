"""The pages that whoever sends an example fills in, each of questions that belong together."""

from django.utils.translation import gettext_lazy as _

from ..public_forms.forms import PublicForm
from .forms import (
    ExampleForm,
    HonestForm,
    PeopleForm,
    TogetherForm,
    WhereForm,
    YouForm,
)
from .step_form import StepForm


# Of the classes a page is made of, Django puts the fields of the last one first.
class ExamplePage(WhereForm, ExampleForm):
    """The first page: what it is, where and who."""

    slug = "example"
    heading = _("Your example")
    folded = frozenset({"title"})
    more_heading = _("Give it a name (optional)")


class StoryPage(HonestForm, TogetherForm):
    """The second page: what was done, and how it went."""

    slug = "story"
    heading = _("How it went")
    folded = frozenset({"story", "what_changed"})
    more_heading = _("Tell us more (optional)")


class YouPage(YouForm, PeopleForm):
    """The last page: the people in it, and whoever sends it."""

    slug = "you"
    heading = _("People, and permission")
    folded = frozenset({"naming_wishes", "phone"})
    more_heading = _("Wishes, telephone (optional)")


class StartForm(ExamplePage, PublicForm):
    """The first page of questions, before anything is kept."""


# The pages of questions, in their order: twelve questions that everybody is asked, few enough for
# four minutes on a telephone. tests/contributions/test_under_five_minutes.py counts them.
STEPS: list[type[StepForm]] = [ExamplePage, StoryPage, YouPage]
