"""The pages that whoever sends an example fills in, each of questions that belong together."""

from django.utils.translation import gettext_lazy as _

from ..public_forms.forms import PublicForm
from .forms import (
    ExampleForm,
    HonestForm,
    PeopleForm,
    StepForm,
    TogetherForm,
    WhereForm,
    YouForm,
)


# Of the classes a page is made of, Django puts the fields of the last one first.
class ExamplePage(WhereForm, ExampleForm):
    """The first page: what it is, where and who."""

    slug = "example"
    heading = _("Your example")


class StoryPage(HonestForm, TogetherForm):
    """The second page: what was done, and how it went."""

    slug = "story"
    heading = _("What you did together, and how it went")


class YouPage(YouForm, PeopleForm):
    """The last page: the people in it, and whoever sends it."""

    slug = "you"
    heading = _("The people in it, and you")


class StartForm(ExamplePage, PublicForm):
    """The first page of questions, before anything is kept."""


# The pages of questions, in their order. Each is short enough for a telephone, and few enough for
# five minutes.
STEPS: list[type[StepForm]] = [ExamplePage, StoryPage, YouPage]
