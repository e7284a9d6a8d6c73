"""Visitors: every kind of page, wide and on a phone, by keyboard, without JavaScript."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from .accessibility import no_barriers, no_sideways_scrolling
from .conftest import PHONE, WIDE

PAGES = [
    "/",
    "/compendium/",
    "/compendium/?q=housing&lessons=1",
    "/compendium/?q=nothing-is-called-this",
    "/compendium/connect-hackney-participatory-budgeting/",
    "/continuum/",
    "/working-group/",
    "/working-group/news/",
    "/working-group/meetings/",
    "/working-group/join/",
    "/compendium/coverage/",
    "/editions/",
    "/contribute/",
    "/contribute/start/",
    "/contribute/link/",
    "/about/",
    "/privacy/",
    "/accessibility/",
    "/search/?query=hackney",
    "/not-there/",
]
NARROWEST = {"width": 320, "height": 640}
# Design: under 100 kB over the wire for a first visit to any page without photographs.
MOST_BYTES = 100_000


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_no_page_has_a_barrier(open_browser: Any, viewport: dict) -> None:
    page = open_browser(viewport=viewport)

    for address in PAGES:
        page.goto(address)
        no_barriers(page)
        no_sideways_scrolling(page)


def test_dark_pages_have_no_barrier_either(browser: Browser, site_address: str) -> None:
    context = browser.new_context(base_url=site_address, color_scheme="dark", viewport=PHONE)
    page = context.new_page()

    for address in PAGES[:6]:
        page.goto(address)
        no_barriers(page)
    context.close()


def test_pages_reflow_on_the_narrowest_screen(open_browser: Any) -> None:
    page = open_browser(viewport=NARROWEST)

    for address in PAGES:
        page.goto(address)
        no_sideways_scrolling(page)


def test_pages_ask_nobody_else_and_keep_to_the_policy(open_browser: Any, site_address: str) -> None:
    page = open_browser()
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))

    for address in PAGES:
        page.goto(address)
        page.wait_for_load_state("networkidle")

    assert [url for url in asked if not url.startswith(f"{site_address}/")] == []
    assert [text for text in complaints if "Content Security Policy" in text] == []
    assert page.context.cookies() == [] or {c["name"] for c in page.context.cookies()} == {
        "csrftoken"
    }


def test_a_first_visit_is_light(browser: Browser, site_address: str) -> None:
    for address in ["/compendium/", "/continuum/", "/about/"]:
        context = browser.new_context(base_url=site_address)
        page = context.new_page()
        sizes: list[int] = []
        page.on(
            "requestfinished",
            lambda request, sizes=sizes: sizes.append(request.sizes()["responseBodySize"]),
        )
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert sum(sizes) < MOST_BYTES, (address, sizes)
        context.close()


def tab_to(page: Page, name: str, most: int = 80) -> None:
    """Press Tab until what has the focus is called `name`."""
    for _press in range(most):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "(() => { const e = document.activeElement;"
            " return (e.getAttribute('aria-label') || e.labels?.[0]?.textContent || e.textContent)"
            ".replace(/\\s+/g, ' ').trim(); })()"
        )
        if focused.startswith(name):
            return
    pytest.fail(f"Tab never reached {name!r}")


def test_a_case_study_is_found_with_the_keyboard_alone(open_browser: Any) -> None:
    page = open_browser()
    page.goto("/compendium/")

    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_contain_text("Skip")
    page.keyboard.press("Enter")
    tab_to(page, "Search the case studies")
    page.keyboard.type("lottery")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("case stud")
    tab_to(page, "Over-50s in Hackney")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Over-50s in Hackney")


def test_everything_works_without_javascript(browser: Browser, site_address: str) -> None:
    context = browser.new_context(base_url=site_address, java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto("/compendium/")
    page.get_by_text("Filter", exact=True).click()
    page.get_by_role("checkbox", name="Understand the need").check()
    page.get_by_role("button", name="Show case studies").click()

    expect(page).to_have_url(re.compile(r"[?&]stage=need"))
    expect(page.get_by_role("main").get_by_role("article").first).to_be_visible()
    context.close()
