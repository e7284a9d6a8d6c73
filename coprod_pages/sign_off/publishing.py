"""What happens when a workflow is finished: the approved text is published.

`wagtail.models` imports this module while it is itself half loaded (the setting is read in
a class body), so Wagtail's models are imported inside the function.
"""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from .refusals import CannotApprove

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser
    from wagtail.models import WorkflowState


class NotTheApprovedText(CannotApprove):
    """The text has changed since it was approved."""


def publish_approved_revision(
    workflow_state: "WorkflowState", user: "AbstractBaseUser | None" = None
) -> None:
    """Publish the revision that was approved, and no later one.

    Wagtail's own finishing action publishes the latest revision, which may be newer than the
    approved one, and asks for a permission that nobody has on case studies: approval is the
    permission. Raises `NotTheApprovedText` if the text has been saved again since.
    """
    from wagtail.actions.publish_page_revision import PublishPageRevisionAction
    from wagtail.models import Page, TaskState
    from wagtail.workflows import publish_workflow_state

    page = workflow_state.content_object
    if not isinstance(page, Page):
        publish_workflow_state(workflow_state, user)
        return
    approved = (
        workflow_state.task_states.filter(status=TaskState.STATUS_APPROVED)
        .order_by("-finished_at", "-pk")
        .first()
    )
    revision = page.get_latest_revision()
    if approved is None or approved.revision_id != revision.pk:
        raise NotTheApprovedText(
            _("The text has changed since you opened it. Read it again, then approve it.")
        )
    PublishPageRevisionAction(revision, user=user).execute(skip_permission_checks=True)
