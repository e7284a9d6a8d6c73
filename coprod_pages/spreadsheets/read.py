"""Reading a CSV or XLSX file into numbered rows of text. Nothing is interpreted here."""

from dataclasses import dataclass, field
from pathlib import Path

from . import columns
from .csv_files import rows_of_csv
from .unreadable import CannotRead
from .workbooks import rows_of_workbook

MAX_BYTES = 50 * 1024 * 1024
MAX_ROWS = 5_000
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
ZIP = b"PK\x03\x04"


@dataclass(frozen=True)
class RawRow:
    """One row: its number as a spreadsheet program shows it, and its cells by column."""

    number: int
    cells: dict[str, str]
    problem: str = ""


@dataclass
class Sheet:
    """What a file holds, and what has to be said about the file as a whole."""

    rows: list[RawRow] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def read_spreadsheet(path: Path) -> Sheet:
    """The rows of the file at `path`. Raises `CannotRead` with a reason in plain words."""
    content = _content(path)
    remarks: list[str] = []
    if content.startswith(ZIP):
        lines = rows_of_workbook(content, MAX_ROWS, remarks)
    elif content.startswith(OLD_EXCEL):
        raise CannotRead("This is the old Excel format. Save it as .xlsx or CSV and try again.")
    else:
        lines = rows_of_csv(content, remarks)
    header = _header(lines[0] if lines else [])
    remarks.extend(_about_columns(header))
    sheet = Sheet(remarks=remarks)
    for number, cells in enumerate(lines[1:], start=2):
        if any(cell.strip() for cell in cells):
            sheet.rows.append(_row(number, header, cells))
    if not sheet.rows:
        raise CannotRead("There are column names but no rows below them.")
    if len(sheet.rows) > MAX_ROWS:
        raise CannotRead(f"There are more than {MAX_ROWS:,} rows. Split the file into parts.")
    return sheet


def _content(path: Path) -> bytes:
    if not path.exists():
        raise CannotRead(f"There is no file called {path}.")
    if not path.is_file():
        raise CannotRead(f"{path} is not a file.")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CannotRead("The file is larger than 50 MB. Split it into parts.")
        content = path.read_bytes()
    except OSError as error:
        raise CannotRead(f"The file cannot be opened: {error.strerror}.") from error
    if not content.strip():
        raise CannotRead("The file is empty.")
    return content


def _header(headings: list[str]) -> list[str]:
    header = [columns.column_name(heading) for heading in headings]
    known = [name for name in header if name in columns.NAMES]
    if not known:
        raise CannotRead(
            "The first row holds no column names that we know. It has to begin with names "
            f"such as {', '.join(columns.EXPECTED[:4])}."
        )
    twice = sorted({name for name in known if known.count(name) > 1})
    if twice:
        raise CannotRead(f"Column name used twice: {', '.join(twice)}.")
    lacking = [name for name in columns.NEEDED if name not in known]
    if lacking:
        raise CannotRead(f"Column missing that every file needs: {', '.join(lacking)}.")
    return header


def _about_columns(header: list[str]) -> list[str]:
    remarks = []
    unknown = [name or "(no name)" for name in header if name not in columns.NAMES]
    lacking = [name for name in columns.EXPECTED if name not in header]
    not_kept = [name for name in columns.NOT_KEPT if name in header]
    if unknown:
        remarks.append(f"Columns that we do not know, left out: {', '.join(unknown)}.")
    if lacking:
        remarks.append(f"Columns that this file does not have: {', '.join(lacking)}.")
    if not_kept:
        remarks.append(f"Columns that are read but not kept: {', '.join(not_kept)}.")
    return remarks


def _row(number: int, header: list[str], cells: list[str]) -> RawRow:
    extra = [cell for cell in cells[len(header) :] if cell.strip()]
    problem = (
        "The row has more cells than there are columns. A separator or quotation mark is "
        "probably in the wrong place."
        if extra
        else ""
    )
    padded = cells + [""] * (len(header) - len(cells))
    known = {
        name: cell for name, cell in zip(header, padded, strict=False) if name in columns.NAMES
    }
    return RawRow(number, known, problem)
