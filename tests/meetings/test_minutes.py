"""Minutes: written below headings, published as a draft, agreed at the next meeting, printed."""

import json
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import PageLogEntry, PageViewRestriction
from wagtail.test.utils.form_data import rich_text

from coprod_pages.meetings.models import MeetingPage
from tests.editor_form import current_values, edit_url, messages_of, post, save, text_of
from tests.factories import meeting

pytestmark = pytest.mark.django_db

INDEX = "/working-group/meetings/"
WRITTEN = "<p>We talked about lunch clubs.</p>"


def held(title: str, days_ago: float, live: bool = True, **fields: Any) -> MeetingPage:
    """A meeting that began so many days ago."""
    start = timezone.now() - timedelta(days=days_ago)
    times = {"starts_at": start, "ends_at": start + timedelta(hours=2)}
    return meeting(title, live=live, **times, **fields)


def decide(page: MeetingPage, *decisions: str) -> MeetingPage:
    """Publish `page` with these decisions."""
    for order, text in enumerate(decisions):
        page.decisions.create(text=text, sort_order=order)
    page.save_revision().publish()
    return MeetingPage.objects.get(pk=page.pk)


@pytest.fixture
def january() -> MeetingPage:
    return held("January meeting", 40, minutes=WRITTEN)


@pytest.fixture
def february(january: MeetingPage) -> MeetingPage:
    return held("February meeting", 2)


@pytest.fixture
def desk(client: Client, secretary: Any) -> Client:
    client.force_login(secretary)
    return client


def secretarys_page(page: MeetingPage) -> str:
    return f"/admin/coprod-meetings/{page.pk}/minutes/"


def buttons(client: Client, page: MeetingPage) -> list[dict[str, str]]:
    """What the forms on the secretary's page send, one for each earlier meeting."""
    html = BeautifulSoup(client.get(secretarys_page(page)).content, "html.parser")
    forms = [form for form in html.find_all("form") if form.find("input", {"name": "meeting"})]
    sent = []
    for form in forms:
        controls = [*form.find_all("input"), *form.find_all("button")]
        named = [each for each in controls if each.get("name")]
        sent.append({each["name"]: each.get("value", "") for each in named} | {"": form.get_text()})
    return sent


def press(client: Client, page: MeetingPage, number: int = 0) -> str:
    """Press the button of an earlier meeting; what the page says then."""
    data = buttons(client, page)[number]
    data.pop("")
    return messages_of(client.post(secretarys_page(page), data, follow=True))


def said(page: MeetingPage) -> str:
    """What a visitor reads on the page of a meeting."""
    return text_of(Client().get(page.url))


def test_from_draft_to_agreed_and_back_when_words_are_changed(
    desk: Client, january: MeetingPage, february: MeetingPage
) -> None:
    assert "Draft, to be agreed at the next meeting" in said(january)
    assert "With minutes (draft)" in text_of(Client().get(INDEX))

    assert "Recorded" in press(desk, february)

    html = BeautifulSoup(Client().get(january.url).content, "html.parser")
    assert "Agreed at the meeting: February meeting" in said(january)
    assert html.find("main").find("a", href=february.url)
    assert "With minutes (agreed)" in text_of(Client().get(INDEX))

    save(desk, january, "publish", minutes=rich_text("<p>We talked about something else.</p>"))

    assert "Draft again: changed after they were agreed" in said(january)
    assert "With minutes (draft)" in text_of(Client().get(INDEX))

    assert "Recorded" in press(desk, february)
    assert "Agreed at the meeting: February meeting" in said(january)


def test_saving_without_another_word_leaves_them_agreed(
    desk: Client, january: MeetingPage, february: MeetingPage
) -> None:
    save(desk, january, "publish")
    press(desk, february)

    save(desk, january, "publish", title="January meeting, in the hall")

    assert "Agreed at the meeting" in said(january)


def test_a_decision_added_later_was_not_agreed(
    desk: Client, january: MeetingPage, february: MeetingPage
) -> None:
    press(desk, february)

    decide(MeetingPage.objects.get(pk=january.pk), "Meet in the evening.")

    assert "Draft again" in said(january)


def test_another_document_was_not_agreed(desk: Client, february: MeetingPage) -> None:
    def document(words: str) -> Document:
        file = ContentFile(words.encode(), name="minutes.txt")
        return Document.objects.create(title="Minutes", file=file)

    page = held("Uploaded", 30, minutes_document=document("One"))
    keys = [row["meeting"] for row in buttons(desk, february)]
    press(desk, february, keys.index(str(page.pk)))
    assert "Agreed at the meeting" in said(page)

    page = MeetingPage.objects.get(pk=page.pk)
    page.minutes_document = document("Two")
    page.save_revision().publish()

    assert "Draft again" in said(page)


def test_an_unpublished_change_leaves_what_is_public_agreed(
    desk: Client, january: MeetingPage, february: MeetingPage
) -> None:
    press(desk, february)

    save(desk, january, minutes=rich_text("<p>Not published yet.</p>"))

    assert "Agreed at the meeting" in said(january)
    assert "These are not the words that were agreed" in text_of(desk.get(edit_url(january)))


def test_it_is_in_the_history_with_the_meeting_and_can_be_taken_back(
    desk: Client, secretary: Any, january: MeetingPage, february: MeetingPage
) -> None:
    press(desk, february)
    assert "Taken back" in press(desk, february)

    assert "Draft, to be agreed" in said(january)
    history = text_of(desk.get(f"/admin/pages/{january.pk}/history/"))
    assert "The minutes were agreed at “February meeting”" in history
    assert "The minutes were not agreed at “February meeting” after all" in history
    entries = PageLogEntry.objects.filter(action__startswith="coprod_pages.minutes")
    assert set(entries.values_list("user", "page")) == {(secretary.pk, january.pk)}


def test_pressing_twice_records_once(
    desk: Client, january: MeetingPage, february: MeetingPage
) -> None:
    data = buttons(desk, february)[0]
    data.pop("")
    for _time in range(2):
        answer = desk.post(secretarys_page(february), data, follow=True)

    assert "agreed already" in messages_of(answer)
    assert PageLogEntry.objects.filter(action="coprod_pages.minutes.agree").count() == 1


def test_words_changed_while_somebody_reads_are_not_agreed_unread(
    desk: Client, january: MeetingPage, february: MeetingPage
) -> None:
    data = buttons(desk, february)[0]
    data.pop("")
    page = MeetingPage.objects.get(pk=january.pk)
    page.minutes = "<p>Other words.</p>"
    page.save_revision().publish()

    answer = desk.post(secretarys_page(february), data, follow=True)

    assert "read them again" in messages_of(answer)
    assert "Draft, to be agreed" in said(january)


@pytest.mark.parametrize(
    ("earlier", "at"),
    [
        ({"days_ago": 40, "minutes": ""}, {"days_ago": 2}),
        ({"days_ago": 40, "minutes": WRITTEN, "live": False}, {"days_ago": 2}),
        ({"days_ago": 40, "minutes": WRITTEN}, {"days_ago": -2}),
        ({"days_ago": 40, "minutes": WRITTEN}, {"days_ago": 2, "state": "cancelled"}),
        ({"days_ago": 1, "minutes": WRITTEN}, {"days_ago": 2}),
    ],
    ids=["empty", "not published", "not begun", "called off", "not earlier"],
)
def test_what_cannot_be_agreed_is_neither_offered_nor_taken(
    desk: Client, earlier: dict[str, Any], at: dict[str, Any]
) -> None:
    before, later = held("Before", **earlier), held("Later", **at)
    data = {"meeting": before.pk, "digest": before.minutes_digest}

    page = text_of(desk.get(secretarys_page(later)))
    answer = desk.post(secretarys_page(later), data, follow=True)

    assert "This meeting agreed them" not in page
    assert "agree" in messages_of(answer)
    assert not PageLogEntry.objects.filter(action="coprod_pages.minutes.agree").exists()


def test_who_may_not_publish_the_meeting_cannot_agree(
    client: Client, editor: Any, january: MeetingPage, february: MeetingPage
) -> None:
    client.force_login(editor)
    data = {"meeting": january.pk, "digest": january.minutes_digest}

    client.post(secretarys_page(february), data)

    assert "Draft, to be agreed" in said(january)


def test_a_private_meeting_that_agreed_them_is_not_named(
    desk: Client, january: MeetingPage, february: MeetingPage
) -> None:
    press(desk, february)
    PageViewRestriction.objects.create(page=february, restriction_type=PageViewRestriction.LOGIN)

    for text in (said(january), Client().get(f"{january.url}minutes/").content.decode()):
        assert "Agreed" in text
        assert "February" not in text


def test_when_the_meeting_that_agreed_them_is_deleted_they_stay_agreed(
    desk: Client, january: MeetingPage, february: MeetingPage
) -> None:
    press(desk, february)

    february.delete()

    assert "Agreed" in said(january)


def test_a_copy_of_a_meeting_brings_no_decision_and_no_agreement(
    desk: Client, january: MeetingPage, february: MeetingPage
) -> None:
    january = decide(january, "Meet in the evening.")
    press(desk, february)

    copy = january.copy(update_attrs={"slug": "a-copy"}, keep_live=True)

    assert "Meet in the evening." not in said(copy)
    assert "Agreed" not in said(copy)


def test_the_editor_offers_headings_and_stores_none_that_nothing_stands_below(
    desk: Client,
) -> None:
    page = held("New", 1)

    offered = json.loads(current_values(desk, page)["minutes"])
    words = [block["text"] for block in offered["blocks"]]
    assert {"Who was there", "What people disagreed about", "Next meeting"} <= set(words)

    save(desk, page, "publish")
    assert "Minutes" not in said(page)
    assert "With minutes" not in text_of(Client().get(INDEX))

    values = current_values(desk, page)
    offered["blocks"][1]["text"] = "The chair and two carers."
    post(desk, page, {**values, "minutes": json.dumps(offered)}, "publish")
    assert "The chair and two carers." in said(page)
    assert "Who was there" in said(page)


def test_minutes_print_as_plain_text(desk: Client) -> None:
    text = (
        "<h3>What we agreed</h3><p>Fish &amp; chips: "
        '<a href="https://example.org/x">more</a>.</p><ul><li>One</li><li>Two</li></ul>'
        f"<p>{'Long words. ' * 20}</p>"
    )
    page = decide(held("Plain meeting", 3, minutes=text, place="The <hall>"), "Meet on Mondays.")

    answer = Client().get(f"{page.url}minutes/")

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    printed = answer.content.decode()
    assert "What we agreed\n--------------" in printed
    assert "Fish & chips: more (https://example.org/x)." in printed
    assert "- One\n- Two" in printed
    assert "1. Meet on Mondays." in printed
    assert "The <hall>" in printed
    assert max(len(line) for line in printed.splitlines()) <= 76
    assert f'{page.url}minutes/"' in Client().get(page.url).content.decode()


def test_there_is_no_plain_text_of_minutes_that_are_not_there() -> None:
    assert Client().get(f"{held('Bare', 3).url}minutes/").status_code == 404


def test_decisions_are_numbered_and_all_on_one_page_newest_first(desk: Client) -> None:
    decide(held("Older", 60), "Write to the council.", "Meet on Mondays.")
    newer = decide(held("Newer", 30), "Meet in the evening.")

    page = BeautifulSoup(Client().get(f"{INDEX}decisions/").content, "html.parser").main

    items = [item.get_text(strip=True) for item in page.select("ol li")]
    assert items == ["Meet in the evening.", "Write to the council.", "Meet on Mondays."]
    assert page.find("a", href=newer.url)
    shown = BeautifulSoup(Client().get(newer.url).content, "html.parser").main
    assert shown.find("ol").get_text(strip=True) == "Meet in the evening."
    assert "Newer" in text_of(Client().get("/search/?query=evening"))


def test_decisions_of_drafts_and_private_meetings_are_nobodys() -> None:
    decide(held("Drafted", 5, live=False), "A secret draft.").unpublish()
    private = decide(held("Private", 5), "A secret decision.")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)

    text = text_of(Client().get(f"{INDEX}decisions/"))

    assert "secret" not in text
    assert "No decision has been published yet." in text


def test_the_decisions_page_asks_the_same_number_of_questions_however_many_there_are() -> None:
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            Client().get(f"{INDEX}decisions/")
        return len(asked)

    decide(held("First", 90), "One.")
    questions()
    before = questions()
    for number in range(3):
        decide(held(f"More {number}", 50 + number), "Two.", "Three.")
    questions()

    assert questions() == before


@pytest.mark.parametrize("slug", ["decisions", "actions"])
def test_a_meeting_cannot_take_the_address_of_a_list(desk: Client, slug: str) -> None:
    page = held("A meeting", 3)

    answer = save(desk, page, "publish", slug=slug)

    assert "uses this address itself" in text_of(answer)
    assert MeetingPage.objects.get(pk=page.pk).slug != slug
