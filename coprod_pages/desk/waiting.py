"""What waits for a person, and what they have begun and not finished."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState, WorkflowState

from ..case_studies.models import CaseStudyConsent, CaseStudyPage
from ..roles.organisations import organisation_ids_of, works_for_every_organisation
from ..sign_off.four_eyes import last_edited_by

SHOWN = 10


@dataclass(frozen=True)
class Waiting:
    """A page that waits for this person: why, since when, and where to see what changed."""

    title: str
    edit_url: str
    reason: str
    since: datetime | None
    comment: str = ""
    compare_url: str = ""
    read_url: str = ""


@dataclass(frozen=True)
class Draft:
    """A page begun and not public as it stands."""

    title: str
    edit_url: str
    kind: str
    state: str
    edited_at: datetime | None


def waiting_for(user: AbstractBaseUser) -> list[Waiting]:
    """What `user` has to review, longest waiting first, then what they are asked to change."""
    return [*_to_review(user), *_changes_asked(user)]


def drafts_of(user: AbstractBaseUser) -> list[Draft]:
    """What `user` or a colleague of their organisation has begun, last edited first."""
    pages = (
        _unfinished(user)
        .order_by("-latest_revision_created_at")
        .specific()
        .prefetch_workflow_states()[:SHOWN]
    )
    return [
        Draft(
            title=page.get_admin_display_title(),
            edit_url=edit_url(page),
            kind=str(page.get_verbose_name()),
            state=state_of(page),
            edited_at=page.latest_revision_created_at,
        )
        for page in pages
    ]


def edit_url(page: Page) -> str:
    """Where `page` is edited."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def state_of(page: Page) -> str:
    """In words, how far a draft is."""
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return _("Changes asked for")
    if state:
        return _("Waiting for review")
    if getattr(page, "is_taken_back", False):
        return str(page.status_string).capitalize()
    if page.live:
        return _("Published; later changes are not")
    return _("Draft")


def _to_review(user: AbstractBaseUser) -> list[Waiting]:
    states = (
        TaskState.objects.reviewable_by(user)
        .select_related("revision", "revision__user", "task")
        .prefetch_related("revision__content_object")
        .order_by("started_at")
    )
    waiting = []
    withdrawn = _withdrawn() if states else set()
    for state in states:
        page = state.revision.content_object
        if not isinstance(page, Page) or page.pk in withdrawn:
            continue
        # Comparing texts takes a while, so only where it can matter.
        own = state.revision.user_id == user.pk and last_edited_by(page) == user.pk
        waiting.append(
            Waiting(
                title=page.get_admin_display_title(),
                edit_url=edit_url(page),
                reason=_("You edited it last: somebody else has to approve it.")
                if own
                else _("To be reviewed"),
                since=state.started_at,
                compare_url=compare_url(page),
                read_url=read_url(page),
            )
        )
    return waiting


def compare_url(page: Page) -> str:
    """What has changed since it was last public or last reviewed; empty if it never was."""
    before = page.live_revision_id or _last_reviewed(page)
    if before is None:
        return ""
    return reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, before, "latest"])


def _last_reviewed(page: Page) -> int | None:
    rejected = TaskState.objects.for_instance(page).filter(status=TaskState.STATUS_REJECTED)
    return rejected.order_by("-finished_at").values_list("revision_id", flat=True).first()


def read_url(page: Page) -> str:
    """The draft as it would look."""
    return reverse("wagtailadmin_pages:view_draft", args=[page.pk])


def _changes_asked(user: AbstractBaseUser) -> list[Waiting]:
    waiting = []
    asked = WorkflowState.objects.filter(status=WorkflowState.STATUS_NEEDS_CHANGES)
    pages = _unfinished(user).filter(
        pk__in=[int(key) for key in asked.values_list("object_id", flat=True)]
    )
    pages = pages.exclude(casestudypage__consent__withdrawn_at__isnull=False)
    for page in pages.specific().prefetch_workflow_states():
        state = page.current_workflow_state
        if state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
            continue
        task_state = state.current_task_state
        waiting.append(
            Waiting(
                title=page.get_admin_display_title(),
                edit_url=edit_url(page),
                reason=_("Changes asked for"),
                since=task_state.finished_at if task_state else None,
                comment=task_state.comment if task_state else "",
            )
        )
    return waiting


def _withdrawn() -> set[int]:
    """Case studies that somebody has taken back: nobody has to do anything about them."""
    taken_back = CaseStudyConsent.objects.filter(withdrawn_at__isnull=False)
    return set(taken_back.values_list("page", flat=True))


def _unfinished(user: Any) -> QuerySet[Page]:
    mine = Q(owner=user) | Q(latest_revision__user=user)
    if not works_for_every_organisation(user):
        own = CaseStudyPage.objects.filter(looked_after_by__in=organisation_ids_of(user))
        mine |= Q(pk__in=own.values("pk"))
    not_public_as_it_stands = Q(live=False) | Q(has_unpublished_changes=True)
    return Page.objects.filter(mine & not_public_as_it_stands)
