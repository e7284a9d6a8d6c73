"""What the desk does with a contribution.

Each is one conditional change of the row in one transaction, so that two clicks do it once:
the second finds nothing to change and returns False. `CannotDo` says why something cannot be
done at all. Each is in the log, without anything about the contributor.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from ..case_studies.models import CaseStudyPage
from ..compendium.models import CompendiumPage
from . import intake, log_entries, mails
from .choices import OPEN, Purpose, State, Use
from .links import make_link
from .models import Contribution, ContributionLink, ContributionQuestion
from .photographs import move_with
from .refusals import CannotDo
from .standing import colleagues
from .starting import give_to, make_draft

# A question may be asked as long as nobody is asked to sign the text off.
ASKED_FROM = [State.NEW, State.QUESTION, State.IN_EDITING]


@transaction.atomic
def start_case_study(contribution: Contribution, user: Any) -> bool:
    """Make a draft with everything that was sent, never public, and begin to edit it."""
    compendium = _one_at_a_time()
    if compendium is None:
        raise CannotDo(_("There is no compendium yet to put a case study into."))
    now = timezone.now()
    startable = Contribution.objects.filter(pk=contribution.pk, state__in=OPEN, case_study=None)
    if not startable.update(state=State.IN_EDITING, state_since=now):
        contribution.refresh_from_db()
        return False
    contribution.refresh_from_db()
    if not intake.agreed(contribution, Use.WEBSITE):
        raise CannotDo(_("They do not agree to its being published on this website."))
    contribution.owner = contribution.owner or user
    contribution.case_study = make_draft(contribution, compendium, user)
    contribution.save(update_fields=["owner", "case_study"])
    log(
        instance=contribution,
        action=log_entries.STARTED,
        user=user,
        data={"page": contribution.case_study_id},
    )
    return True


@transaction.atomic
def ask(contribution: Contribution, user: Any, text: str) -> bool:
    """Ask the contributor, by mail with a link to answer; without an address, it is noted."""
    now = timezone.now()
    askable = Contribution.objects.filter(pk=contribution.pk, state__in=ASKED_FROM)
    # This locks the row: the second click waits here, and then finds the question.
    if not askable.update(state=State.QUESTION, state_since=now):
        raise CannotDo(_("Nothing can be asked any more: it is %(state)s.") % _state(contribution))
    if contribution.questions.filter(text=text, answered_at=None).exists():
        return False
    question = ContributionQuestion.objects.create(
        contribution=contribution, text=text, asked_by=user, asked_at=now
    )
    log(instance=contribution, action=log_entries.ASKED, user=user, data={"question": question.pk})
    contribution.refresh_from_db()
    if contribution.email:
        mails.ask(contribution, question, make_link(contribution, Purpose.ANSWER, question))
    return True


@transaction.atomic
def note_answer(question: ContributionQuestion, user: Any, text: str) -> bool:
    """Write down an answer that came by telephone or post."""
    contribution = question.contribution
    link = ContributionLink(
        contribution=contribution, question=question, purpose=Purpose.ANSWER, secret_hash=""
    )
    if not intake.answer(link, text):
        return False
    log(
        instance=contribution,
        action=log_entries.ANSWERED,
        user=user,
        data={"question": question.pk},
    )
    return True


@transaction.atomic
def decline(contribution: Contribution, user: Any, reason: str) -> bool:
    """Say kindly why it becomes no case study. Not while its case study is public."""
    now = timezone.now()
    # Conditions on its own columns alone: with a subquery, PostgreSQL lets the second click pass.
    declinable = Contribution.objects.filter(pk=contribution.pk, state__in=OPEN)
    was_open = declinable.update(state=State.DECLINED, state_since=now, decline_reason=reason)
    contribution.refresh_from_db()
    if not was_open and contribution.state == State.DECLINED:
        return False
    if contribution.case_study and contribution.case_study.live:
        raise CannotDo(_("Its case study is public. Take that down first."))
    if not was_open:
        raise CannotDo(_("It cannot be declined any more: it is %(state)s.") % _state(contribution))
    log(instance=contribution, action=log_entries.DECLINED, user=user)
    if contribution.email:
        mails.decline(contribution, reason)
    return True


@transaction.atomic
def mark_duplicate(contribution: Contribution, of: Contribution, user: Any) -> bool:
    """Link `contribution` as the same example as `of`.

    All that are the same point to one, which points to none: a link to a duplicate leads on
    to what that is a duplicate of, so there is never a circle.
    """
    _one_at_a_time()
    contribution.refresh_from_db()
    of = Contribution.objects.select_related("duplicate_of").get(pk=of.pk)
    first = of.duplicate_of or of
    if of.pk == contribution.pk:
        raise CannotDo(_("This is the reference of this one. Write that of the other one."))
    if first.pk == contribution.pk:
        raise CannotDo(_("The other one is linked to this one already."))
    changed = Contribution.objects.filter(pk=contribution.pk).exclude(duplicate_of=first)
    if not changed.update(duplicate_of=first):
        return False
    Contribution.objects.filter(duplicate_of=contribution).update(duplicate_of=first)
    contribution.refresh_from_db()
    log(
        instance=contribution,
        action=log_entries.JOINED,
        user=user,
        data={"of": first.reference},
    )
    return True


@transaction.atomic
def unmark_duplicate(contribution: Contribution, user: Any) -> bool:
    """It is an example of its own after all."""
    joined = Contribution.objects.filter(pk=contribution.pk, duplicate_of__isnull=False)
    if not joined.update(duplicate_of=None):
        return False
    contribution.refresh_from_db()
    log(instance=contribution, action=log_entries.PARTED, user=user)
    return True


@transaction.atomic
def hand_to(contribution: Contribution, colleague: Any, user: Any) -> bool:
    """Give it to `colleague`, with the draft if there is one."""
    if not colleagues().filter(pk=colleague.pk).exists():
        raise CannotDo(_("This colleague does not work with what people send in."))
    changed = Contribution.objects.filter(pk=contribution.pk).exclude(owner=colleague)
    if not changed.update(owner=colleague):
        return False
    contribution.refresh_from_db()
    if contribution.case_study_id:
        give_to(contribution, colleague, user)
        move_with(CaseStudyPage.objects.get(pk=contribution.case_study_id))
    log(instance=contribution, action=log_entries.HANDED, user=user, data={"to": colleague.pk})
    return True


@transaction.atomic
def release(contribution: Contribution, user: Any) -> bool:
    """It looked automatic, and it is from a person."""
    kept_apart = Contribution.objects.filter(pk=contribution.pk, looks_automatic=True)
    if not kept_apart.update(looks_automatic=False, state_since=timezone.now()):
        return False
    contribution.refresh_from_db()
    log(instance=contribution, action=log_entries.RELEASED, user=user)
    return True


def _one_at_a_time() -> CompendiumPage | None:
    """The compendium, read anew and locked: what changes several rows waits for its turn."""
    return CompendiumPage.objects.select_for_update().order_by("pk").first()


def _state(contribution: Contribution) -> dict[str, str]:
    contribution.refresh_from_db()
    return {"state": contribution.get_state_display().lower()}
