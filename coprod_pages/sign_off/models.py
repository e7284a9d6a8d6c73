"""The review that a case study passes before it is public."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState

from ..case_studies.models import CaseStudyPage
from .four_eyes import last_edited_by


class EditorialReviewTask(AbstractGroupApprovalTask):
    """A second pair of eyes: whoever last edited the text cannot approve it.

    The rule is kept twice: the button is not offered, and a POST without the button is
    refused. What is missing to publish is refused here as well, because a text may have
    been submitted by other ways than the editor's form.
    """

    class Meta:
        verbose_name = _("editorial review")
        verbose_name_plural = _("editorial reviews")

    def get_actions(self, obj: Page, user: AbstractBaseUser) -> list[tuple[str, str, bool]]:
        """What `user` may do now. Approving is left out for whoever last edited the text."""
        actions = super().get_actions(obj, user)
        if last_edited_by(obj) == user.pk:
            return [action for action in actions if action[0] != "approve"]
        return actions

    def on_action(
        self, task_state: TaskState, user: AbstractBaseUser, action_name: str, **kwargs: Any
    ) -> None:
        """Carry out `action_name`. Raises `PermissionDenied` when it may not be done."""
        page = task_state.workflow_state.content_object
        allowed = {name for name, _label, _modal in self.get_actions(page, user)}
        if action_name not in allowed:
            raise PermissionDenied
        if action_name == "approve" and isinstance(page.specific, CaseStudyPage):
            draft = page.specific.get_latest_revision_as_object()
            if draft.missing_to_publish():
                raise PermissionDenied
        super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> str:
        """What the workflow screens say about it."""
        return _("Somebody in the chosen groups approves, but never whoever last edited the text.")
