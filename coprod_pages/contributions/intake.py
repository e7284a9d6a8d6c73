"""A contribution from its first answer to the desk: kept, sent, confirmed, withdrawn.

Each step is one conditional change of the row, so that two clicks, or a click in two windows,
do it once.
"""

import re
import textwrap
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..erasures_file import note_or_log
from ..public_forms.keys import new_reference
from ..safe_text import one_line, says_something
from . import listed, mails
from .choices import Purpose, SentBy, State, Use
from .consents import follow_change, hide
from .ending import tell_desk
from .files import delete_file
from .form_pages import STEPS, StartForm
from .links import make_link, revoke
from .models import Contribution, ContributionLink, ContributionQuestion
from .step_form import StepForm

END_OF_SENTENCE = re.compile(r"(?<=[.!?])\s")


@transaction.atomic
def begin(form: StartForm) -> str:
    """Keep the first answers; returns the secret of the link to go on with.

    The same form sent twice is one contribution.
    """
    contribution, _made = Contribution.objects.get_or_create(
        form_key=form.cleaned_data["form_key"],
        defaults={"reference": new_reference(), "looks_automatic": form.looks_automatic},
    )
    if contribution.may_be_changed:
        form.store(contribution)
    return make_link(contribution, Purpose.OWN)


@transaction.atomic
def keep(contribution: Contribution, form: StepForm) -> bool:
    """Keep what `form` holds that can be kept; False when it is too late to change anything."""
    contribution = Contribution.objects.select_for_update().get(pk=contribution.pk)
    if not contribution.may_be_changed:
        return False
    form.store(contribution)
    return True


def unanswered(contribution: Contribution) -> dict[str, list[str]]:
    """What lacks before it can be sent: for each page of questions what is wrong there."""
    wrong = {}
    for step in STEPS:
        form = step(step.answers_of(contribution))
        if not form.is_valid():
            wrong[step.slug] = [str(error) for errors in form.errors.values() for error in errors]
    return wrong


@transaction.atomic
def send(contribution: Contribution) -> bool:
    """Send it: a link to confirm the address is mailed. False if that was done before."""
    now = timezone.now()
    changed = Contribution.objects.filter(pk=contribution.pk, state=State.UNFINISHED).update(
        state=State.UNCONFIRMED, sent_at=now, state_since=now
    )
    if not changed:
        return False
    contribution.refresh_from_db()
    if not says_something(contribution.title):
        contribution.title = first_sentence(contribution.summary)
        contribution.save(update_fields=["title"])
    mails.ask_to_confirm(contribution, make_link(contribution, Purpose.CONFIRM))
    return True


def first_sentence(text: str, length: int = 80) -> str:
    """What an example is called that was given no name: how its account in short begins.

    At most `length` characters, cut between two words where there are two.
    """
    sentence = END_OF_SENTENCE.split(one_line(text), maxsplit=1)[0].rstrip(".")
    if len(sentence) <= length:
        return sentence
    cut = textwrap.shorten(sentence, length, placeholder="…")
    return cut if len(cut) > 1 else f"{sentence[: length - 1]}…"


@transaction.atomic
def send_confirmation_again(contribution: Contribution, email: str) -> bool:
    """Mail a new link to confirm, to `email`. Links to another address stop working.

    Those to the same one go on: whoever asked twice opens whichever mail comes first.
    """
    changed = Contribution.objects.filter(pk=contribution.pk, state=State.UNCONFIRMED).update(
        email=email
    )
    if not changed:
        return False
    if email.casefold() != contribution.email.casefold():
        revoke(contribution, Purpose.CONFIRM)
    contribution.refresh_from_db()
    mails.ask_to_confirm(contribution, make_link(contribution, Purpose.CONFIRM))
    return True


@transaction.atomic
def confirm(contribution: Contribution) -> bool:
    """The address is right: the desk sees it from now on. False if that was done before."""
    now = timezone.now()
    changed = Contribution.objects.filter(pk=contribution.pk, state=State.UNCONFIRMED).update(
        state=State.NEW, confirmed_at=now, state_since=now
    )
    if not changed:
        return False
    contribution.refresh_from_db()
    mails.thank(contribution, make_link(contribution, Purpose.OWN))
    return True


@transaction.atomic
def send_link_for_later(contribution: Contribution, email: str) -> None:
    """Mail the link with which the form can be gone on with, on any device."""
    Contribution.objects.filter(pk=contribution.pk, state=State.UNFINISHED).update(
        email=email, changed_at=timezone.now()
    )
    contribution.refresh_from_db()
    mails.send_link_for_later(contribution, make_link(contribution, Purpose.OWN))


@transaction.atomic
def send_links_again(email: str) -> int:
    """Mail a fresh link for everything that was sent with this address; returns how many."""
    contributions = Contribution.objects.filter(email__iexact=email)
    for contribution in contributions:
        if contribution.state == State.UNCONFIRMED:
            send_confirmation_again(contribution, contribution.email)
        elif contribution.state == State.UNFINISHED:
            send_link_for_later(contribution, contribution.email)
        else:
            mails.send_own_link(contribution, make_link(contribution, Purpose.OWN))
    return len(contributions)


@transaction.atomic
def answer(link: ContributionLink, text: str) -> bool:
    """Keep the answer to a question of the desk; False if it was answered before."""
    now = timezone.now()
    question = ContributionQuestion.objects.filter(pk=link.question_id, answered_at=None)
    if not question.update(answer=text, answered_at=now):
        return False
    waiting = ContributionQuestion.objects.filter(
        contribution=link.contribution_id, answered_at=None
    )
    if not waiting.exists():
        case_study = link.contribution.case_study
        before = State.NEW if case_study is None else State.IN_EDITING
        Contribution.objects.filter(pk=link.contribution_id, state=State.QUESTION).update(
            state=State.PUBLISHED if case_study is not None and case_study.live else before,
            state_since=now,
        )
    return True


@transaction.atomic
def withdraw(contribution: Contribution, and_tell: bool = True) -> bool:
    """Take everything back: consents end, and a case study made from it is gone at once.

    The contributor gets a mail, in case it was somebody else, unless `and_tell` is off. The desk
    gets one where something is left to do for a person.
    """
    now = timezone.now()
    changed = (
        Contribution.objects.filter(pk=contribution.pk)
        .exclude(state=State.WITHDRAWN)
        .update(state=State.WITHDRAWN, state_since=now)
    )
    if not changed:
        return False
    note_or_log(listed.WITHDRAWN, contribution=contribution.reference)
    # Read anew: somebody may have begun a case study from it a moment ago.
    contribution.refresh_from_db()
    contribution.consents.filter(withdrawn_at=None).update(withdrawn_at=now)
    follow_change(Use.PHOTOGRAPHS)
    tell_desk(contribution)
    if contribution.case_study_id:
        hide(contribution.case_study_id)
    if and_tell and contribution.email and contribution.confirmed_at:
        mails.confirm_withdrawal(contribution)
    return True


@transaction.atomic
def discard(contribution: Contribution) -> None:
    """Delete what was begun and never sent, with its files."""
    note_or_log(listed.ERASED, contribution=contribution.reference)
    for kept in contribution.files.all():
        delete_file(kept)
    Contribution.objects.filter(pk=contribution.pk, state=State.UNFINISHED).delete()


@transaction.atomic
def enter_for_somebody(contribution: Contribution, user: Any, sent_by: SentBy) -> None:
    """Put an example that came by telephone or post on the desk. It needs no confirmation."""
    now = timezone.now()
    contribution.state, contribution.sent_by = State.NEW, sent_by
    contribution.entered_by, contribution.confirmed_at = user, now
    contribution.sent_at = contribution.state_since = now
    contribution.save()


def agreed(contribution: Contribution, use: Use) -> bool:
    """Whether the contributor agrees to `use` today."""
    consent = contribution.consents.filter(use=use).first()
    return consent is not None and consent.is_in_force
