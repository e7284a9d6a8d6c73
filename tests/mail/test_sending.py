"""What waits is sent once, tried again with growing pauses, and never lost with its worker."""

import logging
import os
import signal
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone

from coprod_pages.mail import sending
from coprod_pages.mail.models import OutgoingMail, State
from coprod_pages.mail.sending import LEASE, PAUSES, claim, send_due
from tests.mail.conftest import later, queue_one
from tests.mail.mail_servers import BUSY, FULL, NOBODY_THERE, Postbox

pytestmark = pytest.mark.django_db


def test_what_waits_is_sent_once_over_one_connection(postbox: type[Postbox]) -> None:
    for number in range(3):
        queue_one(subject=f"Message {number}")

    first, second = send_due(), send_due()

    assert [message.subject for message in postbox.delivered] == [
        f"Message {number}" for number in range(3)
    ]
    assert (first.sent, second.sent, postbox.opened) == (3, 0, 1)


def test_what_is_sent_is_not_kept_as_its_links_open_pages() -> None:
    queue_one(attachments=[("a.txt", "secret words", "text/plain")])

    send_due()

    mail = OutgoingMail.objects.get()
    assert (mail.state, mail.text, mail.html, mail.attachments) == (State.SENT, "", "", [])
    assert mail.recipient == "ada@example.org"


def test_pauses_grow_until_it_has_failed_for_good(postbox: type[Postbox]) -> None:
    mail, now, pauses = queue_one(), timezone.now(), []
    postbox.refusal = BUSY

    while True:
        send_due(now=now)
        mail.refresh_from_db()
        if mail.state == State.FAILED:
            break
        pauses.append(mail.next_try_at - now)
        assert not send_due(now=mail.next_try_at - timedelta(seconds=1)).put_off
        now = mail.next_try_at

    assert pauses == PAUSES
    assert pauses == sorted(set(pauses))
    assert (mail.attempts, mail.last_error) == (len(PAUSES) + 1, "SMTPDataError 451")
    assert not send_due(now=later(days=100)).sent


def test_a_message_that_failed_once_arrives_later(postbox: type[Postbox]) -> None:
    queue_one()
    postbox.refusal = FULL
    send_due()
    postbox.refusal = None

    assert send_due().sent == 0
    assert send_due(now=later(minutes=2)).sent == 1
    assert OutgoingMail.objects.get().last_error == ""


def test_who_is_not_there_is_not_tried_again(postbox: type[Postbox]) -> None:
    queue_one()
    postbox.refusal = NOBODY_THERE

    send_due()

    mail = OutgoingMail.objects.get()
    assert (mail.state, mail.attempts) == (State.FAILED, 1)
    assert mail.last_error == "SMTPRecipientsRefused 550"


def test_what_cannot_be_made_a_message_fails_and_the_others_are_sent(
    postbox: type[Postbox],
) -> None:
    queue_one(to="no address at all, @@")
    queue_one()

    send_due()

    assert [message.to for message in postbox.delivered] == [["ada@example.org"]]
    assert OutgoingMail.objects.failed().count() >= 1


def test_neither_error_nor_log_repeats_what_the_server_said(
    postbox: type[Postbox], caplog: pytest.LogCaptureFixture
) -> None:
    queue_one()
    postbox.refusal = NOBODY_THERE

    with caplog.at_level(logging.INFO):
        send_due()

    assert "failed for good" in caplog.text
    assert "ada@" not in caplog.text + OutgoingMail.objects.get().last_error


def test_while_the_server_is_away_one_message_tries_it_for_all(postbox: type[Postbox]) -> None:
    for _ in range(3):
        queue_one()
    postbox.unreachable = True

    assert send_due().put_off == 1
    postbox.unreachable = False

    assert send_due().sent == 2
    assert send_due(now=later(minutes=2)).sent == 1


def test_what_a_killed_worker_had_taken_is_taken_up_when_its_lease_is_over(
    postbox: type[Postbox],
) -> None:
    mail, now = queue_one(), timezone.now()
    assert claim(mail.pk, now)

    assert send_due(now=now + LEASE - timedelta(seconds=1)).sent == 0
    assert send_due(now=now + LEASE).sent == 1
    assert len(postbox.delivered) == 1


def test_a_message_that_ends_every_worker_is_given_up() -> None:
    mail, now = queue_one(), timezone.now()
    for _ in range(len(PAUSES) + 1):
        assert claim(mail.pk, now)
        now += LEASE

    assert send_due(now=now).failed == 1
    assert OutgoingMail.objects.get().last_error == "WorkerEnded"


def test_of_two_workers_one_gets_the_message() -> None:
    mail, now = queue_one(), timezone.now()

    assert [bool(claim(mail.pk, now)) for _ in range(2)] == [True, False]


def test_a_worker_that_was_too_slow_changes_nothing_of_the_next_ones(
    postbox: type[Postbox],
) -> None:
    mail, now = queue_one(), timezone.now()
    postbox.refusal = BUSY

    def taken_over(*args: Any) -> bool:
        claim(mail.pk, now + LEASE)
        return True

    postbox.open = taken_over  # type: ignore[method-assign]
    try:
        send_due(now=now)
    finally:
        del postbox.open
    mail.refresh_from_db()

    assert (mail.state, mail.attempts) == (State.SENDING, 2)


def test_what_the_server_took_is_stored_even_if_the_database_fails_at_first(
    postbox: type[Postbox], monkeypatch: pytest.MonkeyPatch
) -> None:
    queue_one()
    update, failures = type(OutgoingMail.objects.all()).update, [True, True]

    def failing(queryset: Any, **change: Any) -> int:
        if change.get("state") == State.SENT and failures:
            failures.pop()
            raise OperationalError("locked")
        return update(queryset, **change)

    monkeypatch.setattr(type(OutgoingMail.objects.all()), "update", failing)
    monkeypatch.setattr(sending.time, "sleep", lambda seconds: None)
    monkeypatch.setattr(sending.connection, "close", lambda: None)

    send_due()

    assert OutgoingMail.objects.get().state == State.SENT
    assert len(postbox.delivered) == 1


def test_the_command_sends_what_is_due_and_says_how_much(
    postbox: type[Postbox], capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coprod_pages.management.commands.send_queued_mail.BATCH", 2)
    monkeypatch.setattr(send_due, "__defaults__", (2, *send_due.__defaults__[1:]))
    for _ in range(5):
        queue_one()

    call_command("send_queued_mail")

    assert "Sent: 5, put off: 0, failed for good: 0" in capsys.readouterr().out


def test_the_worker_ends_after_the_message_it_is_sending(
    postbox: type[Postbox], capsys: pytest.CaptureFixture
) -> None:
    queue_one()
    queue_one()
    postbox.on_delivery = lambda message: os.kill(os.getpid(), signal.SIGTERM)
    before = signal.getsignal(signal.SIGTERM)

    call_command("send_queued_mail", "--forever")

    assert "Sent: 1" in capsys.readouterr().out
    assert sorted(OutgoingMail.objects.values_list("state", flat=True)) == [
        State.WAITING,
        State.SENT,
    ]
    assert signal.getsignal(signal.SIGTERM) == before


def test_the_worker_goes_on_after_the_database_was_away(
    postbox: type[Postbox], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = "coprod_pages.management.commands.send_queued_mail"
    queue_one()
    away = [OperationalError("gone"), OperationalError("gone")]

    def sometimes(**arguments: Any) -> Any:
        if away:
            raise away.pop()
        return send_due(**arguments)

    monkeypatch.setattr(f"{command}.send_due", sometimes)
    monkeypatch.setattr(f"{command}.connection.close", lambda: None)
    postbox.on_delivery = lambda message: os.kill(os.getpid(), signal.SIGTERM)

    call_command("send_queued_mail", "--forever", "--pause", "0")

    assert len(postbox.delivered) == 1
