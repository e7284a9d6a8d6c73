"""The desk in a browser: an example is entered for somebody, opened, and becomes a draft."""

from typing import Any

from playwright.sync_api import Page, expect

from .accessibility import no_barriers, no_sideways_scrolling
from .conftest import PHONE

TITLE = "A shed that neighbours share"


def test_an_example_that_came_by_telephone_becomes_a_draft(open_browser: Any) -> None:
    page: Page = open_browser("reviewer")
    page.goto("/admin/coprod_pages/contribution/create/")
    no_barriers(page)
    page.get_by_label("By telephone", exact=True).check()
    page.get_by_label("Their name").fill("Ottoline Penhaligon")
    page.get_by_label("Their telephone number").fill("020 7946 0123")
    page.get_by_label("What is the example called?").fill(TITLE)
    page.get_by_role("button", name="Put it on the desk").click()
    no_barriers(page)
    page.get_by_label("In short, what happened?").fill("They lend each other tools.")
    page.get_by_label("No, nobody can be recognised").check()
    page.get_by_label("Do not name anybody").check()
    page.get_by_label("Publish it on this website").check()
    page.get_by_label("They said so, and I read each one out").check()
    page.get_by_role("button", name="Put it on the desk").click()
    expect(page.get_by_text("is on the desk.")).to_be_visible()
    no_barriers(page)

    page.get_by_role("button", name="Decline it").click()
    expect(page.get_by_text("they took the trouble")).to_be_visible()
    no_barriers(page)
    page.set_viewport_size(PHONE)
    no_sideways_scrolling(page)

    page.goto("/admin/coprod_pages/contribution/")
    no_barriers(page)
    expect(page.get_by_role("link", name="Download XLSX")).to_be_in_viewport(ratio=1)
    last_column = page.get_by_role("columnheader", name="Reference")
    last_column.scroll_into_view_if_needed()
    expect(last_column).to_be_in_viewport(ratio=1)
    page.goto("/admin/")
    expect(page.get_by_role("link", name=TITLE).first).to_be_visible()
    no_barriers(page)
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("button", name="Start the draft").click()
    expect(page.get_by_text("Here is the draft.")).to_be_visible()
