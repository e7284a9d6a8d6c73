"""After a backup was restored: erasing and withdrawing again what the list says."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import unquote

from django.db import models, transaction
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from ..contributions import replaying as contributions
from ..erasures_file import entries, keys_of, known_secrets
from ..mailing_list import retention as mailing_list
from ..sign_off import people_retention
from ..working_group import retention as working_group
from ..working_group.models import ERASED as REQUEST_TO_JOIN_ERASED
from . import log_entries
from .erasing import LISTED, erase
from .everywhere import stored_models, texts_in, written_columns

# Anything that may be an address, with too much rather than too little before it. As long as
# the parts of an address may be, so that a long text without spaces is quickly gone through.
ADDRESS = re.compile(r"[^\s<>()\[\],;:\"\\@]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
LONGEST_ADDRESS = 254
# A letter of an escape before it: of a line break in JSON, of a letter with an accent.
ESCAPE = re.compile(r"(?:[bfnrt]|u[0-9a-f]{4})", re.IGNORECASE)


@dataclass
class Replayed:
    """What had come back and is gone again."""

    addresses: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    # Entries that nobody can compare: they were made with a secret that is not known any more.
    unreadable: int = 0


@transaction.atomic
def replay() -> Replayed:
    """Erase and withdraw again all that is listed. Doing it twice does nothing more."""
    listed = list(entries())
    erasures = {entry["address"]: entry for entry in listed if entry["what"] == LISTED}
    replayed = Replayed()
    known = known_secrets()
    replayed.unreadable = sum(entry.get("secret") not in known for entry in erasures.values())
    references = [
        entry["request_to_join"] for entry in listed if entry["what"] == REQUEST_TO_JOIN_ERASED
    ]
    done: dict[Any, int] = {
        **contributions.replay(listed),
        **people_retention.replay(listed),
        "coprod_pages.JoinRequest": working_group.erase_listed(references),
        "coprod_pages.Subscriber": mailing_list.erase_listed(listed),
    }
    replayed.counts.update({str(kind): count for kind, count in done.items()})
    for address, entry in _come_back(erasures):
        again = erase(
            address, and_accounts=entry["accounts"], and_files=entry["files"], is_replay=True
        )
        replayed.addresses += 1
        replayed.counts.update(again.counts)
    log_entries.note_in_log(log_entries.REPLAYED, replayed.counts, addresses=replayed.addresses)
    return replayed


def _come_back(erasures: dict[str, dict[str, Any]]) -> list[tuple[str, dict[str, Any]]]:
    """The addresses in the database that were erased, each with its last entry."""
    found = []
    if erasures:
        for address in sorted(addresses_in_database()):
            for key in keys_of(address):
                if key in erasures:
                    found.append((address, erasures[key]))
                    break
    return found


def addresses_in_database() -> set[str]:
    """Every e-mail address that stands anywhere in the database, in small letters."""
    found: set[str] = set()
    for model in stored_models():
        for column in written_columns(model):
            for value in _values_with_addresses(model, column):
                for text in texts_in(model, value):
                    for readable in {text, unquote(unescape(text))}:
                        found.update(addresses_in(readable))
    return found


def addresses_in(text: str) -> Iterator[str]:
    """Every address that `text` may mention: where one begins is not always certain."""
    text = text.lower()
    whole = text.strip()
    if "@" in whole and len(whole) <= LONGEST_ADDRESS:
        yield whole
    for match in ADDRESS.finditer(text):
        address = match.group()
        local, _at, domain = address.rpartition("@")
        yield address
        # What stands before it may belong to the text: `about=ada@example.org`, `/ada@…`.
        for mark in re.finditer(r"[^\w.+-]", local):
            yield f"{local[mark.end() :]}@{domain}"
        if match.start() and text[match.start() - 1] == "\\" and (escape := ESCAPE.match(address)):
            yield address[escape.end() :]


def _values_with_addresses(model: type[models.Model], column: models.Field) -> Iterator[Any]:
    rows = models.QuerySet(model).annotate(_written=Cast(column.name, TextField())).order_by()
    if model._meta.label != "sessions.Session":
        signs = ("@", "%40", "&#64;", "&#x40;")
        condition = Q()
        for sign in signs:
            condition |= Q(_written__icontains=sign)
        rows = rows.filter(condition)
    name = column.name if isinstance(column, models.JSONField) else "_written"
    yield from rows.values_list(name, flat=True).iterator(500)
