"""Finding, handing over and erasing everything that is held about one e-mail address."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from wagtail.models import Page
from wagtail.search.index import class_is_indexed, insert_or_update_object

from ..contributions import retention as contributions
from ..mail import retention as mail
from ..meetings.attending import retention as meetings
from ..searching.versions import everything_changed
from ..working_group import retention as working_group
from ..working_group.models import JoinRequest
from . import everywhere


@dataclass
class Erased:
    """What was erased, and what a person has to see to."""

    contributions: int = 0
    requests_to_join: int = 0
    registrations: int = 0
    messages: int = 0
    other_places: int = 0
    # Accounts and files are somebody's work: they are named, and left to a person.
    accounts: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


def held_about(email: str) -> dict[str, Any]:
    """Everything that is held about `email`, to be given to the person who asks for it."""
    requests = JoinRequest.objects.filter(email__iexact=email)
    return {
        "address": email,
        "contributions": contributions.held_about(email),
        "requests to join": list(
            requests.values("reference", "name", "email", "organisation", "message", "asked_at")
        ),
        "registrations for meetings": meetings.held_about(email),
        "messages": mail.held_about(email),
        "accounts": accounts(email),
        "elsewhere": [str(place) for place in everywhere.places(email)],
        "files": everywhere.files(email),
    }


def accounts(email: str) -> list[str]:
    """The user names of accounts with this address."""
    users = get_user_model().objects.filter(email__iexact=email)
    return [user.get_username() for user in users]


def erase(email: str) -> Erased:
    """Erase all that is held about `email`.

    What it sent goes as a whole, and case studies made from that are withdrawn first. Wherever
    else the address stands, in older versions of pages, comments, the log, forms that were open,
    it is written over. Accounts with the address are named and stay: they belong to editors.
    """
    erased = Erased()
    with transaction.atomic():
        erased.contributions = contributions.erase_person(email)
        erased.registrations = meetings.erase_person(email)
        erased.messages = mail.erase_person(email)
        erased.requests_to_join = working_group.erase_person(email)
        found = [p for p in everywhere.places(email) if p.model is not get_user_model()]
        for place in found:
            everywhere.overwrite(place, email)
        _index_again(found)
        erased.other_places = len(found)
    erased.accounts = accounts(email)
    erased.files = everywhere.files(email)
    return erased


def _index_again(changed: list[everywhere.Place]) -> None:
    """Wagtail's own index and every worker's pages, after rows were changed past their models."""
    for model, key in {(place.model, place.pk) for place in changed}:
        if class_is_indexed(model):
            row = model._base_manager.get(pk=key)
            insert_or_update_object(row.specific if isinstance(row, Page) else row)
    if changed:
        everything_changed()
