"""Naming the people who are quoted in a case study, and taking them off the list."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from ..case_studies.models import CaseStudyPage
from ..contributions.refusals import CannotDo
from ..quoted_people.links import Purpose, revoke
from ..quoted_people.models import QuotedPerson
from . import people_log
from .agreeing import How, agree, ask_now, open_question
from .asking import send_link
from .content import PARTS, words_of


@transaction.atomic
def name(page: CaseStudyPage, called: str, email: str, user: Any) -> bool:
    """Put somebody on the list, and ask them if there is a text to ask about.

    Returns whether they have been asked. Raises `CannotDo` for somebody who is on it.
    """
    # Two clicks name one person: the second waits here for the first.
    Page.objects.select_for_update().get(pk=page.pk)
    on_the_list = page.quoted_people.exclude(state=QuotedPerson.State.RELEASED)
    same = on_the_list.filter(email__iexact=email) if email else on_the_list.filter(name=called)
    if same.exists():
        raise CannotDo(_("This person is on the list already."))
    person = QuotedPerson.objects.create(page=page, name=called, email=email, named_by=user)
    _log(person, people_log.NAMED, user)
    return ask_now(person)


@transaction.atomic
def ask_again(person: QuotedPerson, email: str, user: Any) -> bool:
    """Send a new link to the open question, to `email` from now on; older ones stop working."""
    QuotedPerson.objects.filter(pk=person.pk).update(email=email)
    person.refresh_from_db()
    revoke(person, Purpose.SIGN_OFF)
    question = open_question(person)
    if question is None or not send_link(question):
        return False
    _log(person, people_log.ASKED_AGAIN, user)
    return True


@transaction.atomic
def take_link_back(person: QuotedPerson, user: Any) -> bool:
    """Let the link to the text stop working: it went to the wrong address, for example."""
    if not revoke(person, Purpose.SIGN_OFF):
        return False
    _log(person, people_log.LINK_TAKEN_BACK, user)
    return True


@transaction.atomic
def record_yes(person: QuotedPerson, how: str, note: str, user: Any) -> bool:
    """Record a yes that was given by telephone or on paper. Raises `CannotDo` if none is asked."""
    question = open_question(person)
    if question is None or how == How.LINK:
        raise CannotDo(_("They are not being asked at the moment."))
    if not agree(question, how=how, user=user, note=note):
        raise CannotDo(_("The text has changed. They are asked anew when it has been reviewed."))
    _log(person, people_log.RECORDED, user)
    return True


@transaction.atomic
def release(person: QuotedPerson, user: Any) -> bool:
    """Take somebody off the list who is not quoted any more.

    Raises `CannotDo` while their name stands in the latest text.
    """
    page = CaseStudyPage.objects.get(pk=person.page_id)
    if is_named_in(page.get_latest_revision_as_object(), person):
        raise CannotDo(_("Their name stands in the text. Take it out first, and save the draft."))
    if not person.become(QuotedPerson.State.RELEASED):
        return False
    revoke(person, Purpose.SIGN_OFF)
    _log(person, people_log.RELEASED, user)
    return True


def is_named_in(page: CaseStudyPage, person: QuotedPerson) -> bool:
    """Whether the whole name of `person` stands in the words of `page`."""
    called = _as_words(person.name)
    texts = (words_of(page, part) for part in PARTS)
    return bool(called.strip()) and any(called in _as_words(text) for text in texts)


def _as_words(text: str) -> str:
    """The words of `text` in small letters, with a space before and after each."""
    letters = (letter if letter.isalnum() else " " for letter in text.casefold())
    return f" {' '.join(''.join(letters).split())} "


def _log(person: QuotedPerson, action: str, user: Any) -> None:
    log(instance=person.page, action=action, user=user, data={"person": person.reference})
