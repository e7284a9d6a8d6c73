"""Pictures that are shown only while somebody agrees to it: the one place where this is asked.

Whatever shows a picture to visitors, or serves its file, asks `withheld`. The feature that keeps
the permissions says here what it knows; it stands above those that ask.
"""

from collections.abc import Collection
from typing import Any, Protocol

from django.http import HttpRequest


class Permissions(Protocol):
    """Knows which pictures depend on somebody's permission."""

    def withheld(self, keys: Collection[int] | None = None) -> set[int]:
        """Which pictures may not be shown today; with `keys`, which of these. One query."""

    def is_needed_for(self, key: int) -> bool:
        """Whether this picture is shown only while somebody agrees to it."""


_asked: dict[str, Permissions] = {}


def ask(name: str, permissions: Permissions) -> None:
    """From now on, ask `permissions` too. Called when the app is ready."""
    _asked[name] = permissions


def withheld(
    request: HttpRequest | None = None, keys: Collection[int] | None = None
) -> frozenset[int]:
    """The keys of the pictures that visitors may not see today, or those among `keys`.

    Asked once for a request, however many pictures its page has.
    """
    known = getattr(request, "_withheld_pictures", None)
    if known is None:
        found: set[int] = set()
        for permissions in _asked.values():
            found |= permissions.withheld(keys)
        known = frozenset(found)
        if request is not None and keys is None:
            request._withheld_pictures = known
    return known


def needs_permission(picture: Any) -> bool:
    """Whether `picture` is shown only while somebody agrees to it."""
    return any(each.is_needed_for(picture.pk) for each in _asked.values())
