"""The workflow's second task: the contributor says yes to the exact text."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState, WorkflowState

from .agreeing import agree, ask, contribution_of, end_question, is_agreed, open_question
from .asking import send_link
from .content import digest_of
from .models import ContributorAgreement
from .record_form import RecordedYesForm
from .refusals import CannotApprove

RECORD, REMIND = "record", "remind"


class ContributorSignOffTask(AbstractGroupApprovalTask):
    """Waits for the contributor and those quoted by name; skipped where there is nobody to ask.

    The people in the groups cannot say yes for the contributor. They can record one that was
    given by telephone or on paper, send the link again, or take the text back.
    """

    class Meta:
        verbose_name = _("contributor’s sign-off")
        verbose_name_plural = _("contributors’ sign-offs")

    @transaction.atomic
    def start(self, workflow_state: WorkflowState, user: Any = None) -> TaskState:
        """Ask the contributor, unless nobody has to be asked or the yes is there already.

        A text that was changed since and is sent in again is reviewed first: Wagtail begins
        where it was turned down.
        """
        due = workflow_state.get_next_task()
        if due is not None and due.pk != self.pk:
            return due.specific.start(workflow_state, user=user)
        task_state = super().start(workflow_state, user=user)
        page = workflow_state.content_object.specific
        if is_agreed(page, digest_of(task_state.revision.as_object())):
            task_state.status = TaskState.STATUS_SKIPPED
            task_state.finished_at = timezone.now()
            task_state.save()
        else:
            ask(page)
        return task_state

    def locked_for_user(self, obj: Page, user: Any) -> bool:
        """Nobody is locked out: a change takes the question back and is reviewed again."""
        return False

    def get_actions(self, obj: Page, user: Any) -> list[tuple[str, str, bool]]:
        """What `user` may do while the contributor is asked."""
        if not super().get_actions(obj, user):
            return []
        contribution = contribution_of(obj)
        actions = [("reject", _("Take it back for changes"), True)]
        # People who are quoted are asked on a screen of their own: there are several.
        if contribution and open_question(contribution):
            if contribution.email:
                actions.insert(0, (REMIND, _("Send the link again"), False))
            actions.insert(0, (RECORD, _("Record a yes given by phone or on paper"), True))
        return actions

    def get_form_for_action(self, action: str) -> Any:
        """What has to be said with an action."""
        return RecordedYesForm if action == RECORD else super().get_form_for_action(action)

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """Carry out `action_name`. Raises `PermissionDenied` when it may not be done."""
        page = task_state.workflow_state.content_object.specific
        if action_name not in {name for name, _label, _modal in self.get_actions(page, user)}:
            raise PermissionDenied
        if action_name == RECORD:
            self._record(page, user, **kwargs)
        elif action_name == REMIND:
            send_link(_open_question(page))
        else:
            end_question(page)
            task_state.reject(user=user, **kwargs)

    def _record(self, page: Page, user: Any, how: str = "", note: str = "", **kwargs: Any) -> None:
        if not agree(_open_question(page), how=how, user=user, note=note):
            raise CannotApprove(gettext("The text has changed. The contributor is asked anew."))

    @classmethod
    def get_description(cls) -> str:
        """What the workflow screens say about it."""
        return _(
            "Whoever sent the example, and everybody who is quoted by name, says yes to the exact "
            "text. Without it, nothing is published."
        )


def _open_question(page: Page) -> ContributorAgreement:
    contribution = contribution_of(page)
    found = open_question(contribution) if contribution else None
    if found is None:
        raise CannotApprove(gettext("The contributor is not being asked at the moment."))
    return found
