"""Doing again, after a backup was restored, what was withdrawn and erased since."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from ..erasures_file import note
from .choices import State
from .consents import take_back
from .files import delete_files_of_nobody
from .intake import withdraw
from .listed import CONTACT_ERASED, ERASED, TAKEN_BACK, WITHDRAWN
from .models import Contribution, ContributionConsent
from .retention import erase_contact, erase_with_case_studies


@transaction.atomic
def replay(entries: Iterable[dict[str, Any]]) -> dict[Any, int]:
    """Do again what `entries` list; returns how many of what had come back."""
    listed: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        if "contribution" in entry:
            listed[entry["what"]][entry["contribution"]].append(entry.get("use", ""))
    there = Contribution.objects.all()
    withdrawn = there.filter(reference__in=list(listed[WITHDRAWN]))
    contacts = there.filter(reference__in=list(listed[CONTACT_ERASED]))
    taken_back = [
        take_back(contribution, use)
        for contribution in there.filter(reference__in=list(listed[TAKEN_BACK]))
        for use in listed[TAKEN_BACK][contribution.reference]
    ]
    return {
        _("Withdrawn again"): sum(withdraw(each, and_tell=False) for each in withdrawn),
        _("Permissions taken back again"): sum(taken_back),
        _("Contact details erased again"): sum(
            erase_contact(each) for each in contacts.exclude(name="", email="", phone="")
        ),
        _("Contributions erased again"): erase_with_case_studies(
            there.filter(reference__in=list(listed[ERASED]))
        ),
        _("Files of nobody deleted"): delete_files_of_nobody(),
    }


def list_what_is_missing(entries: Iterable[dict[str, Any]]) -> int:
    """List withdrawals that are not in the list: it could not be written, or was not there yet.

    Returns how many were missing.
    """
    listed = {(entry["what"], entry.get("contribution"), entry.get("use", "")) for entry in entries}
    count = 0
    for reference in Contribution.objects.filter(state=State.WITHDRAWN).values_list(
        "reference", flat=True
    ):
        if (WITHDRAWN, reference, "") not in listed:
            note(WITHDRAWN, contribution=reference)
            count += 1
    taken_back = ContributionConsent.objects.filter(withdrawn_at__isnull=False)
    alone = taken_back.exclude(contribution__state=State.WITHDRAWN)
    for reference, use in alone.values_list("contribution__reference", "use"):
        if (TAKEN_BACK, reference, use) not in listed:
            note(TAKEN_BACK, contribution=reference, use=use)
            count += 1
    return count
