"""Does whatever is due: publishes at a set time, sends mail, lets documents be made."""

import logging
import time
from datetime import timedelta
from typing import Any

from django.core.management.base import CommandError
from django.db import DatabaseError, InterfaceError, connection
from django.utils import timezone

from ...editions.document_process import DocumentProcess
from ...editions.working import make_due, tidy_up
from ...mail.sending import Counts
from ...mailing_list.sending import queue_next_batch
from ...scheduling.publishing import publish_due
from .send_queued_mail import Command as SendQueuedMail

logger = logging.getLogger(__name__)

EVERY = timedelta(minutes=1)


class Command(SendQueuedMail):
    """`manage.py run_worker [--forever] [--pause SECONDS]`"""

    help = (
        "Publish and take down the pages whose time has come, queue what is being sent to the "
        "mailing list, send the mail that is due, and make the editions and booklets that were "
        "asked for. With --forever it goes on until told to end."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.next_publishing = 0.0
        self.documents = DocumentProcess()
        try:
            super().handle(*args, **options)
        finally:
            self.documents.end()
        if not options["forever"]:
            tidy_up()
            make_due(lambda: self.is_ending)

    def _send(self, forever: bool) -> Counts:
        try:
            if time.monotonic() >= self.next_publishing:
                self.next_publishing = time.monotonic() + EVERY.total_seconds()
                publish_due(timezone.now())
            self._queue_for_the_list(forever)
            if forever:
                self.documents.look()
        except (DatabaseError, InterfaceError) as error:
            if not forever:
                raise CommandError(f"The database does not answer: {error}") from error
            logger.error("What is due cannot be done: %s", type(error).__name__)
            connection.close()
        return super()._send(forever)

    def _queue_for_the_list(self, forever: bool) -> None:
        # One batch between two looks at the outbox, so that a link somebody waits for does not
        # stand behind a thousand others; all of them when this ends by itself.
        while queue_next_batch() and not forever and not self.is_ending:
            pass
