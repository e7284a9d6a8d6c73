"""A contribution follows its case study: published with it, and back in editing without it."""

from typing import Any

from django.utils import timezone
from wagtail.log_actions import log
from wagtail.signals import page_published, page_unpublished

from .. import shown_pictures
from ..case_studies.models import CaseStudyPage
from . import log_entries, photographs
from .choices import State
from .models import Contribution


def connect_signals() -> None:
    """Called once, when the app is ready."""
    shown_pictures.ask("photographs that were sent in", photographs)
    page_published.connect(
        follow_publishing, sender=CaseStudyPage, dispatch_uid="coprod_contribution_published"
    )
    page_unpublished.connect(
        follow_unpublishing, sender=CaseStudyPage, dispatch_uid="coprod_contribution_unpublished"
    )


def follow_publishing(instance: CaseStudyPage, **_others: Any) -> None:
    """What it was made from is published."""
    _move(instance, [State.IN_EDITING, State.WAITING], State.PUBLISHED, log_entries.PUBLISHED)


def follow_unpublishing(instance: CaseStudyPage, **_others: Any) -> None:
    """What it was made from is to be worked on again. What was withdrawn stays withdrawn."""
    _move(instance, [State.PUBLISHED], State.IN_EDITING, log_entries.UNPUBLISHED)


def _move(page: CaseStudyPage, before: list[State], after: State, action: str) -> None:
    for contribution in Contribution.objects.filter(case_study_id=page.pk, state__in=before):
        moved = Contribution.objects.filter(pk=contribution.pk, state__in=before).update(
            state=after, state_since=timezone.now()
        )
        if moved:
            log(instance=contribution, action=action)
