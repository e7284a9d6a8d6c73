"""Sends the mail that waits in the outbox."""

import logging
import signal
import time
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DatabaseError, InterfaceError, connection

from ...mail.sending import BATCH, Counts, send_due

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """`manage.py send_queued_mail [--forever] [--pause SECONDS]`"""

    help = "Send the mail that is due and end, or with --forever go on sending until told to end."

    def add_arguments(self, parser: Any) -> None:
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--once", action="store_true", help="send what is due and end (default)")
        how.add_argument("--forever", action="store_true", help="go on until SIGTERM or Ctrl+C")
        parser.add_argument("--pause", type=float, default=5, help="seconds between two looks")

    def handle(self, *args: Any, forever: bool, pause: float, **options: Any) -> None:
        self.is_ending = False
        counts = Counts()
        signals = (signal.SIGTERM, signal.SIGINT)
        before = [signal.signal(each, self._end) for each in signals]
        try:
            while not self.is_ending:
                batch = self._send(forever)
                counts.add(batch)
                if batch.sent == BATCH:
                    continue
                if not forever:
                    break
                self._pause(pause)
        finally:
            for each, handler in zip(signals, before, strict=True):
                signal.signal(each, handler)
        self.stdout.write(
            f"Sent: {counts.sent}, put off: {counts.put_off}, failed for good: {counts.failed}"
        )

    def _send(self, forever: bool) -> Counts:
        try:
            return send_due(is_ending=lambda: self.is_ending)
        except (DatabaseError, InterfaceError) as error:
            if not forever:
                raise
            logger.error("The outbox cannot be read: %s", type(error).__name__)
            # The next look opens a new one.
            connection.close()
            return Counts()

    def _end(self, number: int, frame: FrameType | None) -> None:
        """End after the message that is being sent."""
        self.is_ending = True

    def _pause(self, seconds: float) -> None:
        # In short sleeps: one is not cut short by a signal.
        until = time.monotonic() + seconds
        while not self.is_ending and (left := until - time.monotonic()) > 0:
            time.sleep(min(left, 0.2))
