"""Asking for a yes to the exact text, and what the answer does.

A case study that came from a contribution, or that quotes people by name, is published only with
the yes of each of them to the text as it is then. Each answer is one conditional change, so that
it is given once.
"""

from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision, TaskState

from ..case_studies.models import CaseStudyPage
from ..contributions.choices import State
from ..contributions.models import Contribution
from ..quoted_people import mails as mails_to_quoted
from ..quoted_people.links import Purpose as LinkOfQuoted
from ..quoted_people.links import make_link as make_link_of_quoted
from ..quoted_people.models import QuotedPerson
from .asking import revoke_question, send_link
from .content import digest_of, label_of
from .models import Asked, ContributorAgreement

Answer = ContributorAgreement.State
How = ContributorAgreement.How
NOT_TO_BE_ASKED = (QuotedPerson.State.REFUSED, QuotedPerson.State.RELEASED)


def contribution_of(page: CaseStudyPage) -> Contribution | None:
    """The contribution that `page` was made from, if there is one."""
    return Contribution.objects.filter(case_study=page.pk).order_by("pk").first()


def needs_a_yes(page: CaseStudyPage) -> bool:
    """Whether anybody has to be asked before `page` is published."""
    return contribution_of(page) is not None or page.quoted_people.exists()


def is_agreed(page: CaseStudyPage, digest: str) -> bool:
    """Whether the text with this fingerprint may be published, as far as those asked go."""
    contribution = contribution_of(page)
    if contribution is not None and contribution.state == State.WITHDRAWN:
        return False
    return not without_yes(page, digest)


def without_yes(page: CaseStudyPage, digest: str) -> list[Asked]:
    """Who has not said yes to the text with this fingerprint, and would have to."""
    lacking: list[Asked] = []
    contribution = contribution_of(page)
    said_yes = ContributorAgreement.objects.filter(page=page, digest=digest, state=Answer.AGREED)
    if contribution is not None and not said_yes.filter(contribution=contribution).exists():
        lacking.append(contribution)
    return [*lacking, *_quoted_without_yes(page, digest)]


def _quoted_without_yes(page: CaseStudyPage, digest: str) -> QuerySet[QuotedPerson]:
    """Somebody taken off the list still guards the texts that they were asked about."""
    about_it = ContributorAgreement.objects.filter(person=OuterRef("pk"), digest=digest)
    counts = ~Q(state=QuotedPerson.State.RELEASED) | Exists(about_it)
    said_yes = Exists(about_it.filter(state=Answer.AGREED))
    return QuotedPerson.objects.filter(counts, ~said_yes, page=page.pk)


def why_nobody_can_agree(page: CaseStudyPage) -> str:
    """In plain words why asking about the latest text of `page` leads nowhere; empty if it may."""
    people = page.quoted_people.filter(state__in=NOT_TO_BE_ASKED)
    if not people.exists():
        return ""
    digest = digest_of(page.get_latest_revision_as_object())
    if not _quoted_without_yes(page, digest).filter(pk__in=people).exists():
        return ""
    return _(
        "Somebody who is quoted by name said no, or has not said yes to this text. Take their "
        "words out of it, and then take them off the list of people who are quoted."
    )


@transaction.atomic
def ask(page: CaseStudyPage) -> None:
    """Ask everybody for a yes to the latest text. Earlier questions are not open any more.

    Without an e-mail address nobody is written to: somebody has to ring or visit.
    """
    revision = page.get_latest_revision()
    digest = digest_of(revision.as_object())
    page.agreements.filter(state=Answer.WAITING).exclude(digest=digest).update(state=Answer.ENDED)
    for asked in without_yes(page, digest):
        if asked.state not in (State.WITHDRAWN, *NOT_TO_BE_ASKED):
            _ask_about(page, asked, revision, digest)
    Contribution.objects.filter(case_study=page.pk).exclude(
        state__in=[State.WITHDRAWN, State.WAITING]
    ).update(state=State.WAITING, state_since=timezone.now())


def ask_now(person: QuotedPerson) -> bool:
    """Ask somebody named just now about the text others are asked about, or the public one.

    False if there is none yet: then they are asked when the text has been reviewed.
    """
    page = CaseStudyPage.objects.get(pk=person.page_id)
    revision = _text_asked_about(page)
    if revision is None:
        return False
    _ask_about(page, person, revision, digest_of(revision.as_object()))
    return True


def _text_asked_about(page: CaseStudyPage) -> Revision | None:
    """The text that waits for everybody's yes; without one, what is public."""
    task_state = waiting_task(page)
    if task_state is not None:
        return task_state.revision
    return page.live_revision if page.live else None


def _ask_about(page: CaseStudyPage, asked: Asked, revision: Revision, digest: str) -> None:
    agreement, made = asked.agreements.get_or_create(
        page=page, digest=digest, state=Answer.WAITING, defaults={"revision": revision}
    )
    ContributorAgreement.objects.filter(pk=agreement.pk).update(revision=revision)
    if made:
        send_link(agreement)


def open_question(asked: Asked) -> ContributorAgreement | None:
    """What somebody is being asked now; nothing, once the example is withdrawn."""
    waiting = asked.agreements.filter(state=Answer.WAITING).first()
    if waiting is None:
        return None
    contribution = contribution_of(waiting.page)
    is_withdrawn = contribution is not None and contribution.state == State.WITHDRAWN
    return None if is_withdrawn else waiting


@transaction.atomic
def agree(agreement: ContributorAgreement, how: str, user: Any = None, note: str = "") -> bool:
    """Record a yes to the text of `agreement`. With the last one it is published.

    False if it was answered before, or if the text is another one by now.
    """
    # Two at once each have to see the other's yes, or neither is the last.
    Page.objects.select_for_update().get(pk=agreement.page_id)
    revision = _text_asked_about(agreement.page)
    if revision is None or digest_of(revision.as_object()) != agreement.digest:
        return False
    if not _decide(agreement, Answer.AGREED, how=how, recorded_by=user, note=note):
        return False
    revoke_question(agreement.asked)
    if agreement.person and agreement.person.email:
        secret = make_link_of_quoted(agreement.person, LinkOfQuoted.OWN)
        mails_to_quoted.thank(agreement.person, secret)
    task_state = waiting_task(agreement.page)
    if task_state is not None and is_agreed(agreement.page, agreement.digest):
        # The yes is theirs and is on record; the log names who reviewed or recorded it.
        task_state.approve(user=user or reviewer_of(task_state))
    return True


@transaction.atomic
def ask_for_changes(agreement: ContributorAgreement, wishes: dict[str, str]) -> bool:
    """Record what should be different; the case study goes back to its editor."""
    if not _decide(agreement, Answer.CHANGES, how=How.LINK, wishes=wishes):
        return False
    revoke_question(agreement.asked)
    # The wishes are theirs: they stay out of the log and its comments.
    said = _("Changes are asked for. They are beside the case study.")
    send_back(agreement.page, said)
    return True


def send_back(page: CaseStudyPage, said: str) -> bool:
    """Nobody is asked any more; the text goes back to its editor, if it waited for a yes."""
    task_state = waiting_task(page)
    if task_state is None:
        return False
    end_question(page)
    task_state.reject(user=reviewer_of(task_state), comment=said)
    return True


def wishes_for(page: CaseStudyPage) -> list[str]:
    """What was asked to be different in the text that was asked about last, part by part."""
    last = page.agreements.order_by("-pk").first()
    if last is None:
        return []
    said = page.agreements.filter(digest=last.digest, state=Answer.CHANGES).order_by("pk")
    return [
        f"{_lead_of(one)} – {label_of(part)}: {text}"
        for one in said.select_related("person")
        for part, text in one.wishes.items()
    ]


def _lead_of(agreement: ContributorAgreement) -> str:
    if agreement.person is None:
        return _("The contributor asks for a change")
    who = agreement.person.name or agreement.person.reference
    return _("%(name)s, who is quoted, asks for a change") % {"name": who}


def end_question(page: CaseStudyPage) -> None:
    """The text is another one, or nobody is asked any more: open links stop working."""
    for agreement in page.agreements.filter(state=Answer.WAITING):
        page.agreements.filter(pk=agreement.pk).update(state=Answer.ENDED)
        revoke_question(agreement.asked)
    Contribution.objects.filter(case_study=page.pk, state=State.WAITING).update(
        state=State.IN_EDITING, state_since=timezone.now()
    )


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
