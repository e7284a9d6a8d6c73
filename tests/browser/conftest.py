"""A real site in a process of its own, with the sample content, and a real browser."""

import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from coprod_pages.mail.sent_views import SentMail, newest_in

# On a machine that is busy with other tests a page may take many seconds.
expect.set_options(timeout=45_000)

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "co-production"
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


def chromium() -> str | None:
    """Where Chromium is, if it is on this machine."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without Chromium the tests here are skipped, and it is said how to get it."""
    here = Path(__file__).parent
    for item in items:
        if here in Path(item.path).parents:
            item.add_marker(pytest.mark.browser)
            if chromium() is None:
                item.add_marker(
                    pytest.mark.skip(
                        reason="Chromium is not on this machine. On Debian: apt-get install chromium"
                    )
                )


@pytest.fixture(scope="package")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the site that is tested keeps its database, files and mail."""
    return tmp_path_factory.mktemp("site")


class Mailbox:
    """The mail that the site has sent."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def newest_link(self, site_address: str, recipient: str) -> str:
        """The secret link in the last mail to somebody."""
        path = re.search(
            r"https?://[^/\s]+(/(?:contribute|attend)/\S+/)", self.newest(recipient).text
        )
        return f"{site_address}{path.group(1)}"

    def newest(self, recipient: str) -> SentMail:
        """The last mail to somebody, once none waits in the outbox any more."""
        self._wait_until_sent()
        # Not the newest file: Django puts what is sent in one second into one, now and then.
        return next(mail for mail in newest_in(self.folder / "mail") if mail.to == recipient)

    def _wait_until_sent(self) -> None:
        waiting = "SELECT count(*) FROM coprod_pages_outgoingmail WHERE state IN (1, 2)"
        for _attempt in range(300):
            with closing(sqlite3.connect(self.folder / "site.sqlite3", timeout=20)) as database:
                if database.execute(waiting).fetchone()[0] == 0:
                    return
            time.sleep(0.1)
        pytest.fail("Mail waits in the outbox and is not sent.")


@pytest.fixture(scope="package")
def mailbox(site_folder: Path) -> Mailbox:
    """The mail that the site has sent."""
    return Mailbox(site_folder)


@pytest.fixture(scope="package")
def site_address(site_folder: Path) -> Iterator[str]:
    """The address of a site with the sample content, served until the tests are over."""
    folder = site_folder
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "coprod_site.settings.dev",
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "MEDIA_ROOT": str(folder / "media"),
        "MAIL_FOLDER": str(folder / "mail"),
        "WAGTAILADMIN_BASE_URL": f"http://localhost:{port}",
    }
    subprocess.run(
        [sys.executable, "manage.py", "prepare_sample_site", "--port", str(port)],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    log = (folder / "server.log").open("w")
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "coprod_site.wsgi"),
            *("--bind", f"127.0.0.1:{port}", "--workers", "1", "--threads", "4"),
        ],
        cwd=ROOT,
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "send_queued_mail", "--forever", "--pause", "0.2"],
        cwd=ROOT,
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    address = f"http://localhost:{port}"
    try:
        wait_for(f"{address}/healthz/", server, folder / "server.log")
        yield address
    finally:
        for process in (server, worker):
            process.terminate()
            process.wait(timeout=15)
        log.close()


def wait_for(address: str, server: subprocess.Popen, log: Path) -> None:
    """Return when `address` answers; fail with the server's log when it never does."""
    for _attempt in range(150):
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310  our own address
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"The site did not start:\n{log.read_text()}")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One browser for all the tests; each gets a context of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=CHROMIUM_ARGUMENTS, headless=True
        )
        yield browser
        browser.close()


@pytest.fixture
def open_browser(browser: Browser, site_address: str) -> Iterator[Any]:
    """Opens a window at a size, signed in as somebody or as the public."""
    contexts = []

    def open_window(username: str | None = None, viewport: dict | None = None) -> Page:
        context = browser.new_context(
            base_url=site_address,
            viewport=viewport or WIDE,
            locale="en-GB",
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(90_000)
        if username:
            page.goto("/admin/login/")
            page.locator("#id_username").fill(username)
            page.locator("#id_password").fill(PASSWORD)
            page.get_by_role("button", name="Sign in").click()
            page.wait_for_url("**/admin/")
        return page

    yield open_window
    for context in contexts:
        context.close()
