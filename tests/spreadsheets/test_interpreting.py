"""What people mean by what they type."""

from datetime import date

import pytest

from coprod_pages.safe_text import without_formula
from coprod_pages.spreadsheets.facts import Facts, read_facts
from coprod_pages.spreadsheets.interpreting import (
    NotUnderstood,
    is_decimal,
    items,
    line,
    number,
    partial_date,
    plain,
    shortened,
    yes_or_no,
)
from coprod_pages.spreadsheets.notes import Notes
from coprod_pages.spreadsheets.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("typed", "day", "precision"),
    [
        ("2016-03-05", date(2016, 3, 5), "day"),
        ("2016-03-05 00:00:00", date(2016, 3, 5), "day"),
        ("05/03/2016", date(2016, 3, 5), "day"),
        ("5.3.2016", date(2016, 3, 5), "day"),
        ("5 March 2016", date(2016, 3, 5), "day"),
        ("5th Mar 2016", date(2016, 3, 5), "day"),
        ("March 2016", date(2016, 3, 1), "month"),
        ("Sept 2016", date(2016, 9, 1), "month"),
        ("2016-03", date(2016, 3, 1), "month"),
        ("03/2016", date(2016, 3, 1), "month"),
        (" 2016 ", date(2016, 1, 1), "year"),
    ],
)
def test_dates_are_read_as_exactly_as_they_are_typed(typed: str, day: date, precision: str) -> None:
    found = partial_date(typed)

    assert (found.day, found.precision) == (day, precision)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("2016", date(2016, 12, 31)), ("February 2016", date(2016, 2, 29))],
)
def test_an_end_is_the_last_day_of_its_month_or_year(typed: str, day: date) -> None:
    assert partial_date(typed, end=True).day == day


@pytest.mark.parametrize(
    "typed",
    ["31/02/2010", "2010-13-01", "0999", "3000", "soon", "Marchember 2010", "12/25/2010", "1/2/3"],
)
def test_an_impossible_date_is_not_understood_and_named(typed: str) -> None:
    with pytest.raises(NotUnderstood, match=typed):
        partial_date(typed)


def test_no_date_is_no_date() -> None:
    assert partial_date("  ") is None


@pytest.mark.parametrize(
    ("typed", "value", "exact"),
    [
        ("57", 57, True),
        ("2,000", 2000, True),
        ("1 000 000", 1_000_000, True),
        ("57.0", 57, True),
        ("100+", 100, False),
        ("about 40", 40, False),
        ("over 1,500 people", 1500, False),
        ("", None, True),
    ],
)
def test_numbers_of_people_are_read(typed: str, value: int | None, exact: bool) -> None:
    assert number(typed) == (value, exact)


@pytest.mark.parametrize("typed", ["many", "50-60", "-5", "99999999999", "12,34"])
def test_what_is_no_number_is_not_understood(typed: str) -> None:
    with pytest.raises(NotUnderstood):
        number(typed)


def test_yes_and_no_are_read_and_nothing_else() -> None:
    assert [yes_or_no(typed) for typed in ("Yes", "n", "FALSE", "")] == [True, False, False, None]
    with pytest.raises(NotUnderstood, match="perhaps"):
        yes_or_no("perhaps")


def test_a_decimal_is_a_number_or_nothing() -> None:
    assert [is_decimal(typed) for typed in ("51.5", "-0.1", "", "N/A")] == [True, True, True, False]


def test_lists_are_separated_by_semicolons_and_name_each_thing_once() -> None:
    assert items("health; Housing;; health ;\nparks") == ["health", "Housing", "parks"]


def test_an_entity_is_read_before_the_list_is_split() -> None:
    assert items("citizens&#039; assembly; housing") == ["citizens' assembly", "housing"]


def test_control_characters_and_direction_overrides_are_taken_out() -> None:
    assert line("A\x01 gar\u202eden\x00\n here") == "A garden here"


@pytest.mark.parametrize("text", ["=1+1", "@here", "+44", "-5", "It's plain", "'quoted'"])
def test_text_from_our_own_export_comes_back_as_it_was(text: str) -> None:
    assert plain(str(without_formula(text))) == text


def test_long_text_is_cut_between_words() -> None:
    cut = shortened("one two three four", 12)

    assert cut == "one two…"
    assert len(shortened("x" * 50, 12)) == 12


def facts(**cells: str) -> tuple[Facts, str]:
    notes = Notes()
    found = read_facts(cells, Vocabulary(kinds={"council": "council"}), notes)
    return found, "\n".join(str(note) for note in notes.all)


def test_an_end_before_the_start_is_left_out_and_said() -> None:
    found, said = facts(start_date="2011", end_date="2010-05-01")

    assert found.start == date(2011, 1, 1)
    assert found.end is None
    assert "2010-05-01 is before the start 2011" in said


def test_an_impossible_date_is_reported_with_its_value() -> None:
    found, said = facts(start_date="31/02/2010")

    assert found.start is None
    assert "31/02/2010" in said


def test_ongoing_is_kept_and_no_is_not_taken_for_finished_as_planned() -> None:
    assert facts(ongoing="yes")[0].progress == "ongoing"
    found, said = facts(ongoing="no")
    assert found.progress == ""
    assert "does not say whether finished" in said


def test_a_rough_number_is_kept_and_said() -> None:
    found, said = facts(participants="100+")

    assert found.participants == 100
    assert "100+" in said


def test_several_organisers_and_the_kind_of_the_lead() -> None:
    found, _said = facts(organiser="Leeds Council; Park Friends", organiser_type="Local Government")

    assert found.organisations == ("Leeds Council", "Park Friends")
    assert found.kind == "council"


def test_a_person_who_organised_it_is_not_named() -> None:
    found, said = facts(organiser="Jo Example", organiser_type="Individual")

    assert found.organisations == ()
    assert "names of people are not imported" in said
    assert "Jo" not in said


def test_what_is_not_a_coordinate_is_reported() -> None:
    assert "“N/A” is not a number" in facts(latitude="N/A")[1]


def test_long_facts_are_cut_and_given_in_full_in_the_report() -> None:
    found, said = facts(funder="A trust " * 50)

    assert len(found.funder) <= 200
    assert ("A trust " * 50).strip() in said
