"""The indexes of a document: each name with the case studies it stands in."""

from collections.abc import Callable, Iterable, Sequence

from ..case_studies.choices import Reach
from ..case_studies.models import CaseStudyPage
from .alphabet import place_in_alphabet
from .places import stage_in_words
from .tree import Index, IndexEntry


def _organisations(page: CaseStudyPage) -> list[str]:
    names = [page.lead_organisation.name] if page.lead_organisation else []
    return names + [row.organisation.name for row in page.partners.all()]


def _places(page: CaseStudyPage) -> list[str]:
    """Its boroughs; of what is not tied to some, that it is across London or beyond."""
    if page.reach in BEYOND_BOROUGHS:
        return [str(BEYOND_BOROUGHS[page.reach])]
    return [row.name for row in page.boroughs.all()]


# In this order after the boroughs.
BEYOND_BOROUGHS = {each.value: each.label for each in (Reach.LONDON_WIDE, Reach.BEYOND_LONDON)}
NAMES: dict[str, Callable[[CaseStudyPage], Iterable[str]]] = {
    "index_boroughs": _places,
    "index_stages": lambda page: [stage_in_words(stage) for stage in page.stages],
    "index_themes": lambda page: [row.name for row in page.themes.all()],
    "index_equality_groups": lambda page: [row.name for row in page.equality_groups.all()],
    "index_organisations": _organisations,
}


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
        # Stages stand in the order of the line; every other index in that of the alphabet.
        is_line = name == "index_stages"
        names = _by_line(placed, places) if is_line else sorted(places, key=place_in_alphabet)
        if name == "index_boroughs":
            names.sort(key=lambda each: each in map(str, BEYOND_BOROUGHS.values()))
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
            order.setdefault(stage_in_words(stage), stage.place)
    return sorted(places, key=lambda name: order[name])
