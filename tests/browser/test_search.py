"""Searching the compendium in a real browser: keyboard, live results, the map, no JavaScript."""

import re
from typing import Any

from playwright.sync_api import Browser, Page, expect

from .accessibility import no_barriers, no_sideways_scrolling
from .test_visitors import NARROWEST, tab_to

OTHER_PAGES = re.compile(r"/compendium/$")


def stays_loaded(page: Page) -> None:
    """Leave a mark that is gone as soon as the page is loaded anew."""
    page.evaluate("window.sameDocument = true")


def is_the_same_document(page: Page) -> bool:
    return bool(page.evaluate("window.sameDocument === true"))


def number_found(page: Page) -> int:
    said = page.get_by_role("status").inner_text()
    match = re.match(r"\d+", said)
    assert match, said
    return int(match.group())


def number_named(text: str | None) -> str:
    """The number of case studies a tile or a suggestion promises, as the page will say it."""
    match = re.search(r"\d+ case stud(y|ies)", text or "")
    assert match, text
    return match.group()


def test_search_filter_clear_open_and_come_back_with_the_keyboard(open_browser: Any) -> None:
    page = open_browser()
    page.goto("/compendium/")
    everything = number_found(page)

    tab_to(page, "Search the case studies")
    page.keyboard.type("older people")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=older\+people$"))
    tab_to(page, "Agree what comes first")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile(r"q=older\+people&stage=priorities"))
    expect(page.get_by_role("checkbox", name="Agree what comes first")).to_be_focused()
    narrowed = number_found(page)
    assert 0 < narrowed < everything
    title = page.get_by_role("main").get_by_role("article").first.get_by_role("link").inner_text()
    tab_to(page, title)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.go_back()
    expect(page.get_by_label("Search the case studies")).to_have_value("older people")
    expect(page.get_by_role("checkbox", name="Agree what comes first")).to_be_checked()
    assert number_found(page) == narrowed
    tab_to(page, "Clear all")
    page.keyboard.press("Enter")
    expect(page).to_have_url(OTHER_PAGES)
    expect(page.get_by_label("Search the case studies")).to_have_value("")
    assert number_found(page) == everything


def test_choices_change_results_and_address_without_loading_the_page(open_browser: Any) -> None:
    page = open_browser()
    page.goto("/compendium/")
    everything = number_found(page)
    stays_loaded(page)

    page.get_by_role("checkbox", name="Has lessons from difficulty").check()
    expect(page).to_have_url(re.compile(r"\?lessons=1$"))
    lessons = number_found(page)
    page.get_by_label("Order").select_option(label="Title, A to Z")
    expect(page).to_have_url(re.compile(r"lessons=1&sort=title|sort=title&lessons=1"))
    page.go_back()
    page.go_back()
    expect(page).to_have_url(OTHER_PAGES)
    expect(page.get_by_role("checkbox", name="Has lessons from difficulty")).not_to_be_checked()

    assert lessons < everything
    assert number_found(page) == everything
    assert is_the_same_document(page)


def test_the_map_narrows_by_a_borough_and_takes_it_off_again(open_browser: Any) -> None:
    page = open_browser()
    page.goto("/compendium/")
    stays_loaded(page)
    page.get_by_text("Choose on the map").click()
    hackney = page.get_by_role("link", name=re.compile("^Hackney: "))

    promised = number_named(hackney.get_attribute("aria-label"))
    hackney.focus()
    page.keyboard.press("Enter")
    chosen = page.get_by_role("link", name=re.compile("^Hackney, chosen"))
    expect(chosen).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text(promised)
    page.keyboard.press("Enter")

    expect(hackney).to_be_focused()
    expect(page).to_have_url(re.compile(r"/compendium/\?show=map$"))
    assert is_the_same_document(page)


def test_suggestions_are_chosen_with_the_keyboard(open_browser: Any) -> None:
    page = open_browser()
    page.goto("/compendium/")
    everything = number_found(page)
    field = page.get_by_role("combobox", name="Search the case studies")
    field.focus()
    page.keyboard.type("hack")
    options = page.get_by_role("option")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(options.first).to_contain_text("Hackney")
    no_barriers(page)

    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", str(options.first.get_attribute("id")))
    page.keyboard.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("hack")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"\?borough=hackney$"))
    expect(page.get_by_role("checkbox", name="Hackney")).to_be_checked()
    assert 0 < number_found(page) < everything


def test_suggestions_that_are_not_wanted_do_not_get_in_the_way(open_browser: Any) -> None:
    page = open_browser()
    page.goto("/compendium/")
    field = page.get_by_role("combobox", name="Search the case studies")
    field.press_sequentially("hack")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"\?q=hack$"))
    expect(field).to_be_focused()
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_search_works_without_javascript(browser: Browser, site_address: str) -> None:
    context = browser.new_context(base_url=site_address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/compendium/")
    everything = number_found(page)

    page.get_by_label("Search the case studies").fill("lotery")
    page.get_by_role("button", name="Search", exact=True).last.click()
    expect(page.get_by_role("status")).to_contain_text("Showing results for “lottery”")
    page.get_by_text("Choose on the map").click()
    page.get_by_role("link", name=re.compile("^Hackney: ")).click()
    expect(page).to_have_url(re.compile("borough=hackney"))
    expect(page.get_by_role("link", name=re.compile("^Hackney, chosen"))).to_be_visible()
    page.get_by_role("link", name="Clear all").click()

    assert number_found(page) == everything
    context.close()


def test_results_map_and_suggestions_fit_the_narrowest_screen(open_browser: Any) -> None:
    page = open_browser(viewport=NARROWEST)
    page.goto("/compendium/?q=people&show=map")
    page.get_by_label("Search the case studies").press_sequentially(" hou")
    page.wait_for_timeout(400)

    no_sideways_scrolling(page)
    tile = page.get_by_role("link", name=re.compile("^Hackney")).bounding_box()
    assert tile is not None and min(tile["width"], tile["height"]) >= 24


def test_results_with_the_map_and_nothing_found_have_no_barrier(
    browser: Browser, site_address: str
) -> None:
    for scheme in ("light", "dark"):
        context = browser.new_context(base_url=site_address, color_scheme=scheme)
        page = context.new_page()
        for query in [
            "?q=lotery+people&show=map&borough=hackney",
            "?q=zzqx",
            "?theme=health&borough=barnet",
        ]:
            page.goto(f"/compendium/{query}")
            no_barriers(page)
        context.close()
