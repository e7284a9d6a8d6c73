"""An edition from an empty page to a download, and what a withdrawal does to it."""

import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from .accessibility import no_barriers
from .conftest import PHONE, ROOT

# With a word that is longer than a phone is wide.
TITLE = f"Made in a browser {'wordthatgoeson' * 5}"


def run_worker(folder: Path, site_address: str) -> None:
    """Let everything that waits be done."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "coprod_site.settings.dev",
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "MEDIA_ROOT": str(folder / "media"),
        "MAIL_FOLDER": str(folder / "mail"),
        "WAGTAILADMIN_BASE_URL": site_address,
    }
    subprocess.run(
        [sys.executable, "manage.py", "make_documents"],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def test_an_edition_is_made_downloaded_taken_down_and_made_again(
    open_browser: Any, site_folder: Path, site_address: str
) -> None:
    visitor = open_browser()
    visitor.goto("/compendium/?sort=title")
    title = visitor.locator(".card__link").first.inner_text()

    editor = open_browser("reviewer")
    begin(editor)
    compile_it(editor, title)
    editor.get_by_role("link", name="Make and download").first.click()
    screen = editor.url
    expect(editor.get_by_text(title).first).to_be_visible()
    no_barriers(editor)
    editor.get_by_role("button", name="Make the edition").click()
    run_worker(site_folder, site_address)
    editor.goto(screen)
    expect(editor.get_by_role("link", name="PDF in large print")).to_be_visible()
    no_barriers(editor)
    editor.get_by_role("link", name="Edit the edition").click()
    editor.get_by_role("button", name="More actions").first.click()
    editor.get_by_role("button", name="Publish").click()

    visitor.goto("/editions/")
    no_barriers(visitor)
    visitor.get_by_role("link", name="Made in a browser").first.click()
    expect(visitor.get_by_role("heading", name=title, exact=True)).to_be_visible()
    no_barriers(visitor)
    visitor.set_viewport_size(PHONE)
    no_barriers(visitor)
    with visitor.expect_download() as download:
        visitor.get_by_role("link", name=re.compile("^PDF ?: Made")).click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF-")
    read_at = visitor.url

    take_down(editor, title)
    visitor.goto(read_at)
    expect(visitor.get_by_role("heading", name="This edition is being made again")).to_be_visible()
    editor.goto(screen)
    expect(editor.get_by_text("Taken down on")).to_be_visible()
    editor.get_by_role("button", name="Make it again").click()
    run_worker(site_folder, site_address)
    visitor.goto(read_at)
    expect(visitor.get_by_text("This edition replaces an earlier one")).to_be_visible()
    expect(visitor.get_by_role("heading", name=title, exact=True)).to_have_count(0)


def begin(page: Page) -> None:
    """Open the editor of a new edition."""
    page.goto("/admin/")
    page.get_by_role("link", name="Make an edition").click()


def compile_it(page: Page, title: str) -> None:
    """A section by hand and one by rule, saved as a draft."""
    page.locator("#id_title").fill(TITLE)
    add_section(page, "chosen", 0)
    page.locator("#sections-0-value-title").fill("London")
    choose = page.locator("#sections-0-value-case_studies-0-value-chooser").get_by_role(
        "button", name=re.compile("Choose a page")
    )
    chooser = page.locator(".modal-body")
    # On a busy machine the button may stand there before it does anything.
    for _time in range(4):
        choose.first.click()
        with suppress(PlaywrightTimeout):
            chooser.locator("#id_q").wait_for(timeout=20_000)
            break
    chooser.locator("#id_q").fill(title)
    chooser.get_by_role("link", name=title, exact=True).first.click()
    expect(page.locator("#sections-0-value-case_studies-0-value-title")).to_contain_text(title)
    add_section(page, "rule", 1)
    page.locator("#sections-1-value-title").fill("Lessons")
    page.locator("#sections-1-value-lessons").check()
    page.locator("#sections-1-value-most").fill("2")
    page.get_by_role("button", name="Save draft").click()
    page.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))


def add_section(page: Page, kind: str, place: int) -> None:
    """Add a section of this kind at the end."""
    names = {"chosen": "Case studies chosen by hand", "rule": "Case studies found by a rule"}
    page.locator(".c-sf-add-button").last.click()
    page.get_by_role("option", name=names[kind]).first.click()
    page.locator(f"#sections-{place}-value-title").wait_for()


def take_down(page: Page, title: str) -> None:
    """Unpublish the case study called `title`."""
    page.goto(f"/admin/pages/search/?q={quote(title)}")
    link = page.locator("main a[href*='/edit/']", has_text=title).first
    key = re.search(r"/pages/(\d+)/", link.get_attribute("href") or "").group(1)
    page.goto(f"/admin/pages/{key}/unpublish/")
    page.get_by_role("button", name=re.compile("Yes, unpublish")).click()
    page.wait_for_url(re.compile("/admin/pages/"))
