"""Keeping the search index in step: what a page is found by, written when it is published.

Any page with a `search_document()` is indexed, so that news, meetings and a host's own
pages are found through the same code. Indexing happens in the publishing transaction.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import Any

from django.db import connection, transaction
from django.dispatch import Signal
from wagtail.blocks import StreamValue
from wagtail.models import Page, get_page_models
from wagtail.query import PageQuerySet

from .models import IndexedWord, SearchDocument
from .text_normalising import LONGEST_WORD, PARAGRAPH, stem, to_index

# Sent after pages were indexed (`pages`) or taken out (`page_ids`), in the same transaction.
pages_indexed = Signal()
pages_removed = Signal()

# Of a text so many characters are searched: PostgreSQL keeps the places of 16,383 words and no
# more, and both databases have to find the same.
LONGEST_TEXT = 80_000

BLOCK_TAG = re.compile(
    r"</?(?:p|div|h[1-6]|li|ul|ol|br|hr|td|th|tr|table|blockquote|figure)\b[^>]*>"
)
TAG = re.compile(r"<[^>]*>")

WORDS_AT_ONCE = 300
PAGES_AT_ONCE = 500


def text_of(part: Any) -> str:
    """The words of plain text, of HTML or of a StreamField, without tags."""
    if isinstance(part, StreamValue):
        content = part.stream_block.get_searchable_content(part)
        return PARAGRAPH.join(text_of(str(child)) for child in content)
    if "<" not in part:
        return part
    # What the page shows is cleaned HTML; of an unclean one some marks stay as words.
    return unescape(TAG.sub("", BLOCK_TAG.sub(PARAGRAPH, part)))


def document_of(page: Page) -> SearchDocument:
    """What `page` is found by, not stored yet."""
    parts = page.search_document()
    written: set[str] = set()

    def normalised(text: str) -> str:
        words, as_written = to_index(text)
        written.update(as_written)
        return words

    head, body = (
        PARAGRAPH.join(text_of(part) for part in parts[place] if part)[:LONGEST_TEXT]
        for place in ("head", "body")
    )
    return SearchDocument(
        page_id=page.pk,
        title=normalised(page.title),
        head=normalised(head),
        body=normalised(body),
        text=" ".join(body.split()),
        words=" ".join(sorted(w for w in written if 2 <= len(w) <= LONGEST_WORD)),
    )


def index_page(page: Page) -> None:
    """Write what `page` is found by, or take it out when it is not public any more."""
    index_pages([page])


@transaction.atomic
def index_pages(pages: Iterable[Page]) -> int:
    """Index `pages` anew, those that are not live any more are taken out; returns how many."""
    specific = [page.specific for page in pages]
    findable = [page for page in specific if hasattr(page, "search_document")]
    live = [page for page in findable if page.live]
    remove_pages([page.pk for page in findable if not page.live])
    if live:
        store(live, [document_of(page) for page in live])
    return len(live)


def store(
    pages: Sequence[Page], documents: Sequence[SearchDocument], with_words: bool = True
) -> None:
    """Write the documents of `pages`, and tell those who keep more about them."""
    # First: it locks the version, so that two writers never wait for each other in a ring.
    pages_indexed.send(sender=SearchDocument, pages=pages)
    changes: Counter[str] = Counter()
    if with_words:
        keys = [document.page_id for document in documents]
        before = SearchDocument.objects.filter(pk__in=keys)
        for words in before.values_list("words", flat=True):
            changes.subtract(words.split())
        for document in documents:
            changes.update(document.words.split())
    SearchDocument.objects.bulk_create(
        documents,
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["title", "head", "body", "text", "words"],
    )
    count_words(changes)


def remove_pages(page_ids: Sequence[int]) -> None:
    """Take pages out of the index."""
    if not page_ids:
        return
    pages_removed.send(sender=SearchDocument, page_ids=list(page_ids))
    documents = SearchDocument.objects.filter(pk__in=page_ids)
    changes: Counter[str] = Counter()
    for words in documents.values_list("words", flat=True):
        changes.subtract(words.split())
    documents.delete()
    count_words(changes)


def count_words(changes: Counter[str]) -> None:
    """Add to how many pages use each word; words that no page uses are forgotten."""
    new = [
        IndexedWord(word=word, stem=stem(word), uses=change)
        for word, change in sorted(changes.items())
        if change
    ]
    for start in range(0, len(new), WORDS_AT_ONCE):
        some = new[start : start + WORDS_AT_ONCE]
        _add_uses(some)
    if any(row.uses < 0 for row in new):
        IndexedWord.objects.filter(uses__lte=0).delete()


def _add_uses(rows: list[IndexedWord]) -> None:
    table = IndexedWord._meta.db_table
    places = ", ".join(["(%s, %s, %s)"] * len(rows))
    values = [value for row in rows for value in (row.word, row.stem, row.uses)]
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (word, stem, uses) VALUES {places} "
            f"ON CONFLICT (word) DO UPDATE SET uses = {table}.uses + excluded.uses",
            values,
        )


def rebuild() -> int:
    """Index all live pages anew, in short transactions so that others can write meanwhile.

    Returns how many pages are indexed now.
    """
    gone = SearchDocument.objects.exclude(page__live=True)
    for some in batches(list(gone.values_list("pk", flat=True))):
        remove_pages(some)
    count = _index_some_at_a_time(Page.objects.live(), with_words=False)
    recount_words()
    return count


def index_again(keys: Iterable[int]) -> int:
    """Index those of `keys` that are live pages anew; returns how many."""
    return sum(
        _index_some_at_a_time(Page.objects.live().filter(pk__in=some), with_words=True)
        for some in batches(sorted(keys))
    )


def batches(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    """`keys` in parts that a database takes in one query."""
    for start in range(0, len(keys), PAGES_AT_ONCE):
        yield keys[start : start + PAGES_AT_ONCE]


def _index_some_at_a_time(pages: PageQuerySet, with_words: bool) -> int:
    count = 0
    for model in get_page_models():
        if hasattr(model, "search_document"):
            keys = list(pages.exact_type(model).order_by("pk").values_list("pk", flat=True))
            count += sum(_index_some(model, some, with_words) for some in batches(keys))
    return count


@transaction.atomic
def _index_some(model: type[Page], keys: Sequence[int], with_words: bool) -> int:
    pages = model.objects.live().filter(pk__in=keys)
    pages = pages.prefetch_related(*getattr(model, "search_relations", []))
    live = list(pages.order_by("pk"))
    store(live, [document_of(page) for page in live], with_words)
    return len(live)


@transaction.atomic
def recount_words() -> None:
    """Count anew how many pages use each word."""
    uses: Counter[str] = Counter()
    for words in SearchDocument.objects.values_list("words", flat=True).iterator(1000):
        uses.update(words.split())
    IndexedWord.objects.all().delete()
    IndexedWord.objects.bulk_create(
        (IndexedWord(word=word, stem=stem(word), uses=number) for word, number in uses.items()),
        batch_size=WORDS_AT_ONCE,
    )
