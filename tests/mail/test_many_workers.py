"""Many workers at once, each with a connection of its own: no transaction around the test."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from django.db import OperationalError, connection

from coprod_pages.mail import sending
from coprod_pages.mail.models import OutgoingMail, State
from coprod_pages.mail.sending import send_due
from tests.mail.conftest import queue_one
from tests.mail.mail_servers import Postbox


@pytest.fixture
def stored_for_all(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """What is stored is there for every connection, and removed in the end."""
    with django_db_blocker.unblock():
        yield
        OutgoingMail.objects.all().delete()


def test_many_workers_at_once_send_each_message_once(
    stored_for_all: None, postbox: type[Postbox], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending.time, "sleep", lambda seconds: None)
    monkeypatch.setattr(sending, "PAUSES_OF_STORING", (0,) * 1000)
    subjects = [f"Message {number}" for number in range(20)]
    for subject in subjects:
        queue_one(subject=subject)
    start = threading.Barrier(4)

    def work() -> None:
        start.wait()
        waits = True
        while waits:
            # SQLite in memory, of which only tests know, locks tables without waiting.
            with suppress(OperationalError):
                send_due()
                waits = OutgoingMail.objects.filter(state=State.WAITING).exists()
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert sorted(message.subject for message in postbox.delivered) == sorted(subjects)
