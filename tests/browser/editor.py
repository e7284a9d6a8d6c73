"""What people do in the editor, by the names they see there."""

import re

from playwright.sync_api import Locator, Page, expect

TITLE = "A kitchen table for Clapton"


def write_text(page: Page, section: str, text: str) -> None:
    """Type into the rich-text field of a section, in place of what is there."""
    field = page.locator(f"#panel-child-{section}-section [role=textbox]")
    field.click()
    field.press("Control+a")
    page.keyboard.type(text)
    # The field hands its text to the form a moment after the last key.
    form_field = page.locator(f"#panel-child-{section}-section input[type=hidden][name]").first
    expect(form_field).to_have_value(re.compile(re.escape(text)))


def begin(page: Page) -> None:
    """From the dashboard to an empty case study."""
    page.goto("/admin/")
    page.get_by_role("main").get_by_role("link", name="Write a case study").click()
    expect(page.get_by_label("Title", exact=False).first).to_be_visible()


def tell_the_story(page: Page) -> None:
    """The *Story* tab, all of what is required on it."""
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_summary").fill("Neighbours cooked, talked and planned a community kitchen.")
    write_text(
        page, "story-need", "Older people on the estate ate alone. They said so at the door."
    )
    story = page.locator("#panel-child-story-story-section")
    story.get_by_role("button", name="Insert a block").first.click()
    page.get_by_role("option", name="Text", exact=True).click()
    story.locator("[role=textbox]").first.fill("We met each Tuesday around a borrowed samovar.")
    stages = page.locator("#panel-child-story-stages_of_the_continuum-section")
    stages.get_by_role("button", name="Add stage").click()
    stages.locator("select").first.select_option(label="Understand the need")
    write_text(page, "story-worked", "People came back every week.")
    write_text(page, "story-did_not_work", "The hall was closed twice and nobody told us why.")


def say_where(page: Page) -> None:
    """The *Where and who* tab."""
    page.get_by_role("tab", name="Where and who").click()
    page.get_by_role("button", name="Choose organisation").first.click()
    page.get_by_role("dialog").get_by_role("link", name="Hackney CVS").click()
    page.locator("#id_reach").select_option(label="In the boroughs chosen below")
    page.get_by_label("Hackney", exact=True).check()


def tag(page: Page, part_of_a_tag: str, existing: str, new: str) -> None:
    """The *Tags* tab: one tag that is there, chosen from those offered, and a new one."""
    page.get_by_role("tab", name="Tags").click()
    page.get_by_label("Food", exact=True).check()
    field = page.locator("#panel-child-tags-tags-section .tagit-new input")
    field.press_sequentially(part_of_a_tag)
    page.locator(".ui-autocomplete li", has_text=existing).first.click()
    field.press_sequentially(new)
    field.press("Enter")


def choose_action(page: Page, name: str) -> Locator:
    """An action from the menu at the foot of the editor."""
    footer = page.locator("footer")
    button = footer.get_by_role("button", name=name)
    if not button.is_visible():
        footer.get_by_role("button", name="More actions").click()
    return button


def wait_until_saved(page: Page) -> None:
    """Until the editor has an address of its own."""
    page.wait_for_url("**/admin/pages/*/edit/**")
