"""The world of the permission matrix, built once for a module and taken back after it."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.roles.world import World, build_world
from tests.shared_world import kept_for_a_module


@pytest.fixture(scope="module")
def world(django_db_setup: Any, django_db_blocker: Any) -> Iterator[World]:
    """One of everything. Each test has to leave it as it was, see `world.ask`."""
    with kept_for_a_module(django_db_blocker):
        yield build_world()
