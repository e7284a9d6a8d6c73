"""Somebody who is quoted says no, or takes their yes back: what follows at once."""

from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ..case_studies.models import CaseStudyPage
from ..contributions.standing import colleagues, may_triage
from ..erasures_file import note_or_log
from ..mail.queueing import absolute, queue
from ..quoted_people import listed
from ..quoted_people import mails as mails_to_quoted
from ..quoted_people.models import QuotedPerson
from .agreeing import Answer, contribution_of, send_back
from .asking import revoke_question

ASKED_OR_AGREED = [Answer.WAITING, Answer.AGREED]


@transaction.atomic
def say_no(person: QuotedPerson, and_tell: bool = True) -> bool:
    """Record the no; what is public with their words is taken down. False if they said it before.

    It is unpublished, which every list, feed, search and file follows, and goes back to its
    editor. It comes back with other words, and with everybody's yes to them.
    """
    if not person.become(QuotedPerson.State.REFUSED):
        return False
    note_or_log(listed.SAID_NO, person=person.reference)
    answered = person.agreements.filter(state__in=ASKED_OR_AGREED)
    had_said_yes = answered.filter(state=Answer.AGREED).exists()
    answered.update(state=Answer.REFUSED, decided_at=timezone.now())
    revoke_question(person)
    page = CaseStudyPage.objects.get(pk=person.page_id)
    send_back(page, _("Somebody who is quoted said no. See who is quoted, beside the case study."))
    if page.live:
        page.unpublish()
    if and_tell:
        if person.email:
            mails_to_quoted.confirm_no(person)
        tell_desk(page, _said(had_said_yes))
    return True


def has_yes(person: QuotedPerson) -> bool:
    """Whether there is a yes that can be taken back."""
    return person.agreements.filter(state=Answer.AGREED).exists()


def tell_desk(page: CaseStudyPage, what: str) -> None:
    """Mail whoever looks after `page`; everybody who sorts what comes in, when there is nobody."""
    for colleague in _who_looks_after(page):
        queue(
            colleague.email,
            what,
            f"{mails_to_quoted.TEMPLATES}/told",
            {
                "what": what,
                "title": page.title,
                "link": absolute(reverse("coprod_quoted_people", args=[page.pk])),
            },
            about=what,
        )


def _who_looks_after(page: CaseStudyPage) -> list[Any]:
    contribution = contribution_of(page)
    for one in (contribution.owner if contribution else None, page.owner):
        if one is not None and one.is_active and one.email:
            return [one]
    return [one for one in colleagues().exclude(email="") if may_triage(one)]


def _said(had_said_yes: bool) -> str:
    if had_said_yes:
        return _("Somebody who is quoted has taken their yes back")
    return _("Somebody who is quoted has said no")
