"""From an example that somebody sends to a public case study, its change, and its end."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from . import editor
from .accessibility import no_barriers, no_sideways_scrolling
from .conftest import PHONE, Mailbox

TITLE = "A bench that neighbours asked for"
ADDRESS = "cleo@example.org"
PUBLIC = "/compendium/a-bench-that-neighbours-asked-for/"


def send(page: Page) -> None:
    """Fill in the form and send it."""
    page.goto("/contribute/start/")
    page.wait_for_timeout(3500)  # what is sent within three seconds looks automatic
    page.get_by_label("In short, what happened?").fill("Neighbours chose where a bench stands.")
    page.get_by_label("Which organisation or group led it?").fill("Hackney CVS")
    page.get_by_label("London boroughs").check()
    page.get_by_label("Hackney", exact=True).check()
    page.get_by_text("Give it a name").click()
    page.get_by_label("Does it have a name?").fill(TITLE)
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_label("What was needed, and who said so?").fill("Somewhere to rest.")
    page.get_by_label("What worked?").fill("Walking.")
    page.get_by_label("What did not work, or was hard?").fill("The council lost our letter.")
    page.get_by_text("Tell us more").click()
    page.get_by_label("What did you do together?").fill("We walked the street together.")
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_label("No, nobody").check()
    page.get_by_label("Only organisations").check()
    page.get_by_label("Your name").fill("Cleo Example")
    page.get_by_label("Your e-mail address").fill(ADDRESS)
    page.get_by_label("Publish it on this website").check()
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Please look at your e-mail")


def submit(page: Page, address: str, name: str) -> None:
    """Hand in what is open in the editor."""
    page.goto(address)
    editor.choose_action(page, name).click()
    expect(page.get_by_text(re.compile("submitted")).first).to_be_visible()


def approve(page: Page, address: str) -> None:
    """Somebody else's eyes."""
    page.goto(address)
    with page.expect_navigation():
        editor.choose_action(page, "Approve").first.click()


def test_nothing_is_public_without_a_yes_and_not_after_it_is_taken_back(
    open_browser: Any, mailbox: Mailbox, site_address: str
) -> None:
    def link() -> str:
        return mailbox.newest_link(site_address, ADDRESS)

    contributor = open_browser(viewport=PHONE)
    send(contributor)
    contributor.goto(link())
    contributor.get_by_role("button", name="Yes, I sent it").click()
    own = link()

    # The desk asks, the contributor answers.
    desk = open_browser("reviewer")
    desk.goto("/admin/coprod_pages/contribution/")
    desk.get_by_role("link", name=TITLE).first.click()
    record = desk.url
    desk.get_by_label("Your question").fill("How many neighbours walked?")
    desk.get_by_role("button", name="Send the question").click()
    contributor.goto(link())
    expect(contributor.get_by_text("How many neighbours walked?")).to_be_visible()
    contributor.get_by_label("Your answer").fill("About twenty.")
    contributor.get_by_role("button", name="Send your answer").click()
    desk.goto(record)
    expect(desk.get_by_text("About twenty.")).to_be_visible()

    # The draft is finished and reviewed by somebody else.
    desk.get_by_role("button", name="Start the draft").click()
    desk.wait_for_url("**/admin/pages/*/edit/**")
    number = re.search(r"/pages/(\d+)/", desk.url)[1]
    draft = f"/admin/pages/{number}/edit/"
    stages = desk.locator("#panel-child-story-stages_of_the_continuum-section")
    stages.get_by_role("button", name="Add stage").click()
    stages.locator("select").first.select_option(label="Understand the need")
    desk.get_by_role("tab", name="Tags").click()
    desk.get_by_label("Food", exact=True).check()
    editor.choose_action(desk, "Submit to").click()
    expect(desk.get_by_text("submitted for moderation")).to_be_visible()
    manager = open_browser("manager")
    approve(manager, draft)
    assert contributor.request.get(PUBLIC).status == 404

    # The exact text is read; a change is asked for, made and reviewed.
    contributor.goto(link())
    no_barriers(contributor)
    no_sideways_scrolling(contributor)
    expect(contributor.get_by_text("We walked the street together.")).to_be_visible()
    contributor.locator("textarea[name=worked]").fill("Say that it rained.")
    contributor.get_by_role("button", name="Ask for these changes").click()
    expect(contributor.get_by_role("heading", level=1)).to_contain_text("ask you again")
    desk.goto(draft)
    expect(desk.get_by_text("Say that it rained.").first).to_be_visible()
    editor.write_text(desk, "story-worked", "Walking, although it rained.")
    editor.choose_action(desk, "Resubmit").click()
    expect(desk.get_by_text(re.compile("submitted|resubmitted")).first).to_be_visible()
    approve(manager, draft)
    contributor.goto(link())
    expect(contributor.get_by_text("What has changed since you last saw it")).to_be_visible()
    contributor.get_by_role("button", name="Yes, publish this text").click()
    contributor.get_by_role("link", name=TITLE).click()
    expect(contributor.get_by_text("Walking, although it rained.")).to_be_visible()

    # A later change is not public: the yes was to the other words.
    desk.goto(draft)
    editor.write_text(desk, "story-worked", "Nothing but praise.")
    editor.choose_action(desk, "Submit to").click()
    expect(desk.get_by_text("submitted for moderation")).to_be_visible()
    approve(manager, draft)
    contributor.goto(PUBLIC)
    expect(contributor.get_by_text("Walking, although it rained.")).to_be_visible()
    expect(contributor.get_by_text("Nothing but praise.")).to_be_hidden()

    # Withdrawn, it is gone from every surface at once.
    contributor.goto(own)
    contributor.get_by_role("link", name="Withdraw your example").click()
    contributor.get_by_role("button", name="Withdraw it now").click()
    assert contributor.request.get(PUBLIC).status == 410
    for surface in (
        *("/compendium/?q=bench", "/search/?query=bench", "/compendium/feed/", "/sitemap.xml"),
        *("/compendium/export.csv", "/compendium/export.json", "/", "/api/v2/pages/?search=bench"),
    ):
        assert "a-bench-that-neighbours" not in contributor.request.get(surface).text(), surface
