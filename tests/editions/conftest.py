"""Documents are laid out in seconds, and what stands in them is tested elsewhere."""

import pytest

from tests.editions.building import write_quickly


@pytest.fixture(autouse=True)
def quick_writers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Writers that keep the words and leave out the layout, unless a test asks for the real ones."""
    if "real_writers" not in request.fixturenames:
        write_quickly(monkeypatch)


@pytest.fixture
def real_writers() -> None:
    """For tests that want the documents as they are."""
