"""What is found on the whole site, through the same code as the compendium's search."""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.models import Page

from coprod_pages.case_studies.full_text import TextQuery
from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.case_studies.search import best_first, holding, read_query


@dataclass(frozen=True)
class Results:
    """The pages that hold every word, best first, by their keys."""

    query: TextQuery
    page_ids: list[int]
    case_study_count: int

    def load(self, page_ids: Iterable[int]) -> list[Page]:
        """The pages themselves, in the order of `page_ids`."""
        wanted = list(page_ids)
        found = {page.pk: page for page in Page.objects.filter(pk__in=wanted).specific()}
        return [found[key] for key in wanted if key in found]


def find_everywhere(text: str) -> Results:
    """Public pages that hold every word of `text`; nothing when it has no words."""
    query = read_query(text)
    if not query:
        return Results(query, [], 0)
    case_studies = set(
        holding(CaseStudyPage.objects.visible_to_public(), query).values_list("pk", flat=True)
    )
    others = set(
        holding(Page.objects.live().public().not_exact_type(CaseStudyPage), query).values_list(
            "pk", flat=True
        )
    )
    return Results(query, best_first(case_studies | others, query), len(case_studies))
