"""The plugin works in a bare Wagtail site, without this site's own apps and templates."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_a_bare_site_can_use_the_plugin() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}

    outcome = subprocess.run(
        [sys.executable, "-m", "tests.host_site.journey"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert outcome.returncode == 0, outcome.stderr[-3000:]
    assert "the plugin works alone" in outcome.stdout
