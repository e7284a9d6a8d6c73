"""What is found on the whole site, through the same code as the compendium's search."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from wagtail.models import Page

from ..case_studies.models import CaseStudyPage
from ..searching.full_text import Phrase, Scope, pages_holding, texts_of
from ..searching.queries import Clause, Query, read_query
from ..searching.ranking import Scorer, Texts
from ..searching.synonyms import synonyms_at
from .catalogue import Catalogue, current
from .finding import Found
from .selection import Selection


@dataclass(frozen=True)
class Everywhere:
    """What a search of the whole site finds: the numbers of the pages, best first."""

    found: Found
    page_ids: Sequence[int]
    case_study_count: int


def find_everywhere(text: str, exactly: bool = False) -> Everywhere:
    """Public pages that answer `text`, other pages before case studies; none without words.

    Other pages are few, and who looks for "privacy" or "minutes" looks for them. With
    `exactly`, nothing is corrected or completed.
    """
    catalogue = current()
    query = read_query(text, synonyms_at(catalogue.version))
    if not query:
        return Everywhere(Found(query, 0), [], 0)
    others = other_pages(catalogue, query)
    # A word that no case study has, but another page does, is not mistyped.
    exactly = exactly or bool(others)
    parameters = QueryDict(mutable=True)
    parameters.update({"q": text, "exact": "1" if exactly else ""})
    selection = Selection(parameters, catalogue)
    others = others or other_pages(catalogue, selection.found.query)
    page_ids = [*others, *selection.page_ids]
    return Everywhere(selection.found, page_ids, selection.total)


def other_pages(catalogue: Catalogue, query: Query) -> list[int]:
    """The public pages that are no case studies and have all that is asked for, best first."""
    held = pages_holding([(Scope.ALL, phrase) for phrase in query.phrases()])
    sets = {phrase: set(numbers) for (_scope, phrase), numbers in held.items()}
    clauses = [_with_clause(clause, sets) for clause in query.clauses]
    wanted = set.intersection(*clauses) if clauses else set()
    wanted = wanted.difference(*(sets[phrase] for phrase in query.left_out))
    wanted = wanted.difference(catalogue.shelf.position)
    others = Page.objects.live().public().not_exact_type(CaseStudyPage).filter(pk__in=wanted)
    return _by_score(query, list(others.values_list("pk", flat=True)))


def _with_clause(clause: Clause, sets: dict[Phrase, set[int]]) -> set[int]:
    return set().union(
        *(
            set.intersection(*(sets[phrase] for phrase in alternative.phrases))
            for alternative in clause.alternatives
        )
    )


def _by_score(query: Query, page_ids: Iterable[int]) -> list[int]:
    texts = texts_of(page_ids)
    scorer = Scorer(query, dict.fromkeys(query.clauses, 1.0))
    scores = {key: scorer.score(Texts.of(texts.get(key, ("", "", "")))) for key in page_ids}
    return sorted(page_ids, key=lambda key: (-round(scores[key], 6), key))
