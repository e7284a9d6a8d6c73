"""The digest: what was published since the last one, as far as everybody may see it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from coprod_pages.case_studies.models import CaseStudyConsent
from coprod_pages.mail.models import OutgoingMail
from coprod_pages.mailing_list.models import ListMessage
from coprod_pages.mailing_list.sending import queue_next_batch
from tests.editor_form import messages_of, text_of
from tests.factories import case_study, meeting, news
from tests.mailing_list.conftest import subscriber

pytestmark = pytest.mark.django_db

MESSAGES = "/admin/coprod_pages/listmessage/"


@pytest.fixture
def desk(client: Client, secretary: Any) -> Client:
    """The secretary, signed in."""
    client.force_login(secretary)
    return client


def digest(desk: Client) -> ListMessage | None:
    """Press "Write a digest"; the draft, if there is one."""
    desk.post(f"{MESSAGES}digest/")
    return ListMessage.objects.open().first()


def send(desk: Client, message: ListMessage) -> Any:
    """Say that it is right, send it, and let the worker work."""
    desk.post(f"{MESSAGES}check/{message.pk}/", {"version": message.version})
    sent = desk.post(f"{MESSAGES}send/{message.pk}/", {"version": message.version}, follow=True)
    while queue_next_batch():
        pass
    return sent


def published(page: Page, days_ago: int) -> None:
    """As if it had been published then."""
    moment = timezone.now() - timedelta(days=days_ago)
    Page.objects.filter(pk=page.pk).update(first_published_at=moment)


def test_it_tells_of_news_meetings_to_come_and_new_case_studies(desk: Client) -> None:
    subscriber()
    told = [news("Told [of]"), meeting("To come", place="Town hall"), case_study("A new story")]
    published(news("Long known"), 60)
    news("Over", date=date(2020, 1, 1), ends_on=date(2020, 1, 2))

    message = digest(desk)
    assert message is not None
    for page in told:
        assert f"https://compendium.example{page.url}" in message.text
    assert "Told (of)" in message.text
    assert "Town hall" in message.text
    assert "Long known" not in message.text
    assert "Over" not in message.text

    send(desk, message)
    mail = OutgoingMail.objects.get()
    assert "What is new in co-production" in mail.subject
    assert ">A new story</a>" in mail.html


@pytest.mark.parametrize(
    "state",
    [
        {"live": False},
        {"private": True},
        {"expired": True},
        {"withdrawn": True},
        {"consent_ended": True},
    ],
    ids=lambda state: next(iter(state)),
)
def test_what_is_not_public_is_not_told(desk: Client, state: dict) -> None:
    case_study("Kingfisher secret", **state)
    news("Draft news", live=False)
    meeting("Draft meeting", live=False)

    response = desk.post(f"{MESSAGES}digest/", follow=True)

    assert "Nothing was published since" in messages_of(response)
    assert not ListMessage.objects.exists()


def test_the_next_begins_where_the_last_that_was_sent_has_ended(desk: Client) -> None:
    subscriber()
    news("First")
    meeting("To come")
    first = digest(desk)
    news("While it was being edited")
    send(desk, first)

    assert "Nothing" not in text_of(desk.get(MESSAGES))
    second = digest(desk)
    assert "First" not in second.text
    assert "While it was being edited" in second.text
    assert "To come" in second.text  # still to come, though it is not new

    send(desk, second)
    assert digest(desk) is None  # the meeting alone is no reason to write again


def test_a_meeting_is_told_by_its_own_clock_as_in_all_our_mail(desk: Client) -> None:
    starts = (timezone.now() + timedelta(days=30)).replace(hour=12, minute=0)
    ends = starts + timedelta(hours=2)
    meeting("Abroad", starts_at=starts, ends_at=ends, time_zone="Asia/Tokyo")

    message = digest(desk)

    assert "9 p.m. to 11 p.m. (Tokyo time)" in message.text


def test_one_that_is_thrown_away_leaves_its_news_to_the_next(desk: Client) -> None:
    news("First")
    thrown_away = digest(desk)
    desk.post(f"{MESSAGES}delete/{thrown_away.pk}/")

    assert "First" in digest(desk).text


def test_pressing_again_opens_the_one_begun(desk: Client) -> None:
    news("First")
    message = digest(desk)
    desk.post(f"{MESSAGES}edit/{message.pk}/", {"subject": "Ours", "text": "Our words"})

    response = desk.post(f"{MESSAGES}digest/")

    assert response.url == f"{MESSAGES}edit/{message.pk}/"
    assert ListMessage.objects.get().text == "Our words"


def test_what_is_withdrawn_before_it_goes_has_to_be_taken_out(desk: Client) -> None:
    subscriber()
    page = case_study("Withdrawn soon")
    message = digest(desk)
    CaseStudyConsent.objects.create(page=page, withdrawn_at=timezone.now())

    refused = send(desk, message)
    assert "has been taken down" in messages_of(refused)
    assert f"https://compendium.example{page.url}" in text_of(refused)
    assert not OutgoingMail.objects.exists()

    desk.post(f"{MESSAGES}edit/{message.pk}/", {"subject": "News", "text": "Without it"})
    send(desk, ListMessage.objects.get())
    assert "Without it" in OutgoingMail.objects.get().text


def test_a_long_list_is_counted_and_not_told_in_full(desk: Client) -> None:
    for number in range(22):
        news(f"Item {number:02}")

    message = digest(desk)

    assert message.text.count("Item ") == 20
    assert "And 2 more: https://compendium.example/working-group/news/" in message.text
