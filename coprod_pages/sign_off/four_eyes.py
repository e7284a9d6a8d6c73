"""Four eyes: who last edited a text."""

from wagtail.models import Page

from ..case_studies.models import CaseStudyPage
from .content import is_as_before


def last_edited_by(page: Page) -> int | None:
    """The key of whoever last changed a text; `None` if it was a command, or there is none.

    Saving a case study without changing anything makes nobody its editor: reviewers who only
    looked may approve, and those who wrote it may not because somebody looked after them.
    """
    revisions = page.revisions.order_by("-created_at", "-pk")
    latest = revisions.first()
    if latest is None or not isinstance(page.specific, CaseStudyPage):
        return latest.user_id if latest else None
    text = latest.as_object()
    for before in revisions.exclude(pk=latest.pk).iterator():
        text_before = before.as_object()
        if not is_as_before(text_before, text):
            break
        latest, text = before, text_before
    return latest.user_id
