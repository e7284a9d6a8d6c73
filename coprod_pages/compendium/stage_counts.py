"""How many public case studies there are at each stage of the continuum, and which they are."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.paginator import Page
from django.http import QueryDict

from ..case_studies.rows import CaseStudyStage
from ..conf import CASE_STUDIES_PER_PAGE
from ..continuum.diagram import Stage
from ..continuum.models import Continuum, ContinuumStage
from ..paging import page_of
from .cards import Card, cards_for
from .catalogue import current
from .terms import key_of


def stages_with_counts(
    continuum: Continuum | None, address_of: Callable[[str], str], draft: bool = False
) -> list[Stage]:
    """The stages of `continuum` in order, ready to be drawn.

    `address_of` gives the address that a stage leads to, from its own. With `draft` they are
    those of the draft that `continuum` holds; otherwise one that is not published has none.
    """
    values = current().values
    stages = continuum.stages.all() if continuum and (continuum.live or draft) else []
    return [
        Stage(
            name=stage.name,
            short_label=stage.short_label,
            description=stage.description,
            slug=stage.slug,
            colour=stage.colour,
            count=values.get(key_of("stage", stage.pk), 0).bit_count(),
            url=address_of(stage.slug),
            icon=stage.icon,
            letter=stage.letter,
        )
        for stage in stages
    ]


@dataclass(frozen=True)
class AtStage:
    """A case study in the list of a stage, with what happened there."""

    card: Card
    note: str


@dataclass(frozen=True)
class StageListing:
    """One page of the public case studies at a stage, newest first."""

    page: Page
    case_studies: list[AtStage]

    @property
    def total(self) -> int:
        """How many there are on all pages."""
        return self.page.paginator.count


def case_studies_at(stage: ContinuumStage, parameters: QueryDict) -> StageListing:
    """The case studies that reached `stage`, on the page that `parameters` ask for.

    Raises `Http404` for a page that is not there.
    """
    catalogue = current()
    positions = catalogue.in_order(catalogue.values.get(key_of("stage", stage.pk), 0), "newest")
    page = page_of(catalogue.page_ids_of(positions), CASE_STUDIES_PER_PAGE.get(), parameters)
    cards = cards_for(catalogue, list(page.object_list))
    shown = [card.page_id for card in cards]
    rows = CaseStudyStage.objects.filter(stage=stage, page__in=shown)
    notes = dict(rows.values_list("page_id", "note"))
    return StageListing(page, [AtStage(card, notes.get(card.page_id, "")) for card in cards])
