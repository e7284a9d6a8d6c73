"""CSV as spreadsheet programs and people write it: encodings, separators, quotation marks."""

import codecs
import csv
import io

from .columns import NAMES, column_name
from .unreadable import CannotRead

SEPARATORS = (",", ";", "\t")
MAX_CELL = 5 * 1024 * 1024


def rows_of_csv(content: bytes, remarks: list[str]) -> list[list[str]]:
    """All rows, the header first. Adds to `remarks` what was unusual about the file."""
    text = _decoded(content, remarks)
    before = csv.field_size_limit(MAX_CELL)
    try:
        return list(_reader(text, _separator(text)))
    except csv.Error as error:
        raise CannotRead(_in_plain_words(error)) from error
    finally:
        csv.field_size_limit(before)


def _decoded(content: bytes, remarks: list[str]) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    if b"\x00" in content[:4096]:
        raise CannotRead("This is not a spreadsheet. Give a CSV or XLSX file.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        remarks.append(
            "The file is not UTF-8; it was read as Windows text (cp1252). Look at the accents "
            "and the quotation marks."
        )
        return content.decode("cp1252", errors="replace")


def _reader(text: str, separator: str) -> "csv._reader":
    # Strict: a quotation mark that is never closed would otherwise swallow all later rows.
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)


def _separator(text: str) -> str:
    """The separator that makes the most known column names of the first row."""

    def known_names(separator: str) -> int:
        try:
            first = next(_reader(text, separator), [])
        except csv.Error:
            return -1
        return sum(column_name(heading) in NAMES for heading in first)

    return max(SEPARATORS, key=known_names)


def _in_plain_words(error: csv.Error) -> str:
    if "field larger" in str(error):
        return "A cell is longer than five million characters. A quotation mark may be missing."
    return (
        "A quotation mark is opened and not closed, or stands where it cannot. Save the file "
        "as CSV from a spreadsheet program, which sets them right."
    )
