"""Nothing becomes public without the yes it needs, whatever way it is published.

Workflow, button, bulk action, schedule, API, import and code all end in the page being saved
as live. So the question is asked there, and once.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from ..case_studies.models import CaseStudyPage
from .agreeing import is_agreed, needs_a_yes
from .content import FIELDS, digest_of
from .refusals import CannotApprove

WHAT_PUBLISHES = frozenset(["live", *FIELDS])


class NoYesToThisText(CannotApprove):
    """Somebody has not said yes to the text that was to be published."""


def refuse_without_yes(
    sender: type[CaseStudyPage],
    instance: CaseStudyPage,
    raw: bool = False,
    update_fields: Iterable[str] | None = None,
    **kwargs: Any,
) -> None:
    """Before a case study is saved. Raises `NoYesToThisText`.

    What is public already stays so while its words stay the same: a withdrawn consent hides it
    by the rule of visibility, and is no reason to refuse a new tag.
    """
    if raw or not instance.live or instance.pk is None:
        return
    # A new draft of a public page notes on the page that there is one, and nothing else.
    if update_fields is not None and WHAT_PUBLISHES.isdisjoint(update_fields):
        return
    if not needs_a_yes(instance):
        return
    digest = digest_of(instance)
    if is_agreed(instance, digest):
        return
    stored = CaseStudyPage.objects.filter(pk=instance.pk).first()
    if stored is not None and stored.live and digest_of(stored) == digest:
        return
    raise NoYesToThisText(
        _(
            "Whoever sent it, or is quoted in it, has not said yes to this text. It was not published."
        )
    )
