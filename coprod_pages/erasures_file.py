"""The list, outside of the database, of what must not come back with a restored backup.

One JSON object a line, added and never changed. An address stands there as its HMAC with the
site's `SECRET_KEY` (SHA-256, salt `SALT`), everything else by a reference that says nothing of
anybody. It is written and synced to the disk before the transaction of the change ends: an entry
too many erases again what somebody asked to have erased, one too few brings a person back.
"""

import fcntl
import json
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .conf import ERASURES_FILE
from .email_addresses import normal_form

logger = logging.getLogger(__name__)

SALT = "coprod_pages.erasures"


class NotListed(Exception):
    """The list could not be written: nothing may be erased that a backup would bring back."""


def key_of(email: str, secret: str | None = None) -> str:
    """What stands for `email` in the list and in the log: 64 hexadecimal digits."""
    return salted_hmac(SALT, normal_form(email), secret=secret, algorithm="sha256").hexdigest()


def keys_of(email: str) -> list[str]:
    """What may stand for `email`: also under the secrets that the site had before."""
    return [key_of(email, secret) for secret in _secrets()]


def known_secrets() -> list[str]:
    """The names of the secrets that the site has now and had before."""
    return [_name_of(secret) for secret in _secrets()]


def note(what: str, **facts: Any) -> None:
    """Add an entry. Raises `NotListed` when it is not safely on the disk."""
    path = ERASURES_FILE.get()
    if not path:
        return
    now = timezone.now().isoformat(timespec="seconds")
    entry = {"at": now, "what": what, "secret": _name_of(settings.SECRET_KEY), **facts}
    try:
        _append(Path(path), json.dumps(entry).encode() + b"\n")
    except OSError as error:
        raise NotListed(str(error)) from error


def note_or_log(what: str, **facts: Any) -> None:
    """Add an entry; a failure is logged and stops nothing.

    For what people take back themselves: that must work at once, and the nightly run lists it
    afterwards.
    """
    try:
        note(what, **facts)
    except NotListed:
        logger.exception("COPROD_ERASURES_FILE cannot be written: not listed there: %s", what)


def entries() -> Iterator[dict[str, Any]]:
    """Every entry, oldest first. A line that was cut off by a crash is left out."""
    path = ERASURES_FILE.get()
    if not path or not Path(path).exists():
        return
    with open(path, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            try:
                entry = json.loads(line)
            except ValueError:
                continue
            if isinstance(entry, dict) and "what" in entry:
                yield entry


def _append(path: Path, line: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    is_new = not path.exists()
    # The end is read: a line that a crash cut off is ended first.
    file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        size = os.fstat(file).st_size
        if size and os.pread(file, 1, size - 1) != b"\n":
            line = b"\n" + line
        if os.write(file, line) != len(line):
            raise OSError("the disk is full")
        os.fsync(file)
    finally:
        os.close(file)
    if is_new:
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _secrets() -> list[str]:
    return [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]


def _name_of(secret: str) -> str:
    # So much that a changed secret is noticed, and nothing of it can be guessed.
    return salted_hmac(f"{SALT}.name", "", secret=secret, algorithm="sha256").hexdigest()[:8]
