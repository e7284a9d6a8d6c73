"""The copy of the whole site, opened from a folder: no server, no connection."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from .accessibility import no_barriers, no_sideways_scrolling
from .conftest import PHONE, ROOT, WIDE

PAGES = [
    "index.html",
    "about-this-copy/index.html",
    "compendium/index.html",
    "compendium/by-borough/index.html",
    "compendium/connect-hackney-participatory-budgeting/index.html",
    "continuum/index.html",
    "editions/index.html",
    "not-in-this-copy/index.html",
    "working-group/index.html",
    "working-group/meetings/index.html",
    "working-group/news/index.html",
]


@pytest.fixture(scope="module")
def copy(site_address: str, site_folder: Path) -> Path:
    """The copy of the sample site, made while that is served."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "coprod_site.settings.dev",
        "DATABASE_URL": f"sqlite:///{site_folder / 'site.sqlite3'}",
        "MEDIA_ROOT": str(site_folder / "media"),
        "WAGTAILADMIN_BASE_URL": site_address,
    }
    folder = site_folder / "copy"
    command = [sys.executable, "manage.py", "archive_site", str(folder)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return folder


@pytest.fixture
def offline(browser: Browser) -> Any:
    """Opens a window that reaches no server, and notes what it could not have."""
    contexts, failed = [], []

    def open_window(viewport: dict) -> Page:
        context = browser.new_context(offline=True, viewport=viewport, reduced_motion="reduce")
        contexts.append(context)
        page = context.new_page()
        page.on("requestfailed", lambda request: failed.append(request))
        page.on("pageerror", lambda error: failed.append(error))
        return page

    yield open_window
    for context in contexts:
        context.close()
    # The checker of barriers asks for style sheets once more, which no page from a folder may.
    assert [each for each in failed if getattr(each, "resource_type", "") != "xhr"] == []


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_no_page_of_the_copy_has_a_barrier(copy: Path, offline: Any, viewport: dict) -> None:
    page = offline(viewport)

    for name in PAGES:
        page.goto((copy / name).as_uri())
        no_barriers(page)
        no_sideways_scrolling(page)


def test_somebody_finds_a_case_study_in_the_copy(copy: Path, offline: Any) -> None:
    page = offline(PHONE)
    page.goto((copy / "index.html").as_uri())

    page.get_by_role("link", name="See all 13 case studies").click()
    page.get_by_role("main").get_by_role("link", name="Place", exact=True).click()
    page.get_by_role("link", name="Over-50s in Hackney vote on where lottery money goes").click()

    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Over-50s in Hackney vote on where lottery money goes")
    expect(page.get_by_role("contentinfo")).to_contain_text("A copy made on")


def test_what_needs_a_site_says_so(copy: Path, offline: Any) -> None:
    page = offline(WIDE)
    page.goto((copy / "index.html").as_uri())

    page.get_by_role("main").get_by_role("link", name="Send us your example").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Not in this copy")
    page.get_by_role("link", name="Go to the home page").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Co-production")
