"""What a visitor asked for, and the case studies that answer it."""

from collections.abc import Iterable

from django.db.models import QuerySet

from ..safe_text import without_unsafe_characters
from .full_text import MAX_CHARACTERS, MAX_WORDS, TextQuery, matching_page_ids, ranked_page_ids
from .text_normalising import words_of


def read_query(text: str) -> TextQuery:
    """The words to look for in what a visitor typed; whatever that was, this does not fail."""
    bounded = without_unsafe_characters(text)[:MAX_CHARACTERS]
    return TextQuery(tuple(dict.fromkeys(words_of(bounded)))[:MAX_WORDS])


def holding(pages: QuerySet, query: TextQuery) -> QuerySet:
    """Those of `pages` that hold every word of `query`; all of them if it has no words."""
    return pages.filter(pk__in=matching_page_ids(query)) if query else pages


def best_first(page_ids: Iterable[int], query: TextQuery) -> list[int]:
    """`page_ids`, which all answer `query`, in order of how well they do."""
    wanted = set(page_ids)
    return [page_id for page_id in ranked_page_ids(query) if page_id in wanted]
