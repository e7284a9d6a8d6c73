"""Whatever stands in the cells, a row is either understood or refused, and never an error."""

import csv
import json
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from coprod_pages.safe_text import UNSAFE_CHARACTERS
from coprod_pages.spreadsheets.columns import COLUMNS
from coprod_pages.spreadsheets.read import RawRow, read_spreadsheet
from coprod_pages.spreadsheets.records import ReadRow, understand
from coprod_pages.spreadsheets.unreadable import CannotRead
from tests.spreadsheets.test_subjects import HERE

PIECES = [
    *(
        "<p>",
        "</p>",
        "<h3>",
        "<blockquote>",
        "<li>",
        "<ul>",
        "<table><tr><td>",
        "<a href='",
        "<sup>",
    ),
    *(
        "<script>",
        "&#1;",
        "&#xFFFE;",
        "&amp",
        ";",
        "31/02/2010",
        "2016",
        "London",
        "=1",
        "'@",
        "\x00",
    ),
    *(
        "<div>",
        "</div>",
        "<h2></p>",
        "<p><blockquote>",
        "a",
        "Hackney and ",
        "\u202e",
        "\n\n",
        "]]>",
    ),
]
CELL = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
NAMES = [column.name for column in COLUMNS]


@settings(max_examples=300, deadline=None)
@given(cells=st.dictionaries(st.sampled_from(NAMES), CELL), title=CELL)
@example(cells={"url": "http://[half"}, title="a")
@example(cells={"url": "https://example.org/\u2100"}, title="a")
def test_any_cells_are_understood_or_refused(cells: dict[str, str], title: str) -> None:
    read = understand(RawRow(2, {**cells, "source_id": "1", "title": title}), HERE)

    assert bool(read.record) != bool(read.refusals)
    if read.record:
        assert_safe(read)


def assert_safe(read: ReadRow) -> None:
    """Nothing that was kept breaks documents, runs, or is longer than its column."""
    record = read.record
    kept = [record.title, record.summary, record.need, record.where.place, *record.subjects.tags]
    kept += [str(value) for _kind, value in record.story]
    assert not [text for text in kept if UNSAFE_CHARACTERS.search(text.replace("\\n", ""))]
    assert "<script" not in json.dumps(record.story).lower()
    assert len(record.title) <= 255
    assert len(record.summary) <= 280
    assert len(record.where.place) <= 150
    assert len(record.digest) == 64


@settings(max_examples=200, deadline=None)
@given(content=st.binary(max_size=200))
def test_any_bytes_are_a_spreadsheet_or_a_plain_error(
    tmp_path_factory: object, content: bytes
) -> None:
    path: Path = tmp_path_factory.getbasetemp() / "any.csv"
    for beginning in (b"", b"source_id,title\n", b"\xff\xfe", b"PK\x03\x04"):
        path.write_bytes(beginning + content)
        before = csv.field_size_limit()
        try:
            sheet = read_spreadsheet(path)
        except CannotRead as error:
            assert str(error).endswith(".")
        else:
            assert sheet.rows
        assert csv.field_size_limit() == before
