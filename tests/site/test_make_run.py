"""What `make run` tells the site about itself."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

MAKE = shutil.which("make")


@pytest.mark.skipif(MAKE is None, reason="make is not on this machine")
def test_links_in_mail_lead_to_the_port_that_is_served() -> None:
    ask = ["--eval", "run: ask", "--eval", "ask: ; @echo $(WAGTAILADMIN_BASE_URL)"]

    said = subprocess.run(
        [MAKE, "--dry-run", "run", "PORT=8123", *ask],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout

    assert "echo http://localhost:8123\n" in said
