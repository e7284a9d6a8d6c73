"""When a permission ends that no rule of the site can see to, a person does, and is told."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from coprod_pages.contributions.choices import Purpose
from coprod_pages.contributions.links import make_link
from coprod_pages.contributions.models import Contribution, ContributionConsent
from tests.contributions.at_the_desk import DESK, do, words
from tests.factories import contribution, person, publish_with_yes

pytestmark = pytest.mark.django_db

USES = ["website", "edition", "news", "photographs", "quotation"]
TO_DO = "To do: a permission has ended"
FILTER = f"{DESK}?ended=1"


@pytest.fixture
def at_the_desk(client: Client, reviewer: Any) -> Client:
    """A reviewer, signed in."""
    reviewer.email = "reviewer@example.org"
    reviewer.save()
    client.force_login(reviewer)
    return client


@pytest.fixture
def sent(at_the_desk: Client) -> Contribution:
    """An example whose case study is public, looked after by the reviewer."""
    sent = contribution(consents=USES, title="A garden that tenants run")
    do(at_the_desk, sent, "start")
    sent.refresh_from_db()
    publish_with_yes(sent.case_study)
    mail.outbox.clear()
    return sent


def by_link(sent: Contribution, **pressed: str) -> Any:
    return Client().post(f"/contribute/{make_link(sent, Purpose.OWN)}/", pressed)


def end(sent: Contribution, *uses: str) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    ContributionConsent.objects.filter(contribution=sent, use__in=uses).update(ends_on=yesterday)


def every_day() -> str:
    out = StringIO()
    call_command("send_due_reminders", stdout=out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("use", "to_do"),
    [
        ("news", "take down posts about it on social media"),
        ("quotation", "Take their exact words out of the text"),
        ("edition", "Editions that have it were taken down by themselves"),
    ],
)
def test_whoever_looks_after_it_is_told_what_to_do(
    at_the_desk: Client, sent: Contribution, use: str, to_do: str
) -> None:
    by_link(sent, take_back=use)

    (message,) = mail.outbox
    assert message.to == ["reviewer@example.org"]
    assert to_do in " ".join(message.body.split())
    assert "A garden that tenants run" in message.body
    assert f"{DESK}inspect/{sent.pk}/" in message.body
    assert "Ottoline" not in message.body + message.subject
    opened = words(at_the_desk.get(f"{DESK}inspect/{sent.pk}/"))
    assert TO_DO in opened
    assert to_do in " ".join(opened.split())
    assert sent.reference in words(at_the_desk.get(FILTER))
    assert "A permission has ended for 1" in words(at_the_desk.get("/admin/"))


def test_once_it_is_done_nobody_is_asked_any_more(at_the_desk: Client, sent: Contribution) -> None:
    by_link(sent, take_back="news")

    for _click in range(2):
        do(at_the_desk, sent, "ended")

    assert TO_DO not in words(at_the_desk.get(f"{DESK}inspect/{sent.pk}/"))
    assert sent.reference not in words(at_the_desk.get(FILTER))
    assert "A permission has ended" not in words(at_the_desk.get("/admin/"))
    history = words(at_the_desk.get(f"{DESK}history/{sent.pk}/"))
    assert history.count("what was to be done is done") == 1


def test_an_end_that_comes_by_itself_is_told_of_once(
    at_the_desk: Client, sent: Contribution
) -> None:
    end(sent, "news", "quotation", "photographs")
    assert sent.reference in words(at_the_desk.get(FILTER))

    assert "Told the desk of permissions that ended: 1" in every_day()
    assert "Told the desk of permissions that ended: 0" in every_day()

    (message,) = mail.outbox
    assert "social media" in message.body
    assert "exact words" in message.body


def test_a_second_end_is_told_of_too(sent: Contribution) -> None:
    by_link(sent, take_back="news")
    by_link(sent, take_back="quotation")

    assert len(mail.outbox) == 2
    assert "social media" not in mail.outbox[1].body


def test_what_is_taken_back_twice_is_told_of_once(sent: Contribution) -> None:
    for _click in range(2):
        by_link(sent, take_back="news")

    assert len(mail.outbox) == 1


def test_taking_everything_back_tells_of_all_of_it_at_once(sent: Contribution) -> None:
    Client().post(f"/contribute/{make_link(sent, Purpose.OWN)}/withdraw/")

    to_desk, to_contributor = mail.outbox
    assert to_desk.to == ["reviewer@example.org"]
    for words_of in ("Editions that have it", "social media", "exact words"):
        assert words_of in " ".join(to_desk.body.split())
    assert to_contributor.to == ["ottoline@example.org"]


def test_photographs_are_for_nobody_to_do(at_the_desk: Client, sent: Contribution) -> None:
    by_link(sent, take_back="photographs")

    assert not mail.outbox
    assert TO_DO not in words(at_the_desk.get(f"{DESK}inspect/{sent.pk}/"))


def test_a_permission_that_goes_on_is_no_work(at_the_desk: Client, sent: Contribution) -> None:
    end(sent, "news")
    every_day()

    by_link(sent, renew="news")

    assert sent.reference not in words(at_the_desk.get(FILTER))
    end(sent, "news")
    assert "Told the desk of permissions that ended: 1" in every_day()


def test_what_became_no_case_study_is_no_work(at_the_desk: Client) -> None:
    sent = contribution(consents=USES)

    by_link(sent, take_back="news")

    assert not mail.outbox
    assert sent.reference not in words(at_the_desk.get(FILTER))


def test_everybody_who_sorts_is_told_where_nobody_looks_after_it(
    at_the_desk: Client, sent: Contribution, manager: Any
) -> None:
    Contribution.objects.update(owner=None)
    manager.email = "manager@example.org"
    manager.save()
    person(email="cvs-editor@example.org")

    by_link(sent, take_back="news")

    told = {address for message in mail.outbox for address in message.to}
    assert {"reviewer@example.org", "manager@example.org"} <= told
    assert "cvs-editor@example.org" not in told


def test_an_editor_sees_what_is_to_do_with_their_own_and_no_others(
    client: Client, sent: Contribution, editor: Any
) -> None:
    by_link(sent, take_back="news")
    client.force_login(editor)
    assert sent.reference not in words(client.get(FILTER))
    assert "A permission has ended" not in words(client.get("/admin/"))

    Contribution.objects.update(owner=editor)

    assert sent.reference in words(client.get(FILTER))
    assert do(client, sent, "ended").status_code == 302
