"""Asking the contributor for a yes to the exact text, and what the answer does.

A case study that came from a contribution is published only with the contributor's yes to the
text as it is then. Each answer is one conditional change, so that it is given once.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import TaskState

from ..case_studies.models import CaseStudyPage
from ..contributions.choices import Purpose, State
from ..contributions.links import make_link, revoke
from ..contributions.models import Contribution
from . import agreement_mails
from .content import digest_of, label_of
from .models import ContributorAgreement

Answer = ContributorAgreement.State
How = ContributorAgreement.How


def contribution_of(page: CaseStudyPage) -> Contribution | None:
    """The contribution that `page` was made from, if there is one."""
    return Contribution.objects.filter(case_study=page.pk).order_by("pk").first()


def is_agreed(page: CaseStudyPage, digest: str) -> bool:
    """Whether the text with this fingerprint may be published, as far as contributors go."""
    contribution = contribution_of(page)
    if contribution is None:
        return True
    if contribution.state == State.WITHDRAWN:
        return False
    return page.agreements.filter(
        contribution=contribution, digest=digest, state=Answer.AGREED
    ).exists()


@transaction.atomic
def ask(page: CaseStudyPage) -> ContributorAgreement:
    """Ask for a yes to the latest text of `page`. Earlier questions are not open any more.

    Without an e-mail address nobody is written to: somebody has to ring or visit.
    """
    contribution = contribution_of(page)
    revision = page.get_latest_revision()
    digest = digest_of(revision.as_object())
    page.agreements.filter(state=Answer.WAITING).exclude(digest=digest).update(state=Answer.ENDED)
    agreement, made = ContributorAgreement.objects.get_or_create(
        page=page,
        contribution=contribution,
        digest=digest,
        state=Answer.WAITING,
        defaults={"revision": revision},
    )
    ContributorAgreement.objects.filter(pk=agreement.pk).update(revision=revision)
    now = timezone.now()
    Contribution.objects.filter(pk=contribution.pk).exclude(
        state__in=[State.WITHDRAWN, State.WAITING]
    ).update(state=State.WAITING, state_since=now)
    if made:
        send_link(agreement)
    return agreement


def send_link(agreement: ContributorAgreement, is_reminder: bool = False) -> bool:
    """Mail a new link to the text; older ones stop working. False without an address."""
    contribution = agreement.contribution
    if not contribution.email:
        return False
    revoke(contribution, Purpose.SIGN_OFF)
    secret = make_link(contribution, Purpose.SIGN_OFF)
    agreement_mails.ask_for_yes(contribution, agreement.page.title, secret, is_reminder)
    return True


def open_question(contribution: Contribution) -> ContributorAgreement | None:
    """What the contributor is being asked now."""
    return contribution.agreements.filter(state=Answer.WAITING).first()


@transaction.atomic
def agree(
    agreement: ContributorAgreement, how: str, user: Any = None, note: str = ""
) -> TaskState | None:
    """Record a yes to the text of `agreement`; returns the task that it answers.

    `None` if it was answered before, or if the text is another one by now.
    """
    task_state = waiting_task(agreement.page)
    if task_state is None or digest_of(task_state.revision.as_object()) != agreement.digest:
        return None
    if not _decide(agreement, Answer.AGREED, how=how, recorded_by=user, note=note):
        return None
    revoke(agreement.contribution, Purpose.SIGN_OFF)
    return task_state


@transaction.atomic
def ask_for_changes(agreement: ContributorAgreement, wishes: dict[str, str]) -> bool:
    """Record what should be different; the case study goes back to its editor."""
    if not _decide(agreement, Answer.CHANGES, how=How.LINK, wishes=wishes):
        return False
    revoke(agreement.contribution, Purpose.SIGN_OFF)
    _back_to_editing(agreement.contribution)
    task_state = waiting_task(agreement.page)
    if task_state is not None:
        # The wishes are the contributor's words: they stay out of the log and its comments.
        task_state.reject(
            user=reviewer_of(task_state),
            comment=_("The contributor asks for changes. They are beside the case study."),
        )
    return True


def wishes_for(page: CaseStudyPage) -> list[str]:
    """What the contributor asked to be different in the text they saw last, part by part."""
    last = page.agreements.order_by("-pk").first()
    if last is None or last.state != Answer.CHANGES:
        return []
    lead = _("The contributor asks for a change")
    return [f"{lead} – {label_of(part)}: {text}" for part, text in last.wishes.items()]


def end_question(page: CaseStudyPage) -> None:
    """The text is another one, or nobody is asked any more: open links stop working."""
    for agreement in page.agreements.filter(state=Answer.WAITING):
        page.agreements.filter(pk=agreement.pk).update(state=Answer.ENDED)
        revoke(agreement.contribution, Purpose.SIGN_OFF)
        _back_to_editing(agreement.contribution)


def waiting_task(page: CaseStudyPage) -> TaskState | None:
    """The sign-off that the workflow of `page` waits for."""
    from .contributor_task import ContributorSignOffTask  # it imports this module

    state = page.current_workflow_task_state
    is_ours = state is not None and isinstance(state.task.specific, ContributorSignOffTask)
    return state if is_ours else None


def reviewer_of(task_state: TaskState) -> Any:
    """Who approved the text before the contributor was asked."""
    approved = task_state.workflow_state.task_states.filter(status=TaskState.STATUS_APPROVED)
    last = approved.exclude(finished_by=None).order_by("-finished_at", "-pk").first()
    return last.finished_by if last else task_state.workflow_state.requested_by


def _decide(agreement: ContributorAgreement, state: str, **values: Any) -> bool:
    waiting = ContributorAgreement.objects.filter(pk=agreement.pk, state=Answer.WAITING)
    return waiting.update(state=state, decided_at=timezone.now(), **values) == 1


def _back_to_editing(contribution: Contribution) -> None:
    Contribution.objects.filter(pk=contribution.pk, state=State.WAITING).update(
        state=State.IN_EDITING, state_since=timezone.now()
    )
