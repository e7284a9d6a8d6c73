"""What uses the stages of a continuum. Whoever keeps things by stage says so through a hook.

`coprod_uses_of_stages` is given a list of the numbers of stages and gives back a `StageUses` for
each number that is used.
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import ngettext
from wagtail import hooks

HOOK = "coprod_uses_of_stages"
MOST_LISTED = 20


@dataclass(frozen=True)
class Use:
    """One thing that uses a stage, and where it is edited."""

    title: str
    edit_url: str


@dataclass(frozen=True)
class StageUses:
    """How many use a stage, drafts too, and the first of them."""

    count: int
    first: tuple[Use, ...]

    def __add__(self, other: "StageUses") -> "StageUses":
        return StageUses(self.count + other.count, (self.first + other.first)[:MOST_LISTED])


def uses_of(stage_ids: Collection[int]) -> dict[int, StageUses]:
    """What uses the stages with these numbers; those that nothing uses are left out."""
    found: dict[int, StageUses] = {}
    if stage_ids:
        for uses in (hook(list(stage_ids)) for hook in hooks.get_hooks(HOOK)):
            for stage_id, more in uses.items():
                found[stage_id] = found[stage_id] + more if stage_id in found else more
    return found


def refusal(name: str, uses: StageUses) -> str:
    """Why the stage called `name` cannot be deleted, with the titles of what uses it.

    In plain words: links stand at the stage, as Wagtail shows no markup in what it says of a form.
    """
    said = ngettext(
        "“%(name)s” cannot be deleted: %(count)d case study uses it. Rename it, or give this "
        "another stage first:",
        "“%(name)s” cannot be deleted: %(count)d case studies use it. Rename it, or give these "
        "another stage first:",
        uses.count,
    ) % {"name": name, "count": uses.count}
    titles = ", ".join(f"“{use.title}”" for use in uses.first)
    more = " …" if uses.count > len(uses.first) else ""
    return f"{said} {titles}{more}"
