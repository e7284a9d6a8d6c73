"""What takes long to build and that many tests only look at: built once for a module."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction


@contextmanager
def kept_for_a_module(django_db_blocker: Any) -> Iterator[None]:
    """What is stored within is there for every test of a module, and taken back after it.

    For a fixture of a module's scope that asks for `django_db_setup`. What a test changes is
    taken back at its own end, so that each finds the same.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
