"""Finding, handing over and erasing everything that is held about one e-mail address."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from django.db import models, transaction
from wagtail.models import ModelLogEntry

from ..erasures_file import key_of, note
from . import accounts, everywhere, log_entries
from .everywhere import HOLDERS, Place
from .indexing import index_again
from .uploaded_files import delete_file, files_with, things_stored_as

# What is listed outside of the database.
LISTED = "address erased"
# Among the counts, where others are a model's label.
FILES = "files"


@dataclass
class Erased:
    """What was erased, by the model or the kind of thing, and what was left."""

    counts: Counter[str] = field(default_factory=Counter)
    accounts_left: list[str] = field(default_factory=list)
    files_left: list[str] = field(default_factory=list)
    entry: ModelLogEntry | None = None


def held_about(email: str) -> dict[str, Any]:
    """Everything that is held about `email`, to be given to the person who asks for it."""
    excerpts = list(everywhere.excerpts(email))
    return {
        "address": email,
        **{str(holder.name).lower(): holder.held_about(email) for holder in HOLDERS},
        "accounts": accounts.held_about([place for place, _said in excerpts]),
        "elsewhere": [{"where": str(place), "said": said} for place, said in excerpts],
        "files": files_with(email),
    }


def how_much(held: dict[str, Any]) -> Counter[str]:
    """How many records of each kind there are in what `held_about` gives."""
    rows = {tuple(place["where"].split()[:2]) for place in held["elsewhere"]}
    counts = Counter(label for label, _key in rows)
    counts[FILES] = len(held["files"])
    return counts


def erase(
    email: str,
    user: Any = None,
    and_accounts: bool = True,
    and_files: bool = True,
    is_replay: bool = False,
) -> Erased:
    """Erase all that is held about `email`, for `user` or for the owner of the server, at once.

    What it sent goes as a whole, and case studies made from that are withdrawn first. Wherever
    else the address stands, in older versions of pages, comments, the log, it is written over;
    previews and failed sign-ins are deleted. It is taken off accounts, and files with it are
    deleted, unless that is not wished. Raises `NotListed` when it could not be listed outside of
    the database; then nothing is erased.
    """
    # Reading every file takes a while: nobody waits for it to write.
    files = {name: things_stored_as(name) for name in files_with(email)}
    erased = Erased()
    with transaction.atomic():
        if not is_replay:
            note(LISTED, address=key_of(email), accounts=and_accounts, files=and_files)
        for holder in HOLDERS:
            erased.counts[holder.model] += holder.erase_person(email)
        _write_over(email, user, and_accounts, erased)
        for name, things in files.items():
            if things and not things_stored_as(name):
                continue  # gone already, with what they sent
            if and_files and delete_file(name):
                erased.counts[FILES] += 1
            else:
                erased.files_left.append(name)
        if not is_replay:
            left = len(erased.accounts_left) + len(erased.files_left)
            erased.entry = log_entries.note_in_log(
                log_entries.ERASED, erased.counts, email, user, left=left
            )
    return erased


def _write_over(email: str, user: Any, and_accounts: bool, erased: Erased) -> None:
    places = [place for place in everywhere.places(email) if not _is_file(place)]
    kept = set()
    for account in accounts.accounts_at(places):
        if and_accounts and accounts.may_be_changed_by(account, user):
            accounts.close_if_named_for(account, email)
        else:
            kept.add((type(account), account.pk))
            erased.accounts_left.append(account.get_username())
    changed = [place for place in places if (place.model, place.pk) not in kept]
    for place in changed:
        everywhere.overwrite(place, email)
    index_again([place for place in changed if not place.is_disposable])
    rows = {(place.model, place.pk) for place in changed}
    erased.counts.update(Counter(model._meta.label for model, _key in rows))


def _is_file(place: Place) -> bool:
    return isinstance(place.model._meta.get_field(place.field), models.FileField)
