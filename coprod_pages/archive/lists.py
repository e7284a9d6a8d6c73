"""What stands in the copy in place of the search: all case studies, A to Z and by each facet."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import QueryDict

from ..compendium.cards import cards_in_steps
from ..compendium.selection import Selection
from ..compendium.terms import FACETS


@dataclass(frozen=True)
class Line:
    """A case study in a list."""

    title: str
    address: str
    where: str


@dataclass(frozen=True)
class Section:
    """The case studies with one value, below a heading that links lead to."""

    slug: str
    name: str
    lines: list[Line]


class Lists:
    """The lists of the collection as it was when the copy was begun."""

    def __init__(self, compendium: str) -> None:
        self.compendium = compendium
        self.selection = Selection(QueryDict("sort=title"))
        self._lines = {
            card.page_id: Line(card.title, card.url, card.where)
            for card in cards_in_steps(self.selection.catalogue, self.selection.page_ids)
        }

    @property
    def lines(self) -> list[Line]:
        """All case studies, A to Z."""
        return list(self._lines.values())

    @property
    def ways(self) -> list[tuple[str, str]]:
        """The other lists: what each is by, and its address."""
        return [(str(facet.label), self._address(facet.parameter)) for facet in FACETS]

    def by_facet(self) -> Iterator[tuple[str, str, list[Section]]]:
        """Each other list: its address, what it is by, and its sections."""
        for facet in FACETS:
            yield self._address(facet.parameter), str(facet.label), self._sections(facet.parameter)

    def list_of(self, query: list[tuple[str, str]]) -> str:
        """The address of the list that comes nearest to a search, with its place there."""
        terms = self.selection.catalogue.terms
        for parameter, value in query:
            if parameter in terms.of:
                for term in terms.read(parameter, [value]):
                    if self.selection.catalogue.values.get(term.key, 0):
                        return f"{self._address(parameter)}#{term.slug}"
        return self.compendium

    def _address(self, parameter: str) -> str:
        return f"{self.compendium}by-{parameter}/"

    def _sections(self, parameter: str) -> list[Section]:
        catalogue = self.selection.catalogue
        sections = []
        for key, term in catalogue.terms.of[parameter].items():
            positions = catalogue.in_order(catalogue.values.get(key, 0), "title")
            lines = [self._lines[page_id] for page_id in catalogue.page_ids_of(positions)]
            if lines:
                sections.append(Section(term.slug, term.name, lines))
        return sections
