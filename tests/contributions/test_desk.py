"""What the desk does with an example: ask, hand over, link, decline, release."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.contributions import desk, intake
from coprod_pages.contributions.choices import State
from coprod_pages.contributions.models import Contribution, ContributionLink
from coprod_pages.roles.groups import WORKING_GROUP
from tests.contributions.at_the_desk import DESK, do, words
from tests.factories import contribution, person, publish_with_yes

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_the_desk(client: Client, reviewer: Any) -> Client:
    """A reviewer, signed in."""
    client.force_login(reviewer)
    return client


def test_a_question_goes_by_mail_and_its_answer_comes_back_into_the_record(
    at_the_desk: Client,
) -> None:
    sent = contribution()

    for _click in range(2):
        do(at_the_desk, sent, "ask", text="How many came?")

    sent.refresh_from_db()
    assert sent.state == State.QUESTION
    assert [message.to for message in mail.outbox] == [["ottoline@example.org"]]
    link = ContributionLink.objects.get(purpose="answer")
    intake.answer(link, "About twenty.")
    sent.refresh_from_db()
    assert sent.state == State.NEW
    assert "About twenty." in words(at_the_desk.get(f"{DESK}inspect/{sent.pk}/"))


def test_an_answer_by_telephone_is_written_down_once(at_the_desk: Client) -> None:
    sent = contribution(email="")
    do(at_the_desk, sent, "ask", text="How many came?")
    question = sent.questions.get()

    first = do(at_the_desk, sent, "note", question=question.pk, answer="Twenty.")
    second = do(at_the_desk, sent, "note", question=question.pk, answer="Thirty.")

    question.refresh_from_db()
    assert (mail.outbox, question.answer) == ([], "Twenty.")
    assert (first.status_code, second.status_code) == (302, 422)
    assert "Thirty." in second.content.decode()


def test_an_answer_to_a_question_of_another_contribution_is_not_taken(at_the_desk: Client) -> None:
    sent, other = contribution(), contribution()
    do(at_the_desk, other, "ask", text="How many came?")

    do(at_the_desk, sent, "note", question=other.questions.get().pk, answer="Twenty.")

    assert other.questions.get().answered_at is None


def test_declining_is_kindly_said_once(at_the_desk: Client) -> None:
    sent = contribution()

    for _click in range(2):
        do(at_the_desk, sent, "decline", text="We have one like it.")

    sent.refresh_from_db()
    assert (sent.state, sent.decline_reason) == (State.DECLINED, "We have one like it.")
    assert len(mail.outbox) == 1
    assert "We have one like it." in mail.outbox[0].body


def test_what_is_public_is_not_declined(at_the_desk: Client) -> None:
    sent = contribution()
    do(at_the_desk, sent, "start")
    publish_with_yes(CaseStudyPage.objects.get())
    Contribution.objects.update(state=State.IN_EDITING)

    response = do(at_the_desk, sent, "decline", text="No, because.")

    sent.refresh_from_db()
    assert (response.status_code, sent.state, mail.outbox) == (422, State.IN_EDITING, [])
    assert "public. Take that down first" in words(response)
    assert "No, because." in response.content.decode()


@pytest.mark.parametrize(("action", "field"), [("ask", "text"), ("decline", "text")])
@pytest.mark.parametrize("text", ["", " ", "***", "x" * 2001])
def test_words_that_cannot_be_sent_come_back_with_the_reason(
    at_the_desk: Client, action: str, field: str, text: str
) -> None:
    sent = contribution()

    response = do(at_the_desk, sent, action, **{field: text})

    page = BeautifulSoup(response.content, "html.parser")
    control = page.find(id=f"id_{action}_{field}")
    assert response.status_code == 422
    assert control.get_text().strip() == text.strip()
    assert page.find(class_="error-message") is not None
    assert mail.outbox == []


def test_two_of_the_same_are_linked_without_circles(at_the_desk: Client) -> None:
    one, two, three = contribution(), contribution(), contribution()

    do(at_the_desk, one, "duplicate", reference=f" {two.reference.lower()} ")
    do(at_the_desk, two, "duplicate", reference=three.reference)
    circle = do(at_the_desk, three, "duplicate", reference=one.reference)
    itself = do(at_the_desk, three, "duplicate", reference=three.reference)
    unknown = do(at_the_desk, three, "duplicate", reference="nothing")

    for sent in (one, two, three):
        sent.refresh_from_db()
    assert (one.duplicate_of, two.duplicate_of, three.duplicate_of) == (three, three, None)
    assert [answer.status_code for answer in (circle, itself, unknown)] == [422] * 3
    assert "nothing" in unknown.content.decode()
    do(at_the_desk, one, "part")
    one.refresh_from_db()
    assert one.duplicate_of is None


def test_it_is_handed_to_nobody_without_a_place_at_the_desk(
    at_the_desk: Client, secretary: Any
) -> None:
    sent = contribution()
    gone = person(is_active=False)

    for somebody in (secretary, gone, person(WORKING_GROUP)):
        assert do(at_the_desk, sent, "hand", colleague=somebody.pk).status_code == 422
        with pytest.raises(desk.CannotDo):
            desk.hand_to(sent, somebody, secretary)


def test_a_person_releases_what_looks_automatic(at_the_desk: Client) -> None:
    sent = contribution(looks_automatic=True, title="From a quick typist")

    assert "From a quick typist" not in words(at_the_desk.get(DESK))
    assert "From a quick typist" in words(at_the_desk.get(f"{DESK}?automatic=1"))
    assert "1 looks automatic" in words(at_the_desk.get("/admin/"))
    do(at_the_desk, sent, "release")
    assert "From a quick typist" in words(at_the_desk.get(DESK))


def test_what_waits_longest_comes_first_and_is_called_overdue(at_the_desk: Client) -> None:
    contribution(title="Answered lately", days=1)
    contribution(title="Declined long ago", state=State.DECLINED, days=90)
    contribution(title="Waits for them", state=State.QUESTION, days=40)
    contribution(title="Same as another", duplicate_of=contribution(days=2), days=50)
    contribution(title="Waits for us", days=15)

    rows = BeautifulSoup(at_the_desk.get(DESK).content, "html.parser").select("tbody tr")
    texts = [row.get_text(" ") for row in rows]
    assert "Waits for us" in texts[0]
    assert "Overdue" in texts[0]
    assert "15" in texts[0]
    assert "Declined long ago" in texts[-1]
    assert sum("Overdue" in text for text in texts) == 1
    assert "1 is overdue" in words(at_the_desk.get("/admin/"))


def test_a_question_that_was_open_for_long_is_answered_before_it_counts_as_ours() -> None:
    sent = contribution(state=State.QUESTION, days=40)
    assert not sent.is_overdue
    sent.state, sent.state_since = State.NEW, timezone.now() - timedelta(days=15)
    assert sent.is_overdue


def test_each_step_is_one_change_that_the_database_checks_by_itself(
    at_the_desk: Client, editor: Any
) -> None:
    """With a subquery in it, a second click that waited would pass on PostgreSQL."""
    steps = [("ask", {"text": "When?"}), ("hand", {"colleague": editor.pk}), ("start", {})]
    steps += [("duplicate", {"reference": contribution().reference}), ("part", {})]
    steps += [("decline", {"text": "We have one."})]
    sent = contribution()

    with CaptureQueriesContext(
        connection,
    ) as captured:
        for action, answers in steps:
            assert do(at_the_desk, sent, action, **answers).status_code == 302

    changes = [row["sql"] for row in captured if row["sql"].startswith("UPDATE")]
    changes = [sql for sql in changes if 'coprod_pages_contribution" SET' in sql]
    assert len(changes) >= len(steps)
    assert not [sql for sql in changes if "SELECT" in sql]
