"""The main job: an editor writes, a reviewer asks and approves, a visitor finds it on a phone."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from . import editor
from .accessibility import no_barriers
from .conftest import PHONE


def test_a_case_study_from_the_first_word_to_a_visitor_on_a_phone(open_browser: Any) -> None:
    writing = open_browser("editor")
    editor.begin(writing)
    no_barriers(writing)
    editor.tell_the_story(writing)
    editor.say_where(writing)
    editor.tag(writing, "partici", "participatory budgeting", "samovar")

    # Submitting lists all that is missing, when something is; here it is complete.
    # The editor saves by itself; pressing the button in that very moment would make a second page.
    editor.wait_until_saved(writing)
    editor.choose_action(writing, "Save draft").click()
    number = re.search(r"/pages/(\d+)/", writing.url)[1]
    address = f"/admin/pages/{number}/edit/"
    expect(writing.get_by_text("samovar").first).to_be_attached()

    # Publishing is not offered, and by address it is refused.
    assert writing.locator("footer").get_by_role("button", name="Publish").count() == 0
    post_as(writing, address, {"action-publish": "action-publish"})
    assert writing.request.get("/compendium/a-kitchen-table-for-clapton/").status == 404

    writing.goto(address)
    no_barriers(writing)
    editor.choose_action(writing, "Submit to").click()
    expect(writing.get_by_text("submitted for moderation")).to_be_visible()

    reviewing = open_browser("reviewer")
    reviewing.goto("/admin/")
    no_barriers(reviewing)
    waiting = reviewing.locator("tr", has_text=editor.TITLE)
    expect(waiting.get_by_role("link", name="Read it")).to_be_visible()
    reviewing.get_by_role("link", name=editor.TITLE).first.click()
    editor.choose_action(reviewing, "Request changes").click()
    dialog = reviewing.get_by_role("dialog")
    dialog.get_by_label("Comment").fill("Please say how many people came.")
    with reviewing.expect_navigation():
        dialog.get_by_role("button", name="Request changes").click()

    writing.goto("/admin/")
    expect(writing.get_by_text("Please say how many people came.")).to_be_visible()
    writing.get_by_role("link", name=editor.TITLE).first.click()
    editor.write_text(writing, "story-worked", "Forty people came back every week.")
    editor.choose_action(writing, "Resubmit").click()
    expect(writing.get_by_text(re.compile("submitted|resubmitted")).first).to_be_visible()

    reviewing.goto("/admin/")
    waiting.get_by_role("link", name="See what changed").click()
    expect(reviewing.get_by_text("Forty people").first).to_be_visible()
    expect(reviewing.get_by_role("heading", name=re.compile("Compar"))).to_be_visible()
    reviewing.goto(address)
    with reviewing.expect_navigation():
        editor.choose_action(reviewing, "Approve").first.click()

    visiting = open_browser(viewport=PHONE)
    visiting.goto("/")
    no_barriers(visiting)
    visiting.goto("/compendium/")
    no_barriers(visiting)
    visiting.get_by_role("main").get_by_role("combobox", name="Search the case studies").fill(
        "samovars"
    )
    visiting.keyboard.press("Enter")
    # The list is drawn anew while one looks at it.
    expect(visiting).to_have_url(re.compile(r"\?q=samovars$"))
    expect(visiting.get_by_role("status")).to_contain_text("1 case study")
    visiting.get_by_role("link", name=editor.TITLE).click()
    expect(visiting.get_by_role("heading", level=1, name=editor.TITLE)).to_be_visible()
    expect(visiting.get_by_text("Forty people came back every week.")).to_be_visible()
    expect(visiting.get_by_text("The hall was closed twice")).to_be_visible()
    no_barriers(visiting)
    visiting.get_by_role("main").get_by_role("link", name="samovar").click()
    expect(visiting.get_by_role("link", name=editor.TITLE)).to_be_visible()
    visiting.goto("/compendium/?borough=hackney&tag=samovar")
    expect(visiting.get_by_role("link", name=editor.TITLE)).to_be_visible()
    no_barriers(visiting)


def post_as(page: Page, address: str, extra: dict[str, str]) -> int:
    """Post the open editor's own form with `extra`, as a person with an HTTP client would."""
    return page.evaluate(
        """async ([address, extra]) => {
            const form = new FormData(document.querySelector('#page-edit-form'));
            for (const [name, value] of Object.entries(extra)) form.set(name, value);
            const answer = await fetch(address, {method: 'POST', body: form, redirect: 'manual'});
            return answer.status || 302;
        }""",
        [address, extra],
    )
