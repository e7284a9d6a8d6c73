"""What `make run` tells the site about itself."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_links_in_mail_lead_to_the_port_that_is_served() -> None:
    ask = ["--eval", "run: ask", "--eval", "ask: ; @echo $(WAGTAILADMIN_BASE_URL)"]

    said = subprocess.run(
        ["make", "--dry-run", "run", "PORT=8123", *ask],  # noqa: S607  the one that runs the tests
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout

    assert "echo http://localhost:8123\n" in said
