"""Addresses that one story gives more than once: printed at the first link, and not again. Pure."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from .tree import Block, Run
from .wording import readable_address


def printed_once(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """`blocks` in which a link that leads where an earlier one led says so."""
    written = _noted(blocks, set())
    return tuple(written)


def addresses_in(value: Any) -> set[str]:
    """Where links in `value` lead, as people write it, however deep they are."""
    seen: set[str] = set()
    _noted(value, seen)
    return seen


def _noted(value: Any, seen: set[str]) -> Any:
    if isinstance(value, Run):
        if not value.link:
            return value
        address = readable_address(value.link)
        if address in seen:
            return replace(value, is_repeated=True)
        seen.add(address)
        return value
    if isinstance(value, tuple):
        return tuple(_noted(item, seen) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{each.name: _noted(getattr(value, each.name), seen) for each in fields(value)}
        )
    return value
