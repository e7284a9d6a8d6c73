"""How long it is kept who is quoted, and erasing it: on request, when its time is over, again.

The row stays without name and address: the texts that somebody said no to stay refused.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from ..contributions.models import KEEP_CONTACT
from ..erasures_file import note
from ..quoted_people import listed
from ..quoted_people.models import QuotedPerson
from .refusing import say_no


def held_about(email: str) -> list[dict[str, object]]:
    """Everything that is held about somebody who is quoted, for the person who asks for it."""
    held = []
    for person in QuotedPerson.objects.filter(email__iexact=email).select_related("page"):
        held.append(
            {
                "reference": person.reference,
                "name": person.name,
                "email": person.email,
                "state": person.state,
                "quoted_in": person.page.title,
                "answers": list(
                    person.agreements.values("state", "how", "asked_at", "decided_at", "wishes")
                ),
            }
        )
    return held


@transaction.atomic
def erase_person(email: str) -> int:
    """Erase who is quoted with `email`; what is public with their words is taken down first."""
    return _erase(QuotedPerson.objects.filter(email__iexact=email), and_take_down=True)


@transaction.atomic
def erase_expired(now: datetime | None = None) -> int:
    """Erase names and addresses twelve months after they were last needed; returns how many.

    They are needed while the text is public or worked on.
    """
    limit = (now or timezone.now()) - KEEP_CONTACT
    is_over = ~Q(state=QuotedPerson.State.QUOTED) | Q(
        page__live=False, page__latest_revision_created_at__lt=limit
    )
    over = QuotedPerson.objects.filter(is_over, state_since__lt=limit)
    return _erase(over.exclude(name="", email=""))


@transaction.atomic
def replay(entries: Iterable[dict[str, Any]]) -> dict[Any, int]:
    """After a restore: say no again, and erase again, what `entries` list."""
    listed_as: dict[str, list[str]] = {listed.SAID_NO: [], listed.CONTACT_ERASED: []}
    for entry in entries:
        if entry["what"] in listed_as:
            listed_as[entry["what"]].append(entry["person"])
    people = QuotedPerson.objects.all()
    refused = people.filter(reference__in=listed_as[listed.SAID_NO])
    erased = people.filter(reference__in=listed_as[listed.CONTACT_ERASED])
    return {
        "coprod_pages.QuotedPerson": sum(say_no(one, and_tell=False) for one in refused)
        + _erase(erased.exclude(name="", email=""))
    }


def list_what_is_missing(entries: Iterable[dict[str, Any]]) -> int:
    """List a no that is not in the list: it could not be written, or was not there yet."""
    known = {entry.get("person") for entry in entries if entry["what"] == listed.SAID_NO}
    refused = QuotedPerson.objects.filter(state=QuotedPerson.State.REFUSED)
    missing = [one for one in refused.values_list("reference", flat=True) if one not in known]
    for reference in missing:
        note(listed.SAID_NO, person=reference)
    return len(missing)


def _erase(people: QuerySet[QuotedPerson], and_take_down: bool = False) -> int:
    count = 0
    for person in people:
        note(listed.CONTACT_ERASED, person=person.reference)
        if and_take_down:
            say_no(person, and_tell=False)
        person.links.all().delete()
        person.agreements.update(note="", wishes={})
        QuotedPerson.objects.filter(pk=person.pk).update(name="", email="")
        count += 1
    return count
