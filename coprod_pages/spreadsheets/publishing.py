"""Making imported drafts public: prepared one by one, shown all at once.

What takes long (saving the draft's content to the page, working out what it is found by)
happens while the pages are still drafts. The last step only sets that they are live: a
killed import shows none of its new records, or all of them.
"""

from django.db import transaction
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.search.index import insert_or_update_object
from wagtail.signals import page_published

from ..case_studies.models import CaseStudyPage
from ..searching.indexing import index_page
from ..searching.versions import everything_changed


@transaction.atomic
def prepare(page_id: int, revision_id: int, just_made: bool) -> bool:
    """Make a draft ready to be shown. False if it is public already and is updated instead.

    What was `just_made` holds the content of its revision; an older draft may lag behind it.
    """
    page = CaseStudyPage.objects.get(pk=page_id)
    if page.live:
        return False
    draft = page
    if not just_made:
        draft = page.revisions.get(pk=revision_id).as_object()
        draft.save()
    # Searches start from what is public, so words that are there beforehand show nothing.
    draft.live = True
    index_page(draft)
    return True


@transaction.atomic
def show(revisions: dict[int, int]) -> list[int]:
    """Make drafts public, all in one transaction: {page: revision}. Returns the pages.

    A draft that somebody has saved meanwhile is left a draft.
    """
    now = timezone.now()
    shown = []
    for page_id, revision_id in revisions.items():
        changed = Page.objects.filter(
            pk=page_id, live=False, latest_revision_id=revision_id
        ).update(
            live=True,
            live_revision_id=revision_id,
            has_unpublished_changes=False,
            expired=False,
            first_published_at=now,
            last_published_at=now,
        )
        if changed:
            shown.append(page_id)
    # In the same transaction: lists show all of them from the moment they are public.
    everything_changed()
    return shown


def tell(page_id: int) -> None:
    """After a page was shown: log it, and let everything that follows publishing know."""
    page = CaseStudyPage.objects.select_related("live_revision").get(pk=page_id)
    log(instance=page, action="wagtail.publish", revision=page.live_revision)
    page_published.send(sender=CaseStudyPage, instance=page, revision=page.live_revision)
    insert_or_update_object(page)


@transaction.atomic
def update_public(page_id: int, revision_id: int) -> None:
    """Publish the new text of a record that is public already."""
    page = CaseStudyPage.objects.get(pk=page_id)
    revision = page.revisions.get(pk=revision_id)
    PublishPageRevisionAction(revision, user=None).execute(skip_permission_checks=True)
