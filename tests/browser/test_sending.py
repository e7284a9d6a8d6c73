"""An example from the front page to the desk's list, on a phone, with a pause and on two devices."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from .accessibility import no_barriers, no_sideways_scrolling
from .conftest import PHONE, Mailbox


def go_on(page: Page) -> None:
    """Press the button, and look at what comes as everybody may."""
    page.get_by_role("button", name=re.compile("^(Save and go on|Send it)$")).click()
    no_barriers(page)
    no_sideways_scrolling(page)


@pytest.mark.parametrize(
    ("javascript", "address"),
    [(True, "ada@example.org"), (False, "bob@example.org")],
    ids=["script", "no-script"],
)
def test_an_example_is_sent_with_a_pause(
    browser: Browser, site_address: str, mailbox: Mailbox, javascript: bool, address: str
) -> None:
    def new_device() -> Any:
        context = browser.new_context(
            base_url=site_address, viewport=PHONE, java_script_enabled=javascript
        )
        return context.new_page()

    page = new_device()
    page.goto("/")
    offer = page.get_by_role("main").get_by_role("link", name="Send us your example").first
    expect(offer).to_be_in_viewport()
    offer.click()
    page.wait_for_timeout(3500)  # what is sent within three seconds looks automatic
    page.get_by_text("Give it a name").click()
    page.get_by_label("Does it have a name?").fill("A garden that tenants run")
    page.get_by_role("button", name="Save and go on").click()
    expect(page.get_by_role("alert")).to_contain_text("Write in a sentence or two what happened.")
    expect(page.get_by_label("Does it have a name?")).to_have_value("A garden that tenants run")
    page.wait_for_timeout(3500)
    page.get_by_label("In short, what happened?").fill("Tenants and the council dug it.")
    page.get_by_label("Which organisation or group led it?").fill("Tenants’ association")
    expect(page.get_by_label("Hackney", exact=True)).to_be_hidden()
    page.get_by_label("London boroughs").check()
    page.get_by_label("Hackney", exact=True).check()
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_label("What was needed, and who said so?").fill("A green place.")
    page.get_by_role("button", name="Finish later").click()
    page.get_by_label("Your e-mail address").fill(address)
    page.get_by_role("button", name="Send me the link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("We have sent you the link")
    page.context.close()

    page = new_device()
    page.goto(mailbox.newest_link(site_address, address))
    expect(page.get_by_label("What was needed, and who said so?")).to_have_value("A green place.")
    page.get_by_text("Tell us more").click()
    page.get_by_label("What did you do together?").fill("We met every week.")
    page.get_by_label("What worked?").fill("Meeting outside.")
    page.get_by_label("What did not work, or was hard?").fill("Winter.")
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_label("No, nobody").check()
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_label("What worked?")).to_have_value("Meeting outside.")
    page.get_by_role("button", name="Save and go on").click()
    expect(page.get_by_label("No, nobody")).to_be_checked()
    page.get_by_label("Yes, all names").check()
    page.get_by_label("Your name").fill("Ada Example")
    expect(page.get_by_label("Your e-mail address")).to_have_value(address)
    page.get_by_label("Publish it on this website").check()
    page.get_by_role("button", name="Check it").click()
    expect(page.get_by_role("main")).to_contain_text("We met every week.")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Please look at your e-mail")
    page.goto(mailbox.newest_link(site_address, address))
    page.get_by_role("button", name="Yes, I sent it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. We have it.")
    page.goto(mailbox.newest_link(site_address, address))
    expect(page.get_by_role("main")).to_contain_text("An editor reads it within two weeks.")
    assert page.context.cookies() == []
    page.context.close()


def nothing_lies_over_a_heading(page: Page) -> None:
    for part in page.locator(".answers").all():
        heading = part.locator("h2").evaluate(
            "heading => { const text = document.createRange(); text.selectNodeContents(heading);"
            " return text.getBoundingClientRect().right }"
        )
        link = part.locator(".answers__change").bounding_box()
        assert heading <= link["x"]


def test_every_page_of_the_form_is_open_to_everybody(open_browser: Any) -> None:
    page = open_browser(viewport={"width": 320, "height": 640})
    page.goto("/contribute/start/")
    go_on(page)  # nothing was written: errors, with their summary
    page.wait_for_timeout(3500)
    page.get_by_label("In short, what happened?").fill("It was dug.")
    page.get_by_label("Which organisation or group led it?").fill("Tenants")
    page.get_by_label("Across London").check()
    go_on(page)
    start = page.url.removesuffix("story/")
    page.go_back()
    page.get_by_label("In short, what happened?").fill("Tenants dug it.")
    go_on(page)
    page.goto(f"{start}example/")  # it is the same example, by the first link
    expect(page.get_by_label("In short, what happened?")).to_have_value("Tenants dug it.")

    for step in ("example", "story", "you"):
        page.goto(f"{start}{step}/")
        no_barriers(page)
        go_on(page)
    for step in ("files", "check", "later", "withdraw"):
        page.goto(f"{start}{step}/")
        no_barriers(page)
        no_sideways_scrolling(page)
        nothing_lies_over_a_heading(page)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    no_sideways_scrolling(page)
    page.get_by_role("button", name="Throw it away").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("It is erased")
    page.goto(start)
    no_barriers(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("This link does not work any more")
