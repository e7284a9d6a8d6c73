"""Which rows the stages of a draft are, so that publishing it loses no tagged case study. Pure.

Case studies name stages by number. A stage that is new in a draft has no number there, also when
another draft that has it was published meanwhile; and an old draft knows nothing of the stages
that came after it. Publishing either as it stands would delete stages and make others like them.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Any

from django.utils.text import slugify

# Below the page of the continuum these are no stages.
TAKEN_ADDRESSES = frozenset(["embed"])
LONGEST_ADDRESS = 100

Row = dict[str, Any]


def free_address(words: str, taken: Collection[str]) -> str:
    """An address made of `words` that is not among `taken`."""
    wanted = slugify(words)[: LONGEST_ADDRESS - 4] or "stage"
    address, number = wanted, 2
    while address in taken or address in TAKEN_ADDRESSES:
        address, number = f"{wanted}-{number}", number + 1
    return address


def stages_kept(
    drafted: Iterable[Row],
    stored: list[Row],
    taken_elsewhere: Collection[str],
    are_used: Callable[[list[int]], Collection[int]],
) -> list[Row]:
    """The stages of a draft as they may be opened and published.

    `stored` are the stages of the same continuum in the database, `taken_elsewhere` the addresses
    of those of others, `are_used` says which numbers case studies name. A stage without number
    gets that of the stored one with its address; used ones that the draft leaves out come last.
    """
    rows = [dict(row) for row in drafted]
    numbers = {row["pk"] for row in rows if row.get("pk") is not None}
    by_address = {row["slug"]: row["pk"] for row in stored if row["pk"] not in numbers}
    taken = {*taken_elsewhere, *(row["slug"] for row in stored)}
    for row in rows:
        if row.get("pk") is None:
            row["pk"] = by_address.pop(row.get("slug"), None)
        if row["pk"] is None and row.get("slug") in taken:
            row["slug"] = free_address(row["slug"], taken)
        taken.add(row.get("slug"))
    known = {row["pk"] for row in rows}
    left_out = [row for row in stored if row["pk"] not in known]
    used = are_used([row["pk"] for row in left_out]) if left_out else ()
    behind = max((row.get("sort_order") or 0 for row in rows), default=-1) + 1
    kept = [row for row in left_out if row["pk"] in used]
    return rows + [{**row, "sort_order": behind + place} for place, row in enumerate(kept)]
