"""Where sign-off is asked: before a case study becomes public, and by its links."""

from typing import Any

from django.db.models.signals import pre_save

from ..case_studies.models import CaseStudyPage
from ..contributions.choices import Purpose
from ..contributions.photographs import draft_changed
from ..contributions.views import opened_by
from .contributor_views import sign_off
from .gate import refuse_without_yes
from .renewing import renew_review


def connect() -> None:
    """Called once, when the app is ready."""
    pre_save.connect(
        refuse_without_yes, sender=CaseStudyPage, dispatch_uid="coprod_refuse_without_yes"
    )
    draft_changed.connect(_draft_changed, dispatch_uid="coprod_review_again")
    opened_by[Purpose.SIGN_OFF] = sign_off


def _draft_changed(page: CaseStudyPage, **kwargs: Any) -> None:
    """The desk has changed the text that is under review, or that the contributor is asked about."""
    renew_review(page)
