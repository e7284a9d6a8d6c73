"""The workbook: what goes in comes out, and it is sent as it is written."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from coprod_pages.compendium.workbooks import ROWS_AT_ONCE, workbook
from coprod_pages.safe_text import one_line


def cells(rows: list, headings: tuple = ("One", "Two")) -> list[tuple]:
    content = b"".join(workbook("A & B", headings, rows))
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet.title == "A & B"
    first, *others = sheet.iter_rows(values_only=True)
    assert first == headings
    return others


def test_text_and_days_come_out_as_they_went_in() -> None:
    rows = [["<b> & ]]> “é” 文字", date(2026, 2, 28)], ["  two  blanks ", ""], ["=1+1", None]]

    assert cells(rows) == [
        ("<b> & ]]> “é” 文字", datetime(2026, 2, 28)),
        ("  two  blanks ", None),
        ("=1+1", None),
    ]


@settings(max_examples=30, deadline=None, database=None, derandomize=True)
@given(st.lists(st.text(min_size=1).map(one_line).filter(bool), min_size=2, max_size=2))
def test_any_safe_text_can_be_in_a_cell(row: list[str]) -> None:
    assert cells([row]) == [tuple(row)]


def test_the_archive_is_whole() -> None:
    content = b"".join(workbook("A", ["One"], [["x"]] * 1000))

    assert ZipFile(io.BytesIO(content)).testzip() is None


def test_a_cell_takes_no_more_than_excel_reads() -> None:
    ((text, _other),) = cells([["é" * 40_000, "x"]])

    assert len(text) == 32_767


def test_rows_are_taken_as_they_are_sent() -> None:
    taken = []

    def rows() -> Iterator[list[str]]:
        for number in range(10_000):
            taken.append(number)
            yield [f"row {number}"]

    next(workbook("A", ["One"], rows()))

    assert len(taken) <= ROWS_AT_ONCE
