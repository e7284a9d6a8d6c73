"""Which state of the public site this is, and what changed since an earlier one.

Every change of what the public may see is noted in the transaction that makes it. Workers
compare the version with the one they hold: one small query, and nothing is ever stale.
"""

import secrets
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar

from asgiref.local import Local
from django.core.signals import request_finished, request_started
from django.db import connection, transaction
from django.db.models import F

from .models import PublicChange, PublicVersion

# A worker that is further behind than this reads everything again.
CHANGES_KEPT = 2000
PRUNED_EVERY = 100
# Some things are kept for each address that the site answers at, and visitors name those.
MOST_KEPT = 500

TABLE = PublicVersion._meta.db_table


@dataclass(frozen=True)
class Version:
    """A state of the public site."""

    number: int = 0
    token: str = ""
    terms_token: str = ""

    def __str__(self) -> str:
        return f"{self.number}-{self.token}"


@dataclass(frozen=True)
class Changes:
    """What to read again: everything, or these case studies."""

    everything: bool
    page_ids: frozenset[int] = frozenset()


# The version that this request has read, so that it asks once; nothing outlives a request.
_request = Local()


def read_version(fresh: bool = False) -> Version:
    """The version now: one query of one row, asked once by every public request.

    With `fresh` it is asked again, for code that has to know what happened meanwhile.
    """
    known = getattr(_request, "version", None)
    if known is not None and not fresh:
        return known
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT number, token, terms_token FROM {TABLE} WHERE id = 1")
        row = cursor.fetchone()
    version = Version(*row) if row else Version()
    if getattr(_request, "is_served", False):
        _request.version = version
    return version


def _begin_request(**kwargs: Any) -> None:
    _request.is_served = True
    _request.version = None


def _end_request(**kwargs: Any) -> None:
    _request.is_served = False
    _request.version = None


request_started.connect(_begin_request, dispatch_uid="coprod_version_begin")
request_finished.connect(_end_request, dispatch_uid="coprod_version_end")

T = TypeVar("T")
_kept: dict[Hashable, tuple[str, Any]] = {}


def kept_while_lists_stay(key: Hashable, make: Callable[[], T]) -> T:
    """What `make` gives, kept in the process until lists or pages change.

    Not for what depends on single case studies: those change by themselves.
    """
    token = read_version().terms_token
    held = _kept.get(key)
    if held is None or held[0] != token:
        held = (token, make())
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[key] = held
    return held[1]


def case_study_changed(page_id: int) -> None:
    """Note that a case study is shown differently, or not any more, or now."""
    _note(PublicChange.Scope.PAGE, page_id)


def terms_changed() -> None:
    """Note that the lists, the synonyms or pages that are no case studies have changed."""
    _note(PublicChange.Scope.TERMS)


def everything_changed() -> None:
    """Note a change that no single page stands for: a section made private, a bulk update."""
    _note(PublicChange.Scope.EVERYTHING)


@transaction.atomic
def _note(scope: PublicChange.Scope, page_id: int | None = None) -> None:
    # The row is locked until the transaction ends, so numbers become visible in their order.
    token = secrets.token_hex(8)
    _request.version = None
    new = {"number": F("number") + 1, "token": token}
    if scope != PublicChange.Scope.PAGE:
        new["terms_token"] = token
    if not PublicVersion.objects.filter(pk=1).update(**new):
        PublicVersion.objects.get_or_create(pk=1)
        PublicVersion.objects.filter(pk=1).update(**new)
    number = PublicVersion.objects.values_list("number", flat=True).get(pk=1)
    # A number may be there from before a restore of the version's row.
    PublicChange.objects.update_or_create(
        number=number, defaults={"token": token, "scope": scope, "page_id": page_id}
    )
    if number % PRUNED_EVERY == 0:
        PublicChange.objects.filter(number__lte=number - CHANGES_KEPT).delete()


def changes_between(held: Version, now: Version) -> Changes:
    """What somebody who holds `held` has to read again to be at `now`."""
    rows = list(
        PublicChange.objects.filter(number__gte=held.number, number__lte=now.number)
        .order_by("number")
        .values_list("number", "token", "scope", "page_id")
    )
    complete = len(rows) == now.number - held.number + 1
    if not rows or not complete or rows[0][1] != held.token or rows[-1][1] != now.token:
        # Pruned, restored, or a transaction that was rolled back.
        return Changes(everything=True)
    scopes = {scope for _number, _token, scope, _page_id in rows[1:]}
    return Changes(
        everything=PublicChange.Scope.EVERYTHING in scopes,
        page_ids=frozenset(page_id for *_rest, page_id in rows[1:] if page_id is not None),
    )
