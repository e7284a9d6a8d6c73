"""The world of the permission matrix, built once for a module and taken back after it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from tests.roles.world import World, build_world


@pytest.fixture(scope="module")
def world(django_db_setup: Any, django_db_blocker: Any) -> Iterator[World]:
    """One of everything. Each test has to leave it as it was, see `world.ask`."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_world()
        transaction.set_rollback(True)
