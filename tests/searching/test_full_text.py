"""The database's engine finds just the pages whose normalised texts hold a phrase.

Run on SQLite and on PostgreSQL: as both agree with the texts, they agree with each other.
"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_pages.searching.full_text import Scope, pages_holding
from coprod_pages.searching.indexing import store
from coprod_pages.searching.models import IndexedWord, SearchDocument
from coprod_pages.searching.text_normalising import to_index, words_of
from tests.factories import case_study

pytestmark = pytest.mark.django_db

# Few different words, so that phrases meet; odd ones, so that no engine takes them apart.
ODD = ["co-production", "covid-19", "18-25s", "£10,000", "1e5", "b2b", "a.b.c", "e-mail@x.org"]
WORDS = st.one_of(
    st.sampled_from(["heron", "otter", "young people", "well-being", "the", *ODD, "বাংলা", "Łódź"]),
    st.text(max_size=12),
)
TEXTS = st.lists(WORDS, max_size=8).map(" ".join)
PAGES = 5
PARTS = {Scope.TITLE: 1, Scope.TOP: 2, Scope.ALL: 3}

LENIENT = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def pages() -> list:
    return [case_study(f"Page {number}") for number in range(PAGES)]


def hold(phrase: tuple[str, ...], texts: list[str]) -> bool:
    return any(f" {' '.join(phrase)} " in f" {text} " for text in texts)


@LENIENT
@given(
    documents=st.lists(st.tuples(TEXTS, TEXTS, TEXTS), min_size=PAGES, max_size=PAGES),
    asked=st.lists(TEXTS, min_size=1, max_size=4),
)
def test_a_phrase_finds_the_pages_that_hold_it(
    pages: list, documents: list[tuple[str, str, str]], asked: list[str]
) -> None:
    texts = [[to_index(text)[0] for text in document] for document in documents]
    store(
        pages,
        [
            SearchDocument(page_id=page.pk, title=title, head=head, body=body)
            for page, (title, head, body) in zip(pages, texts, strict=True)
        ],
        with_words=False,
    )
    of_documents = [words_of(document[2])[:2] for document in documents]
    phrases = {tuple(words) for words in [*map(words_of, asked), *of_documents] if words}
    keys = [(scope, phrase) for scope in Scope for phrase in phrases]

    found = pages_holding(keys)
    ours = {page.pk for page in pages}

    for scope, phrase in keys:
        expected = {
            page.pk
            for page, text in zip(pages, texts, strict=True)
            if hold(phrase, text[: PARTS[scope]])
        }
        assert ours & set(found[scope, phrase]) == expected, (scope, phrase)


def test_words_are_counted_as_pages_come_change_and_go() -> None:
    first = case_study("Herons", need="<p>An otter.</p>")
    case_study("Herons again")
    assert IndexedWord.objects.get(word="herons").uses == 2
    assert IndexedWord.objects.get(word="otter").uses == 1

    first.need = "<p>A badger.</p>"
    first.save_revision().publish()
    assert not IndexedWord.objects.filter(word="otter").exists()
    assert IndexedWord.objects.get(word="badger").uses == 1

    first.unpublish()
    assert IndexedWord.objects.get(word="herons").uses == 1
    assert not IndexedWord.objects.filter(word="badger").exists()

    first.refresh_from_db()
    first.save_revision().publish()
    first.delete()
    assert IndexedWord.objects.get(word="herons").uses == 1
