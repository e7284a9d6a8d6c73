"""What looks like a contribution: public case studies, and others on the same desk."""

from typing import Any

from ..compendium.cards import Card, cards_for
from ..compendium.catalogue import current
from ..compendium.finding import find
from ..compendium.ordering import best_first
from ..compendium.terms import key_of
from ..searching.stop_words import STOP_WORDS
from ..searching.text_normalising import compounds_of, words_of
from .models import Contribution
from .standing import on_the_desk_of

MOST_SHOWN = 5
# So many of the best by their words are looked at for their boroughs.
MOST_COMPARED = 50
# Of other contributions, the latest; nobody sends the same example twice years apart.
MOST_OTHERS = 1000
# Words that two titles share, to look alike: with a borough in common one is enough.
ENOUGH_WORDS = 2

STOP_STEMS = {stem for word in STOP_WORDS for stem in words_of(word)}


def similar_case_studies(contribution: Contribution) -> list[Card]:
    """Public case studies with words of the title, those in the same boroughs first."""
    catalogue = current()
    # Words alone: a quotation mark or a minus in a title is no request.
    words = " ".join(word for parts in compounds_of(contribution.title) for word in parts)
    found = find(catalogue, words, exactly=True)
    if not found.query.clauses:
        return []
    own = [contribution.case_study_id] if contribution.case_study_id else []
    others = found.bits & catalogue.visible & ~catalogue.bits_of_pages(own)
    best = best_first(catalogue, found, others, MOST_COMPARED)[:MOST_COMPARED]
    numbers = contribution.boroughs.values_list("pk", flat=True)
    near = catalogue.with_any(key_of("borough", number) for number in numbers)
    best.sort(key=lambda position: not near >> position & 1)
    return cards_for(catalogue, catalogue.page_ids_of(best[:MOST_SHOWN]))


def similar_contributions(contribution: Contribution, user: Any) -> list[Contribution]:
    """Others that `user` may open and that are called much the same, best first."""
    words = title_words(contribution)
    boroughs = _boroughs_of(contribution)
    others = on_the_desk_of(user).filter(looks_automatic=False).exclude(pk=contribution.pk)
    scored = []
    for other in others.prefetch_related("boroughs").order_by("-pk")[:MOST_OTHERS]:
        shared = len(words & title_words(other))
        near = bool(boroughs & _boroughs_of(other))
        if shared and shared + near >= ENOUGH_WORDS:
            scored.append((shared, near, other))
    scored.sort(key=lambda row: (row[0], row[1]), reverse=True)
    return [other for _shared, _near, other in scored[:MOST_SHOWN]]


def title_words(contribution: Contribution) -> set[str]:
    """The words of a title that say something, in one form."""
    return set(words_of(contribution.title)) - STOP_STEMS


def _boroughs_of(contribution: Contribution) -> set[int]:
    return {borough.pk for borough in contribution.boroughs.all()}
