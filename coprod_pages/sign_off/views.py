"""Deciding on a case study in the admin: a refusal says why, and loses nothing."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import PageStatusSidePanel
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page, PageLogEntry, Revision, TaskState

from ..case_studies.models import CaseStudyPage
from .agreeing import wishes_for
from .editorial_task import EditorialReviewTask
from .refusals import CannotApprove
from .renewing import renew_review


class TakenBackSidePanel(PageStatusSidePanel):
    """The state of a page that is live and that no visitor sees, said as it is."""

    def __init__(self, panel: PageStatusSidePanel) -> None:
        # Wagtail's editor makes the panel itself; this one takes its place.
        self.__dict__.update(panel.__dict__)

    def get_status_templates(self, context: dict[str, Any]) -> list[str]:
        _live, *others = super().get_status_templates(context)
        return ["coprod_pages/case_studies/admin/taken_back.html", *others]


class CaseStudyEditView(EditView):
    """The editor. Approving what one has just changed saves the change and says what follows."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        reason = _why_not_offered(self.page, request.user)
        if reason:
            messages.info(request, reason)
        for said in wishes_for(self.page):
            messages.info(request, said)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # Autosave writes over its own last revision. What was decided on or made public
        # is a record: it stays as it was, and saving makes a new revision.
        if _is_on_record(self.latest_revision):
            request.POST = request.POST.copy()
            request.POST.pop("overwrite_revision_id", None)
        return super().post(request, *args, **kwargs)

    def get_page_for_status(self) -> CaseStudyPage | None:
        """Nothing, and so no "Live" in the header, for what visitors do not see."""
        return None if self.page.is_taken_back else super().get_page_for_status()

    def get_side_panels(self) -> MediaContainer:
        panels = super().get_side_panels()
        if not self.page.is_taken_back:
            return panels
        return MediaContainer(
            TakenBackSidePanel(panel) if isinstance(panel, PageStatusSidePanel) else panel
            for panel in panels
        )

    def save_action(self) -> HttpResponse:
        before = self.latest_revision
        response = super().save_action()
        after = Page.objects.get(pk=self.page.pk).get_latest_revision()
        if before is None or (before.pk, before.created_at) != (after.pk, after.created_at):
            renew_review(self.page)
        return response

    def perform_workflow_action(self) -> HttpResponse:
        try:
            return super().perform_workflow_action()
        except CannotApprove as refusal:
            saved = _("Your changes are saved as a draft.")
            messages.warning(self.request, f"{saved} {refusal}")
            return redirect(self.get_edit_url())


class CaseStudyWorkflowActionView(WorkflowActionView):
    """Approve and "Request changes" outside the editor."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().dispatch(request, *args, **kwargs)
        except CannotApprove as refusal:
            messages.error(request, str(refusal))
            return redirect(self.redirect_url)

    def check_action(self) -> None:
        reason = _why_not_offered(self.object, self.request.user)
        if reason and self.action_name == "approve":
            raise CannotApprove(reason)
        super().check_action()


def _why_not_offered(page: Any, user: Any) -> str:
    """Why a reviewer is not offered Approve; empty for everybody else."""
    task = page.current_workflow_task
    return task.why_not_approve(page, user) if isinstance(task, EditorialReviewTask) else ""


def _is_on_record(revision: Revision | None) -> bool:
    """Whether `revision` has been decided on or made public."""
    if revision is None:
        return False
    logged = PageLogEntry.objects.filter(revision=revision, action="wagtail.publish")
    decided = revision.task_states.exclude(status=TaskState.STATUS_IN_PROGRESS)
    return decided.exists() or logged.exists()


class CaseStudyViewSet(PageViewSet):
    """Wagtail's screens of a page, with these two."""

    model = CaseStudyPage
    icon = "coprod-compendium"
    edit_view_class = CaseStudyEditView
    workflow_action_view_class = CaseStudyWorkflowActionView
