"""XLSX workbooks: the first sheet, as text. Formulas are never worked out."""

import io
import zipfile
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from .unreadable import CannotRead

MAX_UNPACKED = 400 * 1024 * 1024
MAX_COLUMNS = 200


def rows_of_workbook(content: bytes, max_rows: int, remarks: list[str]) -> list[list[str]]:
    """The rows of the first sheet, the header first."""
    try:
        _refuse_bomb(content)
        values = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        formulas = load_workbook(io.BytesIO(content), read_only=True)
        if len(values.sheetnames) > 1:
            remarks.append(f"Only the first sheet was read: {values.sheetnames[0]}.")
        return list(_rows(values.worksheets[0], formulas.worksheets[0], max_rows, remarks))
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError) as error:
        raise CannotRead("This is not a workbook that can be read. Save it as CSV.") from error


def _refuse_bomb(content: bytes) -> None:
    """A small file can unpack to gigabytes."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(member.file_size for member in archive.infolist()) > MAX_UNPACKED:
            raise CannotRead("The workbook is too large. Split it into parts.")


def _rows(values: Any, formulas: Any, max_rows: int, remarks: list[str]) -> Any:
    # The size that a workbook states about itself is often wrong.
    values.reset_dimensions()
    formulas.reset_dimensions()
    # The header and one row too many, so that the reader can say that there are too many.
    limits = {"max_row": max_rows + 2, "max_col": MAX_COLUMNS}
    pairs = zip(values.iter_rows(**limits), formulas.iter_rows(**limits), strict=False)
    for number, (cells, written) in enumerate(pairs, start=1):
        row = [as_text(cell.value, getattr(cell, "number_format", "")) for cell in cells]
        for place, cell in enumerate(written):
            if cell.data_type == "f":
                where = f"{get_column_letter(place + 1)}{number}"
                remarks.append(_about_formula(where, row[place]))
        yield _without_empty_end(row)


def _about_formula(where: str, result: str) -> str:
    if result:
        return f"Cell {where} holds a formula; its last result was taken: {result[:60]}"
    return f"Cell {where} holds a formula without a usable result; it was taken as empty."


def _without_empty_end(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row.pop()
    return row


def as_text(value: Any, number_format: str = "") -> str:
    """A typed cell as somebody would have typed it."""
    if value is None or (isinstance(value, str) and value in ERROR_CODES):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime | date):
        return _date_as_shown(value, number_format.lower())
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _date_as_shown(value: date, number_format: str) -> str:
    """A date no more exactly than the cell shows it: "Mar 2009" is stored as 1 March 2009."""
    if "y" in number_format and "d" not in number_format:
        return f"{value:%Y-%m}" if "m" in number_format else f"{value:%Y}"
    return f"{value:%Y-%m-%d}"
