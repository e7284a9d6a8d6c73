"""The continuum in a real browser: no word leaves its arrow, on any screen, and in others' pages."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from .accessibility import no_barriers, no_sideways_scrolling
from .conftest import WIDE

ADDRESS = "/continuum/"
STAGE = "/continuum/solutions/"
WIDTHS = [320, 390, 768, 1024, 1280]

# Each text of the drawing that is shown, and whether it lies within the arrow it stands on. Only
# in the drawing that lies down the counts stand below.
OUTSIDE = """
() => [...document.querySelectorAll('svg.diagram')].filter((d) => d.checkVisibility()).flatMap(
  (drawing) => [...drawing.querySelectorAll('a')].flatMap((stage) => {
    const arrow = stage.querySelector('polygon').getBBox();
    const lying = drawing.matches('.diagram--lying');
    return [...stage.querySelectorAll('text')]
      .filter((text) => !(lying && text.matches('.diagram__count')))
      .filter((text) => {
        const box = text.getBBox();
        return box.x < arrow.x || box.x + box.width > arrow.x + arrow.width
          || box.y < arrow.y - 1 || box.y + box.height > arrow.y + arrow.height + 1;
      })
      .map((text) => text.textContent.trim());
  }))
"""


def no_word_outside(page: Page) -> None:
    """Every label is inside its arrow, with the fonts that there are."""
    assert page.evaluate(OUTSIDE) == []
    assert page.locator("svg.diagram:visible").count() == 1


def test_the_line_fits_every_screen_and_has_no_barrier(open_browser: Any) -> None:
    page = open_browser()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(ADDRESS)
        no_word_outside(page)
        no_sideways_scrolling(page)
    for address in (ADDRESS, STAGE, "/continuum/embed/"):
        page.goto(address)
        no_barriers(page)


def test_in_the_dark_there_is_no_barrier_either(browser: Browser, site_address: str) -> None:
    context = browser.new_context(base_url=site_address, viewport=WIDE, color_scheme="dark")
    page = context.new_page()
    for address in (ADDRESS, STAGE, "/continuum/embed/"):
        page.goto(address)
        no_barriers(page)
    context.close()


@pytest.mark.parametrize("address", [ADDRESS, "/continuum/embed/"])
def test_drawings_stand_out_in_forced_colours(
    browser: Browser, site_address: str, address: str
) -> None:
    # Not by axe: it takes the colours of the style sheet for those that are forced.
    context = browser.new_context(base_url=site_address, viewport=WIDE, forced_colors="active")
    page = context.new_page()
    page.goto(address)
    icon = page.locator("svg.diagram:visible .diagram__icon").first
    arrow = page.locator("svg.diagram:visible .diagram__arrow").first
    colour = "e => getComputedStyle(e)[e.matches('path') ? 'stroke' : 'fill']"
    assert icon.evaluate(colour) != arrow.evaluate(colour)
    context.close()


def test_on_paper_it_lies_down(open_browser: Any) -> None:
    page = open_browser(viewport={"width": 700, "height": 900})
    page.goto(ADDRESS)

    page.emulate_media(media="print")

    expect(page.locator(".diagram--lying")).to_be_visible()
    expect(page.locator(".diagram--standing")).to_be_hidden()


def test_a_stage_is_reached_with_the_keyboard_and_searched_within(open_browser: Any) -> None:
    page = open_browser()
    page.goto(ADDRESS)
    page.locator("svg.diagram--lying a").nth(2).focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Shape solutions")
    page.get_by_label("Search within these").fill("residents")
    page.keyboard.press("Enter")
    expect(page).to_have_url("/compendium/?stage=solutions&q=residents")


def test_the_image_is_drawn_by_itself(open_browser: Any) -> None:
    page = open_browser()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))

    page.goto("/continuum/diagram.svg")

    assert page.evaluate("document.fonts.ready.then(() => document.fonts.size)") == 1
    assert page.evaluate("document.documentElement.getBoundingClientRect().width") > 0
    assert complaints == []


class OtherSite(BaseHTTPRequestHandler):
    """A page of somebody else, with a policy of its own and what was pasted into it."""

    pasted = ""

    def do_GET(self) -> None:
        body = f"<!DOCTYPE html><html lang=en><title>Other</title>{self.pasted}".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", "default-src 'none'; frame-src *")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Nothing is said."""


@pytest.fixture
def other_site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), OtherSite)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_what_is_copied_shows_the_line_in_a_page_of_another_site(
    open_browser: Any, site_address: str, other_site: str
) -> None:
    page = open_browser()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site_address)
    page.goto(ADDRESS)
    page.get_by_role("button", name="Copy this code").click()
    expect(page.get_by_text("Copied")).to_be_visible()
    code = page.evaluate("navigator.clipboard.readText()")
    elsewhere = f'<iframe src="{site_address}/continuum/" title="refused"></iframe>'
    OtherSite.pasted = code + elsewhere

    page.goto(other_site)

    frame = page.frame_locator("iframe").first
    expect(frame.get_by_role("heading", level=1)).to_have_text("Continuum of co-production")
    expect(page.frame_locator("iframe[title=refused]").get_by_role("heading")).to_have_count(0)
    assert page.context.cookies() == []
    frame.locator("svg.diagram:visible a").first.click()
    expect(page).to_have_url(f"{site_address}/continuum/need/")


def test_a_manager_moves_and_colours_a_stage_and_sees_it_before_others_do(
    open_browser: Any,
) -> None:
    page = open_browser("manager")
    page.goto("/admin/snippets/coprod_pages/continuum/")
    page.get_by_role("link", name="Continuum of co-production", exact=True).first.click()
    first = page.locator("#inline_child_stages-0")
    first.get_by_label("Colour").fill("#ffee00")
    expect(first.get_by_role("status")).to_contain_text("Too pale for white text")
    first.get_by_label("Colour").fill("#4a4a4a")
    expect(first.get_by_role("status")).to_contain_text("easy to read")

    down = first.get_by_role("button", name="Move down")
    down.focus()
    for _place in range(5):
        page.keyboard.press("Enter")
        page.wait_for_timeout(500)
    up = first.get_by_role("button", name="Move up")
    expect(up).to_be_focused()  # down there it can only go up again
    for _place in range(4):
        page.keyboard.press("Enter")
        page.wait_for_timeout(500)
    expect(up).to_be_focused()
    expect(page.locator("#id_stages-0-ORDER")).to_have_value("2")
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text("updated").first).to_be_visible()

    public = open_browser()
    public.goto(ADDRESS)
    expect(public.locator("svg.diagram--lying a").first).to_contain_text("Need")
    page.get_by_role("button", name="Toggle preview").click()
    preview = page.frame_locator("iframe[title='Preview']").first
    expect(preview.locator("svg.diagram--standing a").first).to_contain_text("Priorities")


def test_on_paper_the_stages_of_a_case_study_stay_white_on_their_colour(open_browser: Any) -> None:
    page = open_browser()
    page.goto("/continuum/need/")

    page.emulate_media(media="print")

    label = page.locator(".arrows__label").first
    assert label.evaluate("e => getComputedStyle(e).printColorAdjust") == "exact"
