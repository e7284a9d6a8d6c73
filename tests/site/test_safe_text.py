"""Text from outside is kept without the characters that break documents."""

import pytest

from coprod_pages.safe_text import (
    one_line,
    says_something,
    without_formula,
    without_unsafe_characters,
)


@pytest.mark.parametrize(
    "character", ["\x00", "\x01", "\x1f", "\x85", "\ufffe", "\uffff", "\u202e", "\u2066", "\ud800"]
)
def test_characters_that_break_documents_are_removed(character: str) -> None:
    assert without_unsafe_characters(f"a{character}b") == "ab"


def test_lines_and_tabs_and_accents_stay() -> None:
    assert without_unsafe_characters("a\r\nb\tcafe\u0301") == "a\nb\tcafé"


def test_one_line_has_no_stray_blanks() -> None:
    assert one_line("  a \n b\u00a0 c ") == "a b c"


@pytest.mark.parametrize(
    ("text", "says"), [("A", True), ("7", True), ("*** 🙂", False), ("_", False), ("", False)]
)
def test_signs_alone_say_nothing(text: str, says: bool) -> None:
    assert says_something(text) is says


@pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@name", "\t=1"])
def test_cells_that_would_run_as_formulas_do_not(text: str) -> None:
    assert without_formula(text) == f"'{text}"


def test_other_cells_are_left_alone() -> None:
    assert without_formula("Hackney") == "Hackney"
    assert without_formula(57) == 57
