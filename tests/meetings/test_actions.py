"""Actions: raised at a meeting, carried over until they are done, overdue in words, public or not."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from coprod_pages.meetings.minutes.models import MeetingAction
from coprod_pages.meetings.models import MeetingPage
from tests.editor_form import form_values, text_of
from tests.factories import meeting

pytestmark = pytest.mark.django_db

ACTIONS = "/working-group/meetings/actions/"
LIST = "/admin/coprod_pages/meetingaction/"


def day(days: int) -> Any:
    return timezone.localdate() + timedelta(days=days)


def on(days: int, title: str, **fields: Any) -> MeetingPage:
    """A meeting so many days from today, at noon."""
    start = timezone.localtime().replace(hour=12, minute=0) + timedelta(days=days)
    return meeting(title, starts_at=start, ends_at=start + timedelta(hours=2), **fields)


def action(at: MeetingPage, what: str, **fields: Any) -> MeetingAction:
    """Something that somebody took on."""
    fields = {"owner_role": "The secretary", "due_on": day(10), **fields}
    return MeetingAction.objects.create(meeting=at, what=what, **fields)


def part(page: MeetingPage, heading: str) -> str:
    """What stands below a heading on the page of a meeting; "" without that heading."""
    html = BeautifulSoup(Client().get(page.url).content, "html.parser")
    found = html.find("h2", string=lambda text: text and text.strip() == heading)
    return " ".join(found.find_parent("section").get_text(" ").split()) if found else ""


def raised(page: MeetingPage) -> str:
    return part(page, "Actions from this meeting")


def carried(page: MeetingPage) -> str:
    return part(page, "Carried over from earlier meetings")


@pytest.fixture
def desk(client: Client, secretary: Any) -> Client:
    client.force_login(secretary)
    return client


def test_an_action_goes_from_meeting_to_meeting_until_it_is_done() -> None:
    """Four meetings, a week apart; the second one did it, four days after."""
    first, second, third, fourth = (
        on(days, f"Meeting {number}") for number, days in enumerate((-21, -14, -7, 7), start=1)
    )
    done = action(first, "Write to the council", state="done", done_on=day(-10))
    still_open = action(second, "Book the hall")

    assert "Write to the council" in raised(first)
    assert carried(first) == ""
    assert "Write to the council" in carried(second)
    assert "Done" in carried(second)
    assert "Write to the council" not in carried(third)
    assert "Book the hall" in raised(second)
    for later in (third, fourth):
        assert "Book the hall" in carried(later)
        assert "Meeting 2" in carried(later)

    done.refresh_from_db()
    still_open.state = "done"
    still_open.save()

    assert "Book the hall" in carried(third)
    assert carried(fourth) == ""


def test_done_on_the_day_of_a_meeting_was_open_when_it_began() -> None:
    first, second = on(-14, "First"), on(-7, "Second")
    action(first, "Bring biscuits", state="done", done_on=second.starts.date())

    assert "Bring biscuits" in carried(second)


def test_a_meeting_that_was_called_off_carries_nothing() -> None:
    first, off = on(-14, "First"), on(-7, "Off", state="cancelled")
    action(first, "Bring biscuits")

    assert carried(off) == ""


def test_overdue_is_said_in_words_and_only_of_what_is_open() -> None:
    page = on(-30, "First")
    action(page, "Late", due_on=day(-1))
    assert "Overdue" in raised(page)

    for fields in ({"due_on": day(0)}, {"due_on": None}, {"due_on": day(-1), "state": "dropped"}):
        MeetingAction.objects.all().delete()
        action(page, "Not late", **fields)
        assert "Overdue" not in raised(page)


def test_all_open_actions_by_due_date_and_what_was_done_lately() -> None:
    page = on(-30, "First")
    action(page, "No day", due_on=None)
    action(page, "Later", due_on=day(20))
    action(page, "Sooner", due_on=day(2))
    action(page, "Just done", state="done", done_on=day(-3), outcome="The hall is ours.")
    action(page, "Dropped", state="dropped", done_on=day(-5), outcome="Nobody needs it.")
    action(page, "Long done", state="done", done_on=day(-200))

    text = text_of(Client().get(ACTIONS))

    words = [
        "Still to do",
        "Sooner",
        "Later",
        "No day",
        "Just done",
        "The hall is ours.",
        "Dropped",
    ]
    places = [text.index(word) for word in words]
    assert places == sorted(places)
    assert "Long done" not in text


def test_one_role_at_a_time_without_javascript() -> None:
    page = on(-30, "First")
    action(page, "Book the hall", owner_role="The secretary")
    action(page, "Send the letter", owner_role="the  Secretary", state="done")
    action(page, "Ask the council", owner_role="The chair")
    form = BeautifulSoup(Client().get(ACTIONS).content, "html.parser").main.find("form")
    options = {option.get_text(): option["value"] for option in form.find_all("option")}
    assert (form["method"], len(options)) == ("get", 3)

    def shown(owner: str) -> str:
        return text_of(Client().get(ACTIONS, {"owner": owner}))

    of_secretary = shown(options["The secretary"])
    assert "Book the hall" in of_secretary
    assert "Send the letter" in of_secretary
    assert "Ask the council" not in of_secretary
    for unknown in ("nobody", "\x00", "", "x" * 5000):
        assert "Ask the council" in shown(unknown)


def test_the_filter_also_works_where_pages_are_kept(settings: Any) -> None:
    settings.PAGE_CACHE = True
    page = on(-30, "First")
    action(page, "Book the hall", owner_role="The secretary")
    other = action(page, "Ask the council", owner_role="The chair")
    assert "Ask the council" not in text_of(Client().get(ACTIONS, {"owner": "the secretary"}))
    assert "Ask the council" in text_of(Client().get(ACTIONS))

    other.what = "Ask the mayor"
    other.save()

    assert "Ask the mayor" in text_of(Client().get(ACTIONS))


def test_actions_of_drafts_and_private_meetings_are_nobodys() -> None:
    public, draft = on(7, "Public"), on(-8, "A draft", live=False)
    private = on(-9, "Behind a door")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    action(draft, "Secret of the draft", state="open")
    action(private, "Secret of the meeting behind a door")
    homeless = action(private, "Secret without a meeting")
    MeetingAction.objects.filter(pk=homeless.pk).update(meeting=None)

    for address in (ACTIONS, public.url):
        text = text_of(Client().get(address))
        assert "Secret" not in text
        assert "door" not in text


def test_a_private_note_is_never_public() -> None:
    first, second = on(-7, "First"), on(7, "Second")
    action(first, "Book the hall", private_note="Ring the caretaker at home.")

    for address in (ACTIONS, first.url, second.url, f"{first.url}minutes/"):
        assert "caretaker" not in Client().get(address).content.decode()


def test_the_number_of_questions_does_not_grow_with_the_actions() -> None:
    first, second = on(-7, "First"), on(7, "Second")
    action(first, "One", owner_role="The chair")
    action(second, "Another", state="done")

    def questions() -> list[int]:
        counts = []
        for address in (ACTIONS, first.url, second.url):
            Client().get(address)
            with CaptureQueriesContext(connection) as asked:
                Client().get(address)
            counts.append(len(asked))
        return counts

    before = questions()
    for number in range(4):
        action(first, f"More {number}", owner_role=f"Role {number}")
        action(second, f"Done {number}", state="done")

    assert questions() == before


def test_the_secretary_adds_one_from_the_meeting_and_comes_back_to_it(desk: Client) -> None:
    page = on(-3, "Spring meeting")
    place = f"/admin/coprod-meetings/{page.pk}/minutes/"
    assert place in desk.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    html = BeautifulSoup(desk.get(place).content, "html.parser")
    link = html.find("a", string="Add an action from this meeting")["href"]
    form = BeautifulSoup(desk.get(link).content, "html.parser").find("form", method="POST")
    chosen = form.find("select", {"name": "meeting"}).find("option", selected=True)
    assert chosen["value"] == str(page.pk)
    assert f"{page.starts:%d %b %Y}" in chosen.get_text()

    data = {"what": "Book the hall", "owner_role": "The secretary", "meeting": page.pk}
    answer = desk.post(form["action"], {**data, "state": "open"})

    assert answer.url == place
    assert "Book the hall" in text_of(desk.get(place))
    assert "Book the hall" in raised(page)


def test_the_secretary_marks_it_done_and_today_is_noted(desk: Client) -> None:
    row = action(on(-3, "Spring meeting"), "Book the hall", private_note="Ring first.")
    values = form_values(desk.get(f"{LIST}edit/{row.pk}/").content.decode(), "w-editor-form")

    future = desk.post(f"{LIST}edit/{row.pk}/", {**values, "state": "done", "done_on": day(3)})
    desk.post(f"{LIST}edit/{row.pk}/", {**values, "state": "done", "outcome": "It is ours."})

    assert "This day has not come yet." in text_of(future)
    row.refresh_from_db()
    assert (row.state, row.done_on, row.private_note) == ("done", day(0), "Ring first.")
    assert "It is ours." in text_of(Client().get(ACTIONS))

    desk.post(f"{LIST}edit/{row.pk}/", {**values, "state": "open", "done_on": day(0)})
    row.refresh_from_db()
    assert row.done_on is None


def test_the_list_is_narrowed_by_meeting_state_and_what_is_overdue(desk: Client) -> None:
    first, second = on(-30, "First"), on(-20, "Second")
    action(first, "Late", due_on=day(-2))
    action(first, "Early")
    action(second, "Done", state="done", due_on=day(-2))

    def listed(**chosen: Any) -> set[str]:
        html = BeautifulSoup(desk.get(LIST, chosen).content, "html.parser")
        links = html.select(f"table a[href^='{LIST}edit/']")
        return {link.get_text(strip=True) for link in links}

    assert listed(meeting=first.pk) == {"Late", "Early"}
    assert listed(overdue="true") == {"Late"}
    assert listed(state="done") == {"Done"}
    assert "Late" in desk.get(LIST, {"export": "csv"}).getvalue().decode()


def test_an_editor_has_no_actions(client: Client, editor: Any) -> None:
    row = action(on(-3, "Spring meeting"), "Book the hall")
    client.force_login(editor)

    client.post(f"{LIST}delete/{row.pk}/")

    assert MeetingAction.objects.filter(pk=row.pk).exists()
    assert "overdue" not in text_of(client.get("/admin/"))


def test_what_is_to_be_done_outlives_the_page(desk: Client) -> None:
    page = on(-3, "Spring meeting")
    action(page, "Book the hall")

    desk.post(f"/admin/pages/{page.pk}/delete/")

    assert not MeetingPage.objects.filter(pk=page.pk).exists()
    assert "Book the hall" in text_of(desk.get(LIST))
    assert "Book the hall" not in text_of(Client().get(ACTIONS))


def test_done_without_a_day_cannot_be_stored() -> None:
    row = action(on(-3, "Spring meeting"), "Book the hall")

    with pytest.raises(IntegrityError), transaction.atomic():
        MeetingAction.objects.filter(pk=row.pk).update(state="done")
