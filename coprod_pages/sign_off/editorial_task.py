"""The review that a case study passes before it is public."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState

from ..case_studies.models import CaseStudyPage
from ..case_studies.requirements import in_one_sentence
from .agreeing import why_nobody_can_agree
from .content import is_as_before
from .four_eyes import last_edited_by
from .refusals import CannotApprove
from .renewing import renew_review


class EditorialReviewTask(AbstractGroupApprovalTask):
    """A second pair of eyes: whoever last edited the text cannot approve it.

    The rule is kept twice: the button is not offered, and a POST without the button is
    refused. So is a text that lacks a part it needs, because it may have been submitted by
    other ways than the editor's form.
    """

    class Meta:
        verbose_name = _("editorial review")
        verbose_name_plural = _("editorial reviews")

    def get_actions(self, obj: Page, user: AbstractBaseUser) -> list[tuple[str, str, bool]]:
        """What `user` may do now. Approving is left out where `why_not_approve` has a reason."""
        actions = super().get_actions(obj, user)
        if actions and self.why_not_approve(obj, user):
            return [action for action in actions if action[0] != "approve"]
        return actions

    def why_not_approve(self, obj: Page, user: AbstractBaseUser) -> str:
        """In plain words why a reviewer cannot approve; empty if they can, or are none."""
        if not super().get_actions(obj, user):
            return ""
        if last_edited_by(obj) == user.pk:
            return gettext("You edited it last: somebody else has to approve it.")
        page = obj.specific
        if isinstance(page, CaseStudyPage):
            lacking = page.get_latest_revision_as_object().missing_to_publish()
            return in_one_sentence(lacking) if lacking else why_nobody_can_agree(page)
        return ""

    def on_action(
        self, task_state: TaskState, user: AbstractBaseUser, action_name: str, **kwargs: Any
    ) -> None:
        """Carry out `action_name`. Raises `PermissionDenied` when it may not be done.

        `CannotApprove`, which says why, when it may be done by somebody else or later.
        """
        page = task_state.workflow_state.content_object
        reason = self.why_not_approve(page, user)
        if action_name == "approve" and reason:
            raise CannotApprove(reason)
        if action_name == "approve" and task_state.revision_id != page.latest_revision_id:
            task_state = self._of_latest_text(task_state, page)
        if action_name not in {name for name, _label, _modal in self.get_actions(page, user)}:
            raise PermissionDenied
        super().on_action(task_state, user, action_name, **kwargs)

    def _of_latest_text(self, task_state: TaskState, page: Page) -> TaskState:
        """The task begun anew on the latest text. Raises `CannotApprove` if that says anything
        else than the one that was read."""
        read = task_state.revision.as_object()
        latest = page.get_latest_revision_as_object()
        renew_review(page)
        if not isinstance(latest, CaseStudyPage) or not is_as_before(read, latest):
            raise CannotApprove(
                gettext("The text has changed since you opened it. Read it again, then approve it.")
            )
        return page.specific.current_workflow_task_state

    @classmethod
    def get_description(cls) -> str:
        """What the workflow screens say about it."""
        return _("Somebody in the chosen groups approves, but never whoever last edited the text.")
