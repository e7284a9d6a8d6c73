"""Small spreadsheets, and the command that imports them."""

import csv
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

ROW = {
    "source_id": "1",
    "title": "A garden planned by its neighbours",
    "summary": "Neighbours planned a garden.",
    "body_html": "<p>They met on Tuesdays.</p>",
    "source": "our-own-list",
    "country": "United Kingdom",
    "city": "Leeds",
}


@pytest.fixture
def spreadsheet(tmp_path: Path) -> Callable[..., Path]:
    """Writes a CSV file with a row for each set of cells; unnamed cells are as in `ROW`."""

    def write(*rows: dict[str, str], name: str = "cases.csv", encoding: str = "utf-8") -> Path:
        filled = [{**ROW, "source_id": str(n), **row} for n, row in enumerate(rows, start=1)]
        path = tmp_path / name
        names = list(dict.fromkeys(name for row in filled for name in row))
        with path.open("w", newline="", encoding=encoding) as file:
            writer = csv.DictWriter(file, names)
            writer.writeheader()
            writer.writerows(filled)
        return path

    return write


class Run:
    """What a run of the command said, and whether it ended well."""

    def __init__(self, path: Path, *options: str) -> None:
        out = StringIO()
        self.error = ""
        try:
            call_command("import_case_studies", str(path), *options, stdout=out, verbosity=0)
        except CommandError as error:
            self.error = str(error)
        self.output = out.getvalue()


@pytest.fixture
def run(db: Any) -> type[Run]:
    """Runs the command: `run(path, "--publish").output`."""
    return Run
