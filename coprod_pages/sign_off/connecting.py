"""Where sign-off is asked: before a case study becomes public, and by its links."""

from typing import Any

from django.db.models.signals import pre_save

from ..case_studies.models import CaseStudyPage
from ..case_studies.permissions import bound_to_one_page
from ..contributions.choices import Purpose
from ..contributions.own_views import lost_links
from ..contributions.photographs import draft_changed
from ..contributions.views import opened_by
from .contributor_views import sign_off
from .gate import refuse_without_yes
from .people_views import send_links_again
from .renewing import renew_review


def connect() -> None:
    """Called once, when the app is ready."""
    pre_save.connect(
        refuse_without_yes, sender=CaseStudyPage, dispatch_uid="coprod_refuse_without_yes"
    )
    draft_changed.connect(_draft_changed, dispatch_uid="coprod_review_again")
    opened_by[Purpose.SIGN_OFF] = sign_off
    lost_links.append(send_links_again)
    bound_to_one_page.append(has_people_to_ask)


def _draft_changed(page: CaseStudyPage, **kwargs: Any) -> None:
    """The desk has changed the text that is under review, or that the contributor is asked about."""
    renew_review(page)


def has_people_to_ask(page: CaseStudyPage) -> bool:
    """Whether people who are quoted were asked about this page: they agreed to no copy of it."""
    return page.quoted_people.exists()
