"""Which part of a text is shown, and what of it is marked."""

import pytest

from coprod_pages.searching.excerpts import EXCERPT_WORDS, Piece, excerpt
from coprod_pages.searching.text_normalising import words_of

LONG_BEFORE = "Something else was said here for a while. " * 10


def shown_for(words: str, text: str) -> tuple[str, list[str]]:
    pieces = excerpt(text, frozenset(words_of(words)))
    return "".join(piece.text for piece in pieces), [p.text for p in pieces if p.marked]


@pytest.mark.parametrize(
    "written",
    [
        "co-production",
        "coproduction",
        "co production",
        "(co production",
        "Co – production",
        "CO-PRODUCED",
    ],
)
def test_the_words_are_found_however_they_are_written(written: str) -> None:
    shown, marked = shown_for("co-production", f"{LONG_BEFORE}We worked by {written} with tenants.")

    assert shown.startswith("… ")
    assert len(marked) == 1
    assert marked[0] in written


def test_the_part_with_most_of_the_words_is_shown() -> None:
    text = f"Housing came first. {LONG_BEFORE}The tenants of the housing estate decided."

    shown, marked = shown_for("tenants housing", text)

    assert shown.endswith("The tenants of the housing estate decided.")
    assert marked == ["tenants", "housing"]


def test_an_excerpt_is_short_and_says_where_it_was_cut() -> None:
    shown, _marked = shown_for("allotment", f"{LONG_BEFORE}an allotment {LONG_BEFORE}")

    assert len(shown.split()) == EXCERPT_WORDS + 2
    assert shown.startswith("… ")
    assert shown.endswith(" …")


def test_a_word_seen_in_an_earlier_text_is_found_in_a_later_one() -> None:
    for name in ("Hackney", "Camden"):
        assert excerpt(f"In {name}, gardeners met.", frozenset(words_of("gardener"))) == [
            Piece(f"In {name}, "),
            Piece("gardeners", marked=True),
            Piece(" met."),
        ]


def test_a_text_without_the_words_has_no_excerpt() -> None:
    assert excerpt(LONG_BEFORE, frozenset(words_of("allotment"))) == []
    assert excerpt("", frozenset(words_of("allotment"))) == []
