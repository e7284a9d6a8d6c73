"""The pages that a search of the whole site found, ready to be shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.models import Page

from coprod_pages.searching.queries import Query
from coprod_pages.searching.text_normalising import words_of


@dataclass(frozen=True)
class Part:
    """What has an address of its own below a page that was found."""

    title: str
    url: str


def load(page_ids: Iterable[int]) -> list[Page]:
    """The pages themselves, in the order of `page_ids`."""
    wanted = list(page_ids)
    found = {page.pk: page for page in Page.objects.filter(pk__in=wanted).specific()}
    return [found[key] for key in wanted if key in found]


def parts_of(page: Page, query: Query) -> list[Part]:
    """Where below `page` something that was asked for is said; none for most kinds of page."""
    if not hasattr(page, "parts"):
        return []
    wanted = {phrase for clause in query.clauses for phrase in clause.phrases()}
    found = []
    for title, address, texts in page.parts():
        words = f" {' '.join(word for text in texts for word in words_of(text))} "
        if any(f" {' '.join(phrase)} " in words for phrase in wanted):
            found.append(Part(title, f"{page.url}{address}"))
    return found
