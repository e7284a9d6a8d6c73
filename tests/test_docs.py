"""The documentation keeps up: every setting and command is described, every path in it exists."""

import re
import subprocess
from pathlib import Path

import pytest

from coprod_pages.conf import SETTINGS

ROOT = Path(__file__).resolve().parents[1]
ARCHITECTURE = (ROOT / "docs/developers/architecture.md").read_text()


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_described_with_its_default(setting: object) -> None:
    row = re.search(rf"\| `{setting.name}` \| `(.+?)` \|", ARCHITECTURE)

    assert row, "not in docs/developers/architecture.md"
    assert row[1] == str(setting.default)


@pytest.mark.parametrize(
    "command",
    sorted(
        path.stem
        for folder in ("coprod_pages", "home")
        for path in (ROOT / folder / "management/commands").glob("*.py")
        if path.stem != "__init__"
    ),
)
def test_every_command_is_described(command: str) -> None:
    assert f"`{command}" in ARCHITECTURE


def test_every_run_time_dependency_has_its_reason() -> None:
    reasons = (ROOT / "docs/dependencies.md").read_text().lower()
    names = re.findall(r"^([A-Za-z][\w-]+)", (ROOT / "requirements.in").read_text(), re.MULTILINE)

    assert names
    assert [name for name in names if f"| {name.lower()}" not in reasons] == []


@pytest.mark.parametrize(
    "document",
    sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]),
    ids=lambda path: path.name,
)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", document.read_text())

    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_test_that_a_document_names_is_there() -> None:
    said = "\n".join(path.read_text() for path in (ROOT / "docs").rglob("*.md"))
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", said)

    assert len(named) > 30
    assert [
        f"{path}::{name}"
        for path, name in named
        if not (ROOT / path).exists() or f"def {name}(" not in (ROOT / path).read_text()
    ] == []


def test_links_in_mail_lead_to_the_port_that_the_sample_site_is_served_at() -> None:
    recipe = subprocess.run(
        ["make", "-n", "run", "PORT=8001"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "WAGTAILADMIN_BASE_URL:-http://localhost:8001}" in recipe.stdout
