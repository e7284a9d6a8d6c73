"""Makes the editions and booklets that were asked for, and ends."""

import signal
from types import FrameType
from typing import Any

from django.core.management.base import BaseCommand

from ...editions.working import make_due, tidy_up


class Command(BaseCommand):
    """`manage.py make_documents`; the worker starts it whenever something waits."""

    help = (
        "Make the editions and booklets that were asked for, and delete those whose time is over."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.is_ending = False
        signal.signal(signal.SIGTERM, self._end)
        tidy_up()
        count = make_due(lambda: self.is_ending)
        self.stdout.write(f"Documents made: {count}")

    def _end(self, number: int, frame: FrameType | None) -> None:
        """End after the document that is being made."""
        self.is_ending = True
