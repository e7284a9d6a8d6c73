"""The list of erasures: it names nobody, and many may write to it at once."""

import json
import threading
from pathlib import Path

import pytest

from coprod_pages import erasures_file as listing
from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.personal_data.erasing import erase
from tests.personal_data.conftest import ADDRESS

pytestmark = pytest.mark.django_db


def test_it_names_nobody(everywhere: CaseStudyPage, erasures_file: Path) -> None:
    erase(ADDRESS)

    text = erasures_file.read_text()

    assert "ottoline" not in text.lower()
    assert all(json.loads(line)["at"] for line in text.splitlines())
    assert erasures_file.stat().st_mode & 0o077 == 0


def test_entries_written_at_once_are_all_there(erasures_file: Path) -> None:
    def write(number: int) -> None:
        for each in range(20):
            listing.note("contribution erased", contribution=f"{number}-{each}")

    writers = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert len({entry["contribution"] for entry in listing.entries()}) == 160
