"""Where sign-off is asked: before a case study becomes public, and by its links."""

from django.db.models.signals import pre_save

from ..case_studies.models import CaseStudyPage
from ..contributions.choices import Purpose
from ..contributions.views import opened_by
from .contributor_views import sign_off
from .gate import refuse_without_yes


def connect() -> None:
    """Called once, when the app is ready."""
    pre_save.connect(
        refuse_without_yes, sender=CaseStudyPage, dispatch_uid="coprod_refuse_without_yes"
    )
    opened_by[Purpose.SIGN_OFF] = sign_off
