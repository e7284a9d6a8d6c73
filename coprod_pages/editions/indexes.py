"""The indexes of a document: each name with the case studies it stands in."""

from collections.abc import Callable, Iterable, Sequence

from ..case_studies.models import CaseStudyPage
from .tree import Index, IndexEntry


def _organisations(page: CaseStudyPage) -> list[str]:
    names = [page.lead_organisation.name] if page.lead_organisation else []
    return names + [row.organisation.name for row in page.partners.all()]


NAMES: dict[str, Callable[[CaseStudyPage], Iterable[str]]] = {
    "index_boroughs": lambda page: [row.name for row in page.boroughs.all()],
    "index_stages": lambda page: page.stage_names,
    "index_themes": lambda page: [row.name for row in page.themes.all()],
    "index_equality_groups": lambda page: [row.name for row in page.equality_groups.all()],
    "index_organisations": _organisations,
}
# Stages stand in the order of the line; every other index in that of the alphabet.
IN_ORDER = {"index_stages"}


def indexes_of(
    placed: Sequence[tuple[CaseStudyPage, str]], wanted: Iterable[str]
) -> dict[str, Index]:
    """The indexes `wanted` of these case studies with their anchors; empty ones are left out."""
    found = {}
    for name in wanted:
        places: dict[str, list[tuple[str, str]]] = {}
        for page, anchor in placed:
            for value in dict.fromkeys(NAMES[name](page)):
                places.setdefault(value, []).append((page.title, anchor))
        names = _by_line(placed, places) if name in IN_ORDER else sorted(places, key=str.casefold)
        if names:
            entries = (IndexEntry(value, tuple(places[value])) for value in names)
            found[name] = Index(tuple(entries))
    return found


def _by_line(
    placed: Sequence[tuple[CaseStudyPage, str]], places: dict[str, list[tuple[str, str]]]
) -> list[str]:
    order: dict[str, tuple[int, int]] = {}
    for page, _anchor in placed:
        for stage in page.stages:
            order.setdefault(stage.name, stage.place)
    return sorted(places, key=lambda name: order[name])
