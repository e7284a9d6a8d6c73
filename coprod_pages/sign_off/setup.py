"""The review workflow of the compendium."""

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, Workflow, WorkflowPage, WorkflowTask

from ..roles.groups import REVIEWERS, SITE_MANAGERS
from .contributor_task import ContributorSignOffTask
from .editorial_task import EditorialReviewTask

# The workflow that `wagtail` itself makes in a new database, for the whole site.
WAGTAIL_DEFAULT_WORKFLOW = "Moderators approval"


@transaction.atomic
def set_up_workflow(compendium: Page) -> bool:
    """Give the compendium its review, unless it has a workflow; returns whether it was made."""
    if WorkflowPage.objects.filter(page=compendium).exists():
        return False
    task = EditorialReviewTask.objects.create(name=_("Review by somebody else"))
    task.groups.set(Group.objects.filter(name__in=[REVIEWERS, SITE_MANAGERS]))
    workflow = Workflow.objects.create(name=_("editorial review"))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    sign_off = ContributorSignOffTask.objects.create(name=_("Yes of whoever sent it"))
    sign_off.groups.set(task.groups.all())
    WorkflowTask.objects.create(workflow=workflow, task=sign_off, sort_order=1)
    WorkflowPage.objects.create(workflow=workflow, page=compendium)
    return True


def remove_default_workflow() -> None:
    """Take Wagtail's own workflow off the whole site: only case studies are reviewed."""
    WorkflowPage.objects.filter(workflow__name=WAGTAIL_DEFAULT_WORKFLOW, page__depth=1).delete()
    Workflow.objects.filter(name=WAGTAIL_DEFAULT_WORKFLOW, workflow_pages__isnull=True).update(
        active=False
    )
