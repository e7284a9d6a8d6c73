"""Erasing what may not be kept any longer, and everything held about one address."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from ..case_studies.models import CaseStudyPage
from ..erasures_file import note
from . import listed
from .choices import State
from .files import delete_file
from .intake import withdraw
from .models import (
    KEEP_CONTACT,
    KEEP_DECLINED,
    KEEP_UNCONFIRMED,
    Contribution,
    ContributionConsent,
)
from .photographs import delete_pictures


@dataclass(frozen=True)
class Erased:
    """How much was erased."""

    contributions: int
    contact_details: int


@transaction.atomic
def erase_expired(now: datetime | None = None) -> Erased:
    """Erase what was never confirmed, what was declined, and contact details that are over.

    Thirty days, six months, and twelve months after the last consent has ended.
    """
    now = now or timezone.now()
    over = Contribution.objects.filter(
        Q(
            state__in=[State.UNFINISHED, State.UNCONFIRMED],
            changed_at__lt=now - KEEP_UNCONFIRMED,
        )
        | Q(state=State.DECLINED, state_since__lt=now - KEEP_DECLINED)
    )
    gone = _delete(over)
    contact = 0
    for contribution in _without_consent_for_long(now):
        erase_contact(contribution)
        contact += 1
    return Erased(gone, contact)


def _without_consent_for_long(now: datetime) -> QuerySet[Contribution]:
    """Those whose every consent ended so long ago that nobody needs to be asked any more."""
    limit = now - KEEP_CONTACT
    in_force = ContributionConsent.objects.filter(contribution=OuterRef("pk")).exclude(
        Q(withdrawn_at__lt=limit) | Q(ends_on__lt=timezone.localdate(limit))
    )
    settled = Contribution.objects.filter(
        state__in=[State.WITHDRAWN, State.PUBLISHED], state_since__lt=limit
    )
    with_contact = settled.exclude(name="", email="", phone="")
    return with_contact.filter(~Exists(in_force))


@transaction.atomic
def erase_contact(contribution: Contribution) -> bool:
    """Erase who sent it, with links and files; the answers that became a case study stay.

    Returns whether it was still there.
    """
    note(listed.CONTACT_ERASED, contribution=contribution.reference)
    delete_pictures(contribution)
    for kept in contribution.files.all():
        delete_file(kept)
    contribution.links.all().delete()
    changed = Contribution.objects.filter(pk=contribution.pk).update(
        name="", email="", phone="", naming_wishes=""
    )
    return bool(changed)


@transaction.atomic
def erase_person(email: str) -> int:
    """Erase everything that was sent with `email`; case studies made from it are withdrawn first.

    Returns how many contributions are gone.
    """
    return erase_with_case_studies(Contribution.objects.filter(email__iexact=email))


@transaction.atomic
def erase_with_case_studies(contributions: QuerySet[Contribution]) -> int:
    """Erase contributions; case studies made from them are withdrawn. Returns how many."""
    for contribution in contributions.filter(case_study__isnull=False):
        withdraw(contribution, and_tell=False)
    return _delete(contributions)


def case_studies_of(email: str) -> QuerySet[CaseStudyPage]:
    """The case studies that are withdrawn when `email` is erased."""
    made = CaseStudyPage.objects.filter(contributions__email__iexact=email)
    return made.distinct().order_by("title")


def held_about(email: str) -> list[dict[str, object]]:
    """Everything that is held about an address, to give to the person who asks for it."""
    columns = [
        *("reference", "state", "name", "email", "phone", "title", "summary", "organisation"),
        *("need", "story", "worked", "did_not_work", "what_changed", "naming_wishes"),
        *("started_at", "sent_at", "confirmed_at"),
    ]
    held = []
    for contribution in Contribution.objects.filter(email__iexact=email):
        row: dict[str, object] = {name: getattr(contribution, name) for name in columns}
        row["consents"] = list(
            contribution.consents.values("use", "given_at", "ends_on", "withdrawn_at")
        )
        row["questions"] = list(contribution.questions.values("text", "asked_at", "answer"))
        row["files"] = list(contribution.files.values("name", "description", "credit", "size"))
        row["pictures"] = list(contribution.photographs.values("image__title", "made_at"))
        held.append(row)
    return held


def _delete(contributions: Iterable[Contribution]) -> int:
    count = 0
    for contribution in contributions:
        note(listed.ERASED, contribution=contribution.reference)
        delete_pictures(contribution)
        for kept in contribution.files.all():
            delete_file(kept)
        contribution.delete()
        count += 1
    return count
