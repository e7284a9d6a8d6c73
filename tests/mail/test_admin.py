"""Who runs the site sees what could not be sent, and has it sent again."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.checks import run_checks
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from coprod_pages.mail.models import OutgoingMail, State
from coprod_pages.mail.sending import send_due
from tests.mail.conftest import queue_one
from tests.mail.mail_servers import NOBODY_THERE, Postbox

pytestmark = pytest.mark.django_db

LIST = "/admin/coprod_pages/outgoingmail/"


@pytest.fixture
def failed(postbox: type[Postbox]) -> OutgoingMail:
    """A message that nobody will try again by itself."""
    mail = queue_one()
    postbox.refusal = NOBODY_THERE
    send_due()
    postbox.refusal = None
    return mail


def signed_in(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


def words(response: Any) -> str:
    page = BeautifulSoup(response.content, "html.parser")
    return " ".join((page.main or page).get_text(" ").split())


def test_what_failed_stands_first_without_address_or_words(
    failed: OutgoingMail, manager: Any
) -> None:
    queue_one(about="a later thing")

    said = words(signed_in(manager).get(LIST))

    assert said.index("sign-in link") < said.index("a later thing")
    assert "failed for good" in said
    assert "SMTPRecipientsRefused 550" in said
    assert "ada@example.org" not in said


def test_the_list_is_narrowed_by_state(failed: OutgoingMail, manager: Any) -> None:
    queue_one(about="a later thing")

    said = words(signed_in(manager).get(LIST, {"state__exact": State.WAITING}))

    assert "a later thing" in said
    assert "sign-in link" not in said


def test_one_message_shows_to_whom_but_never_what_it_says(
    failed: OutgoingMail, manager: Any, superuser: Any
) -> None:
    for person in (manager, superuser):
        page = signed_in(person).get(f"{LIST}inspect/{failed.pk}/").content.decode()

        assert "ada@example.org" in page
        assert "Please confirm" in page
        assert "contribute/secret" not in page


def test_what_failed_is_sent_again_at_a_press(
    failed: OutgoingMail, manager: Any, postbox: type[Postbox]
) -> None:
    client = signed_in(manager)
    page = BeautifulSoup(client.get(f"{LIST}inspect/{failed.pk}/").content, "html.parser")
    action = page.find("button", string="Send again").parent["action"]

    assert client.get(action).status_code == 405
    said = words(client.post(action, follow=True))
    send_due()

    assert "waiting" in said
    assert [message.to for message in postbox.delivered] == [["ada@example.org"]]
    entry = ModelLogEntry.objects.get(action="coprod_pages.mail.resend")
    assert (entry.user, entry.label) == (manager, f"sign-in link ({failed.pk})")
    assert "@" not in f"{entry.label} {entry.data}"


def test_what_was_sent_or_waits_is_not_sent_again(manager: Any, postbox: type[Postbox]) -> None:
    mail = queue_one()
    send_due()

    signed_in(manager).post(f"{LIST}resend/{mail.pk}/")
    send_due()

    assert len(postbox.delivered) == 1
    assert not ModelLogEntry.objects.filter(action="coprod_pages.mail.resend").exists()


def test_a_reviewer_can_neither_see_nor_send_again(failed: OutgoingMail, reviewer: Any) -> None:
    client = signed_in(reviewer)

    client.get(LIST)
    client.post(f"{LIST}resend/{failed.pk}/")

    assert "sign-in link" not in client.get(LIST, follow=True).content.decode()
    assert OutgoingMail.objects.get().state == State.FAILED


def test_the_dashboard_tells_who_runs_the_site_and_nobody_else(
    failed: OutgoingMail, manager: Any, reviewer: Any
) -> None:
    assert "1 could not be sent." in words(signed_in(manager).get("/admin/"))
    assert "could not be sent" not in words(signed_in(reviewer).get("/admin/"))


def test_the_dashboard_tells_when_nothing_sends_mail(manager: Any) -> None:
    queue_one()
    client = signed_in(manager)
    assert "nothing sends it" not in words(client.get("/admin/"))

    OutgoingMail.objects.update(next_try_at=timezone.now() - timedelta(hours=1))

    assert "nothing sends it" in words(client.get("/admin/"))


def test_an_outbox_that_sends_to_itself_is_an_error(settings: Any) -> None:
    settings.COPROD_MAIL_TRANSPORT = settings.EMAIL_BACKEND

    assert "coprod_pages.E002" in [message.id for message in run_checks(tags=["coprod_pages"])]
