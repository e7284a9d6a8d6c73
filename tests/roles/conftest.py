"""The world of the permission matrix, built once for a module and taken back after it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction

from tests.roles.world import World, build_world


@pytest.fixture(autouse=True)
def no_pictures_of_earlier_tests() -> None:
    """Wagtail keeps the sizes of a picture in the cache, by a number that comes again."""
    cache.clear()


@pytest.fixture
def files_on_disk(settings: Any, tmp_path: Path) -> Path:
    """Uploaded files in a folder: Wagtail serves documents from there and not from memory."""
    settings.MEDIA_ROOT = str(tmp_path)
    on_disk = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": on_disk}
    return tmp_path


@pytest.fixture(scope="module")
def world(django_db_setup: Any, django_db_blocker: Any) -> Iterator[World]:
    """One of everything. Each test has to leave it as it was, see `world.ask`."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_world()
        transaction.set_rollback(True)
