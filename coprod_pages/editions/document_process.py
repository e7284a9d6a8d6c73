"""Documents are made in a process of their own, so that mail never waits for one.

The worker starts it when something waits, and never a second one beside it. What the process
used of memory is free again when it ends; when it is killed, the worker goes on, and the lease
lets the next one take over.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from .working import is_anything_due

# What is over is tidied away so often also when nothing is asked for.
EVERY = timedelta(minutes=5)
# So long it may go on when the worker is told to end. After that its lease lets another begin anew.
GRACE = 5


class DocumentProcess:
    """At most one process that makes documents."""

    def __init__(self, start: Callable[[], subprocess.Popen] | None = None) -> None:
        self._start = start or start_process
        self._process: subprocess.Popen | None = None
        self._next_tidying = 0.0

    def look(self) -> None:
        """Start it, if something waits and it does not run."""
        if self._process is not None and self._process.poll() is None:
            return
        if is_anything_due(timezone.now()) or time.monotonic() >= self._next_tidying:
            self._next_tidying = time.monotonic() + EVERY.total_seconds()
            self._process = self._start()

    def end(self) -> None:
        """Let it end; it is not waited for longer than it takes to stop a worker."""
        if self._process is None or self._process.poll() is not None:
            return
        self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(GRACE)
            return
        self._process.kill()
        self._process.wait()


def start_process() -> subprocess.Popen:
    """`manage.py make_documents` with the settings of this process."""
    command = [sys.executable, "-m", "django", "make_documents"]
    settings_module = ["--settings", settings.SETTINGS_MODULE]
    # Nothing in it comes from outside.
    return subprocess.Popen([*command, *settings_module])  # noqa: S603
