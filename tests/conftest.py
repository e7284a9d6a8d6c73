"""What all tests share: a site that has been set up."""

import gc
import os
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command

from coprod_pages.roles.groups import CVS_EDITORS, REVIEWERS, SITE_MANAGERS, WORKING_GROUP
from tests.factories import OrganisationFactory, person


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: everything else is quicker to fail."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


def pytest_collection_finish() -> None:
    """Python looks for unused objects less often: there is much that stays, and it takes 13 %."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where COPROD_NO_SKIPS is set, a skipped test is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if os.environ.get("COPROD_NO_SKIPS") and skipped and exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True)
def no_pictures_of_earlier_tests() -> None:
    """Wagtail keeps the sizes of a picture in the cache, by a number that comes again."""
    cache.clear()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: Any, django_db_blocker: Any) -> None:
    """The database of the tests has been through `setup_site`, once."""
    with django_db_blocker.unblock():
        call_command("setup_site", verbosity=0, stdout=open("/dev/null", "w"))  # noqa: SIM115


@pytest.fixture
def hackney(db: None) -> Any:
    """An organisation with editors."""
    return OrganisationFactory(name="Hackney Neighbours")


@pytest.fixture
def camden(db: None) -> Any:
    """Another organisation with editors."""
    return OrganisationFactory(name="Camden Together")


@pytest.fixture
def editor(hackney: Any) -> Any:
    """A CVS editor of Hackney Neighbours."""
    return person(CVS_EDITORS, hackney, username="hackney-editor")


@pytest.fixture
def other_editor(camden: Any) -> Any:
    """A CVS editor of Camden Together."""
    return person(CVS_EDITORS, camden, username="camden-editor")


@pytest.fixture
def reviewer(db: None) -> Any:
    """A reviewer."""
    return person(REVIEWERS, username="a-reviewer")


@pytest.fixture
def secretary(db: None) -> Any:
    """The working group's secretary."""
    return person(WORKING_GROUP, username="the-secretary")


@pytest.fixture
def manager(db: None) -> Any:
    """A site manager."""
    return person(SITE_MANAGERS, username="a-manager")


@pytest.fixture
def superuser(db: None) -> Any:
    """The owner of the server."""
    return person(None, username="root", is_superuser=True, is_staff=True)


@pytest.fixture
def files_on_disk(settings: Any, tmp_path: Path) -> Path:
    """Uploaded files in a folder: Wagtail serves documents from there and not from memory."""
    settings.MEDIA_ROOT = str(tmp_path)
    on_disk = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": on_disk}
    return tmp_path
