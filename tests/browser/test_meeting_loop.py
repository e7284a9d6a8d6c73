"""A meeting from its announcement to its end, by the secretary and by people who come."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from . import editor
from .accessibility import no_barriers, no_sideways_scrolling
from .conftest import PHONE, Mailbox

INDEX = "/working-group/meetings/"
TITLE = "Evening of the working group"
LINK = "https://meet.example/quiet-owl"


def publish(page: Page) -> None:
    """Publish what is open in the editor."""
    with page.expect_navigation():
        editor.choose_action(page, "Publish").click()
    expect(page.locator(".messages .success")).to_contain_text("published")


def add_paper(page: Page) -> None:
    """Upload a paper beside the agenda."""
    page.get_by_role("tab", name="Agenda and papers").click()
    page.get_by_role("button", name="Add paper").click()
    page.locator("#id_papers-0-title").fill("What we have learned")
    page.get_by_role("button", name="Choose a document").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("tab", name="Upload").click()
    dialog.get_by_label("Title").fill("What we have learned")
    paper = {"name": "learned.txt", "mimeType": "text/plain", "buffer": b"We have learned."}
    dialog.locator("input[type=file]").set_input_files(paper)
    dialog.get_by_role("button", name="Upload").click()
    expect(dialog).to_be_hidden()


def register(page: Page, meeting: str, name: str, email: str, needs: str = "") -> None:
    """Find the way to the form, and send it."""
    page.goto(meeting)
    page.get_by_role("link", name=re.compile("I would like to come|Go on the waiting list")).click()
    page.wait_for_timeout(3500)  # what is sent within three seconds looks automatic
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Your e-mail address").fill(email)
    page.get_by_label(re.compile("In person")).check()
    page.get_by_label("What do you need to take part?").fill(needs)
    page.get_by_role("button", name="Register").click()


def test_people_come_wait_move_up_and_hear_of_changes(
    open_browser: Any, mailbox: Mailbox, site_address: str
) -> None:
    # The secretary makes two more meetings like the sample, six weeks apart.
    desk = open_browser("secretary")
    desk.goto("/admin/pages/search/?q=Sample+meeting")
    desk.get_by_role("link", name="Sample meeting: which examples are still missing?").first.click()
    number = re.search(r"/pages/(\d+)/", desk.url)[1]
    desk.goto(f"/admin/coprod-meetings/{number}/series/")
    no_barriers(desk)
    desk.get_by_label("Title").fill(TITLE)
    desk.get_by_label("How many more").fill("2")
    desk.get_by_role("button", name="Show the dates").click()
    expect(desk.get_by_role("heading", name="These would be made")).to_be_visible()
    desk.get_by_role("button", name="Make these drafts").click()
    expect(desk.get_by_text("2 drafts made.")).to_be_visible()
    desk.get_by_role("link", name=TITLE).first.click()
    meeting_editor = desk.url
    desk.locator("#id_slug").evaluate("field => { field.value = 'evening' }")
    desk.get_by_label("Joining link").fill(LINK)
    add_paper(desk)
    desk.get_by_role("tab", name="Who comes").click()
    desk.get_by_label("Places in the room").fill("1")
    publish(desk)
    meeting = f"{INDEX}evening/"

    # One person has the place, another waits.
    ada, bob = open_browser(viewport=PHONE), open_browser(viewport=PHONE)
    ada.goto("/working-group/")
    ada.get_by_role("link", name=TITLE).first.click()
    no_barriers(ada)
    no_sideways_scrolling(ada)
    expect(ada.get_by_role("link", name="What we have learned")).to_be_visible()
    register(ada, meeting, "Ada Example", "ada.m@example.org", "A chair with arms.")
    expect(ada.get_by_role("heading", name="Thank you. You are registered.")).to_be_visible()
    no_barriers(ada)
    register(bob, meeting, "Bob Example", "bob.m@example.org")
    expect(bob.get_by_role("heading", name=re.compile("on the waiting list"))).to_be_visible()
    assert LINK not in mailbox.newest("ada.m@example.org").text
    assert "chair" not in mailbox.newest("ada.m@example.org").text

    # The secretary, and nobody else, sees what is needed.
    desk.goto("/admin/coprod_pages/meetingregistration/?q=Ada")
    desk.get_by_role("link", name="Inspect").first.click()
    expect(desk.get_by_text("A chair with arms.")).to_be_visible()

    # Ada changes to online, and gets the link; her place goes to Bob.
    ada.goto(mailbox.newest_link(site_address, "ada.m@example.org"))
    no_barriers(ada)
    no_sideways_scrolling(ada)
    ada.get_by_label("Online").check()
    ada.get_by_role("button", name="Save").click()
    expect(ada.get_by_role("status")).to_have_text("Saved.")
    expect(ada.get_by_role("link", name=LINK)).to_be_visible()
    assert mailbox.newest("bob.m@example.org").subject == f"You have a place now: {TITLE}"

    # The place changes: everybody is told, and calendars follow.
    desk.goto(meeting_editor)
    desk.locator("#id_place").fill("The library in Mare Street")
    publish(desk)
    for address in ("ada.m@example.org", "bob.m@example.org"):
        told = mailbox.newest(address)
        assert told.subject == f"This meeting has changed: {TITLE}"
        assert "The library in Mare Street" in told.text
    entry = ada.request.get(f"{meeting}event.ics").text()
    assert "SEQUENCE:1" in entry
    assert "quiet-owl" not in entry

    # Ada cannot come after all.
    ada.goto(mailbox.newest_link(site_address, "ada.m@example.org"))
    ada.get_by_role("button", name="Cancel my place").click()
    expect(ada.get_by_text("You are not coming.")).to_be_visible()
    desk.goto("/admin/coprod_pages/meetingregistration/?q=Ada")
    desk.get_by_role("link", name="Inspect").first.click()
    expect(desk.get_by_text("None said")).to_be_visible()
