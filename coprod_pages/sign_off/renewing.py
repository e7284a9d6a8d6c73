"""A review is of one text: when the text is saved again, the review is of the new text.

Wagtail leaves the task with the text that was submitted. Whoever approves after somebody
else's change then approves nothing, and has to press the button twice without being told.
"""

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, TaskState, WorkflowState

from ..case_studies.models import CaseStudyPage
from .agreeing import end_question
from .content import digest_of
from .contributor_task import ContributorSignOffTask
from .models import ContributorAgreement


@transaction.atomic
def renew_review(page: Page) -> bool:
    """Begin the task anew on the latest text of `page`; returns whether one was in progress.

    The old task cannot be decided any more, so that nobody approves, in a window left open,
    what they have not seen. Nobody is told again: it still waits for the same people.
    """
    workflow_state = (
        WorkflowState.objects.for_instance(page)
        .filter(status=WorkflowState.STATUS_IN_PROGRESS)
        .select_related("current_task_state")
        .first()
    )
    old = workflow_state.current_task_state if workflow_state else None
    latest = Page.objects.get(pk=page.pk).get_latest_revision()
    if old is None or old.status != TaskState.STATUS_IN_PROGRESS or latest is None:
        return False
    if isinstance(old.task.specific, ContributorSignOffTask):
        return _review_again(page, workflow_state, old)
    old_key, same_revision = old.pk, old.revision_id == latest.pk
    old.pk, old.id, old.revision = None, None, latest
    old._state.adding = True
    old.save()
    WorkflowState.objects.filter(pk=workflow_state.pk).update(current_task_state=old)
    superseded = TaskState.objects.filter(pk=old_key)
    if same_revision:
        # Autosave has written over its own revision: nothing to keep in the history.
        superseded.delete()
    else:
        superseded.update(status=TaskState.STATUS_CANCELLED, finished_at=timezone.now())
    return True


def _review_again(page: Page, workflow_state: WorkflowState, old: TaskState) -> bool:
    """The text changed while the contributor was asked: it is reviewed, and they are asked anew.

    Unless what a reader reads is the same: then the question stays open, and so does its link.
    """
    case_study = CaseStudyPage.objects.get(pk=page.pk)
    digest = digest_of(case_study.get_latest_revision_as_object())
    if not case_study.agreements.filter(
        digest=digest, state=ContributorAgreement.State.WAITING
    ).exists():
        end_question(case_study)
    TaskState.objects.filter(pk=old.pk).update(
        status=TaskState.STATUS_CANCELLED, finished_at=timezone.now()
    )
    # Wagtail asks which task is next on the latest text: the review, which has not seen it.
    workflow_state = WorkflowState.objects.get(pk=workflow_state.pk)
    workflow_state.update()
    return True
