"""What every page owes everybody, checked in a real browser."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# What reaches over the edge of the window, innermost last.
WIDE_ELEMENTS = """
[...document.body.querySelectorAll('*')]
    .filter(each => each.getBoundingClientRect().right > window.innerWidth + 1)
    .map(each => each.outerHTML.slice(0, 120)).slice(-6)
"""


def no_barriers(page: Page) -> None:
    """axe-core finds nothing on the page, once what fades in has done so."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(400)
    results = Axe().run(page)
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"


def no_sideways_scrolling(page: Page) -> None:
    """The page is no wider than the window (WCAG 2.2, 1.4.10)."""
    width = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if width > 0:
        wide = page.evaluate(WIDE_ELEMENTS)
        raise AssertionError(f"{page.url} is {width} px too wide: {wide}")
