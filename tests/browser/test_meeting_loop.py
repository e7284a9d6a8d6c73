"""A meeting from its announcement to its end, by the secretary and by people who come."""

import re
from datetime import date, timedelta
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


def make_series(page: Page, title: str) -> None:
    """Make two drafts like the sample meeting, after a look at their dates."""
    page.goto("/admin/pages/search/?q=Sample+meeting")
    page.get_by_role("link", name="Sample meeting: which examples are still missing?").first.click()
    number = re.search(r"/pages/(\d+)/", page.url)[1]
    page.goto(f"/admin/coprod-meetings/{number}/series/")
    no_barriers(page)
    page.get_by_label("Title").fill(title)
    page.get_by_label("How many more").fill("2")
    page.get_by_role("button", name="Show the dates").click()
    expect(page.get_by_role("heading", name="These would be made")).to_be_visible()
    page.get_by_role("button", name="Make these drafts").click()
    expect(page.get_by_text("2 drafts made.")).to_be_visible()


def use_address(page: Page, slug: str) -> None:
    """Give what is open in the editor its address."""
    page.get_by_role("tab", name="Promote").click()
    page.locator("#id_slug").fill(slug)
    page.get_by_role("tab", name="Meeting", exact=True).click()


def move_to(page: Page, days_ago: int) -> None:
    """Move what is open in the editor to a day in the past."""
    day = date.today() - timedelta(days=days_ago)
    page.locator("#id_starts_at").fill(f"{day} 10:00")
    page.locator("#id_ends_at").fill(f"{day} 12:00")
    page.locator("#id_ends_at").press("Tab")


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
    make_series(desk, TITLE)
    desk.get_by_role("link", name=TITLE).first.click()
    meeting_editor = desk.url
    use_address(desk, "evening")
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
    ada.get_by_role("link", name="Cancel my place").click()
    ada.get_by_role("button", name="Yes, cancel").click()
    expect(ada.get_by_text("You are not coming.")).to_be_visible()
    desk.goto("/admin/coprod_pages/meetingregistration/?q=Ada")
    desk.get_by_role("link", name="Inspect").first.click()
    expect(desk.get_by_text("None said")).to_be_visible()


def test_minutes_are_drafted_and_agreed_and_an_action_goes_on(open_browser: Any) -> None:
    desk = open_browser("secretary")
    title = "Evening with minutes"
    make_series(desk, title)
    drafts = [link.get_attribute("href") for link in desk.get_by_role("link", name=title).all()]
    first, second = sorted({href for href in drafts if href.endswith("/edit/")})

    # What was said at the first, in the page, with a decision.
    desk.goto(first)
    use_address(desk, "with-minutes")
    move_to(desk, 60)
    desk.get_by_role("tab", name="Minutes and decisions").click()
    editor.write_text(desk, "minutes_and_decisions-minutes", "We talked about the call.")
    desk.get_by_role("button", name="Add decision").click()
    desk.locator("#id_decisions-0-text").fill("The call goes out again.")
    publish(desk)
    number = re.search(r"/pages/(\d+)/", first)[1]
    desk.goto(f"/admin/coprod-meetings/{number}/minutes/")
    no_barriers(desk)
    desk.get_by_role("link", name="Add an action from this meeting").click()
    desk.locator("#id_what").fill("Send the call to every borough.")
    desk.locator("#id_owner_role").fill("The secretary")
    desk.get_by_role("button", name="Create").click()
    expect(desk.get_by_role("cell", name="Send the call to every borough.")).to_be_visible()

    visitor = open_browser(viewport=PHONE)
    visitor.goto(f"{INDEX}with-minutes/")
    expect(visitor.get_by_text("Draft, to be agreed at the next meeting")).to_be_visible()
    expect(visitor.get_by_text("The call goes out again.")).to_be_visible()
    no_barriers(visitor)

    # The next meeting agrees them, and the action is on its page by itself.
    desk.goto(second)
    use_address(desk, "which-agrees")
    move_to(desk, 18)
    publish(desk)
    number = re.search(r"/pages/(\d+)/", second)[1]
    desk.goto(f"/admin/coprod-meetings/{number}/minutes/")
    minutes = desk.locator("form", has_text=title)
    minutes.get_by_role("button", name=re.compile("This meeting agreed them")).click()
    expect(desk.locator(".messages .success")).to_contain_text("agreed these minutes")
    visitor.goto(f"{INDEX}with-minutes/")
    expect(visitor.get_by_text("Agreed at the meeting")).to_be_visible()
    visitor.goto(f"{INDEX}which-agrees/")
    carried = visitor.get_by_role("region", name="Carried over from earlier meetings")
    expect(carried).to_contain_text("Send the call to every borough.")
    no_barriers(visitor)
    no_sideways_scrolling(visitor)
    visitor.goto(f"{INDEX}actions/")
    expect(visitor.get_by_role("main")).to_contain_text("Send the call to every borough.")
    no_barriers(visitor)


def test_on_paper_a_meeting_has_no_buttons_and_room_for_its_facts(open_browser: Any) -> None:
    page = open_browser(viewport={"width": 720, "height": 900})
    page.goto("/working-group/meetings/sample-meeting/")

    page.emulate_media(media="print")

    for nothing in [".button", ".to-calendar", ".list-invitation"]:
        expect(page.locator(nothing).first).to_be_hidden()
    term, text = (page.locator(f".fact {part}").first.bounding_box() for part in ("dt", "dd"))
    assert text["y"] >= term["y"] + term["height"] - 1
    assert text["x"] == term["x"]


def test_an_agenda_without_times_keeps_no_column_for_them(open_browser: Any) -> None:
    page = open_browser()
    page.goto("/working-group/meetings/first-meeting/")
    item, title = page.locator(".agenda__item").first, page.locator(".agenda__title").first
    assert title.bounding_box()["x"] == item.bounding_box()["x"]

    page.goto("/working-group/meetings/sample-meeting/")
    item, title = page.locator(".agenda__item").first, page.locator(".agenda__title").first
    assert title.bounding_box()["x"] > item.bounding_box()["x"] + 50
