"""Words that mean the same have one form, and nothing that people type makes an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_pages.searching.text_normalising import normalise, words_of


@pytest.mark.parametrize(
    "spelling",
    [
        "co-production",
        "coproduction",
        "co production",
        "Co-Production",
        "co\u2011production",  # no-break hyphen
        "co\u2013production",  # en dash
        "co\u00adproduction",  # soft hyphen
    ],
)
def test_every_spelling_of_co_production_is_one_word(spelling: str) -> None:
    assert words_of(spelling) == words_of("co-production")
    assert len(words_of(spelling)) == 1


def test_production_and_co_far_apart_are_not_co_production() -> None:
    words = words_of("the company stopped production; co op chair")

    assert words_of("co-production")[0] not in words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organise", "organize"),
        ("organisation", "organizations"),
        ("carers", "carer"),
        ("house", "housing"),
        ("cafe", "café"),
        ("Hackney's", "Hackney"),
        ("Hackney’s", "Hackney"),
        ("parents", "parent"),
    ],
)
def test_plurals_endings_accents_and_apostrophes_do_not_matter(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@given(st.text(max_size=300))
def test_only_plain_letters_and_digits_come_out(text: str) -> None:
    assert all(
        word.isascii() and word.isalnum() and word == word.lower() for word in words_of(text)
    )


@given(st.text(max_size=100))
def test_a_text_finds_itself_whatever_it_holds(text: str) -> None:
    assert words_of(text) == words_of(text.upper().lower()) or not text.isascii()
