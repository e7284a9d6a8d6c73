"""Files as people have them: encodings, separators, workbooks, and what is no spreadsheet."""

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from coprod_pages.spreadsheets import read as reading
from coprod_pages.spreadsheets.columns import COLUMNS
from coprod_pages.spreadsheets.read import read_spreadsheet
from coprod_pages.spreadsheets.unreadable import CannotRead


def file_with(tmp_path: Path, content: bytes | str, name: str = "cases.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def workbook(tmp_path: Path, *rows: list[object]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    path = tmp_path / "cases.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_commas_semicolons_and_tabs_separate(tmp_path: Path, separator: str) -> None:
    lines = [["source_id", "title"], ["7", "A garden"]]
    sheet = read_spreadsheet(
        file_with(tmp_path, "\n".join(separator.join(cells) for cells in lines))
    )

    assert sheet.rows[0].cells == {"source_id": "7", "title": "A garden"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_accents_are_read_in_the_usual_encodings(tmp_path: Path, encoding: str) -> None:
    content = "source_id,title\n1,Café Zoë\n".encode(encoding)

    sheet = read_spreadsheet(file_with(tmp_path, content))

    assert sheet.rows[0].cells["title"] == "Café Zoë"
    assert any("Windows text" in remark for remark in sheet.remarks) == (encoding == "cp1252")


def test_rows_are_numbered_as_a_spreadsheet_program_numbers_them(tmp_path: Path) -> None:
    text = 'source_id,title\n1,"Two\nlines"\n\n2,Another\n'

    sheet = read_spreadsheet(file_with(tmp_path, text))

    assert [(row.number, row.cells["title"]) for row in sheet.rows] == [
        (2, "Two\nlines"),
        (4, "Another"),
    ]


def test_a_very_long_cell_is_read(tmp_path: Path) -> None:
    sheet = read_spreadsheet(file_with(tmp_path, f"source_id,title\n1,{'a' * 300_000}\n"))

    assert len(sheet.rows[0].cells["title"]) == 300_000


def test_headings_are_known_in_capitals_with_blanks_and_hyphens(tmp_path: Path) -> None:
    sheet = read_spreadsheet(file_with(tmp_path, " Source ID ,TITLE,start-date\n1,a,2016\n"))

    assert sheet.rows[0].cells == {"source_id": "1", "title": "a", "start_date": "2016"}


def test_unknown_and_missing_columns_are_named(tmp_path: Path) -> None:
    remarks = read_spreadsheet(file_with(tmp_path, "source_id,title,colour\n1,a,red\n")).remarks

    assert "Columns that we do not know, left out: colour." in remarks
    assert any("does not have: summary, body_html" in remark for remark in remarks)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "empty"),
        ("  \n ", "empty"),
        ("source_id,title\n", "no rows"),
        ("colour,size\nred,9\n", "no column names that we know"),
        ("title,summary\na,b\n", "missing that every file needs: source_id"),
        ("source_id,title,title\n1,a,b\n", "used twice: title"),
        ('source_id,title\n1,"never closed\n2,b\n', "quotation mark"),
        (b"\xd0\xcf\x11\xe0" + b"old", "old Excel format"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not a spreadsheet"),
        (b"PK\x03\x04 not a workbook", "not a workbook"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_in_plain_words(
    tmp_path: Path, content: bytes | str, reason: str
) -> None:
    with pytest.raises(CannotRead, match=reason):
        read_spreadsheet(file_with(tmp_path, content))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="There is no file"):
        read_spreadsheet(tmp_path / "nowhere.csv")
    with pytest.raises(CannotRead, match="is not a file"):
        read_spreadsheet(tmp_path)


def test_too_many_rows_and_too_large_files_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = file_with(tmp_path, "source_id,title\n1,a\n2,b\n3,c\n")
    monkeypatch.setattr(reading, "MAX_ROWS", 2)
    with pytest.raises(CannotRead, match="more than 2 rows"):
        read_spreadsheet(path)
    monkeypatch.setattr(reading, "MAX_BYTES", 5)
    with pytest.raises(CannotRead, match="larger than"):
        read_spreadsheet(path)


def test_a_row_with_too_many_cells_says_so(tmp_path: Path) -> None:
    sheet = read_spreadsheet(file_with(tmp_path, "source_id,title\n1,A garden, and a shed\n"))

    assert "more cells" in sheet.rows[0].problem


def test_typed_cells_of_a_workbook_become_what_they_show(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.append(["source_id", "title", "participants", "start_date", "end_date", "ongoing"])
    sheet.append([7, "A garden", 2000.0, datetime(2016, 3, 1), date(2017, 1, 1), True])
    sheet["D2"].number_format = "mmm-yy"
    sheet["E2"].number_format = "dd/mm/yyyy"
    path = tmp_path / "cases.xlsx"
    book.save(path)

    assert read_spreadsheet(path).rows[0].cells == {
        "source_id": "7",
        "title": "A garden",
        "participants": "2000",
        "start_date": "2016-03",
        "end_date": "2017-01-01",
        "ongoing": "yes",
    }


def test_a_formula_is_never_worked_out_and_is_pointed_out(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["source_id", "title"], ["1", "=1+1"], ["2", "A garden"])

    sheet = read_spreadsheet(path)

    assert [row.cells.get("title", "") for row in sheet.rows] == ["", "A garden"]
    assert any("B2 holds a formula" in remark for remark in sheet.remarks)


def test_only_the_first_sheet_is_read_and_that_is_said(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["source_id", "title"])
    book.active.append(["1", "A garden"])
    book.create_sheet("Notes").append(["nothing"])
    path = tmp_path / "two.xlsx"
    book.save(path)

    sheet = read_spreadsheet(path)

    assert len(sheet.rows) == 1
    assert any("Only the first sheet" in remark for remark in sheet.remarks)


def test_a_workbook_that_unpacks_to_gigabytes_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coprod_pages.spreadsheets import workbooks

    monkeypatch.setattr(workbooks, "MAX_UNPACKED", 1000)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "0" * 10_000)

    with pytest.raises(CannotRead, match="too large"):
        read_spreadsheet(file_with(tmp_path, content.getvalue(), "bomb.xlsx"))


def test_every_column_is_explained_to_editors() -> None:
    guide = (Path(__file__).parents[2] / "docs/editors/importing.md").read_text()

    assert [column.name for column in COLUMNS if f"`{column.name}`" not in guide] == []
