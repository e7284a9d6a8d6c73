"""The form for synonyms, and which groups share a name."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.forms import WagtailAdminModelForm

from .models import SynonymGroup
from .synonyms import LONGEST_NAME, MOST_OTHERS
from .text_normalising import normalise


def groups_by_name() -> dict[str, list[SynonymGroup]]:
    """For each normalised name the groups it is in."""
    groups: dict[str, list[SynonymGroup]] = {}
    for group in SynonymGroup.objects.all():
        for name in _normalised(group.name_list):
            groups.setdefault(name, []).append(group)
    return groups


def sharing_a_name(group: SynonymGroup) -> list[tuple[str, SynonymGroup]]:
    """The names of `group` that another group has too, with that group."""
    groups = groups_by_name()
    return [
        (name, other)
        for name in group.name_list
        for other in groups.get(normalise(name), [])
        if other.pk != group.pk
    ]


def _normalised(names: Iterable[str]) -> set[str]:
    return {normalise(name) for name in names} - {""}


class SynonymGroupForm(WagtailAdminModelForm):
    """Refuses what would never work; what is merely doubtful is said after saving."""

    def _post_clean(self) -> None:
        super()._post_clean()
        # Only now: the model has said already when there are fewer than two names.
        if "names" not in self.errors:
            for problem in self._problems():
                self.add_error("names", problem)

    def _problems(self) -> Iterable[str]:
        names = self.instance.name_list
        for name in names:
            words = len(normalise(name).split())
            if words > LONGEST_NAME:
                yield _("“%(name)s” is too long: a phrase may have %(most)s words.") % {
                    "name": name,
                    "most": LONGEST_NAME,
                }
            elif not words:
                yield _("“%(name)s” has no letters or digits.") % {"name": name}
        wanted = _normalised(names)
        if len(wanted) > MOST_OTHERS + 1:
            yield ngettext(
                "There may be %(most)s word or phrase in a group; these are %(count)s.",
                "There may be %(most)s words or phrases in a group; these are %(count)s.",
                MOST_OTHERS + 1,
            ) % {"most": MOST_OTHERS + 1, "count": len(wanted)}
        for other in SynonymGroup.objects.exclude(pk=self.instance.pk):
            if wanted <= _normalised(other.name_list):
                yield _("All of these mean the same already, in the group “%(group)s”.") % {
                    "group": other
                }
                break
