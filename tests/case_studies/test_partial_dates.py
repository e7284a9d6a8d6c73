"""Dates are said as exactly as they are known, and no more exactly."""

from datetime import date

import pytest

from coprod_pages.case_studies.partial_dates import in_words, span_in_words


@pytest.mark.parametrize(
    ("precision", "words"),
    [("day", "3 December 2015"), ("month", "December 2015"), ("year", "2015")],
)
def test_a_date_is_written_as_exactly_as_it_is_known(precision: str, words: str) -> None:
    assert in_words(date(2015, 12, 3), precision) == words


def test_a_span_names_both_ends_once() -> None:
    start, end = date(2016, 1, 1), date(2016, 12, 31)

    assert span_in_words(start, "month", end, "day") == "January 2016 to 31 December 2016"
    assert span_in_words(start, "year", end, "year") == "2016"


def test_a_span_may_have_one_end_or_none() -> None:
    assert span_in_words(None, "day", date(2010, 1, 7), "day") == "until 7 January 2010"
    assert span_in_words(date(2020, 1, 1), "year", None, "day") == "2020"
    assert span_in_words(None, "day", None, "day") == ""
