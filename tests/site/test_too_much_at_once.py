"""Whoever sends more than a form takes is told so in words, and what was saved stays."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings

from coprod_pages.contributions.models import Contribution
from tests.contributions.conftest import START, Visitor

pytestmark = pytest.mark.django_db

FORMS = [START, "/contribute/link/", "/working-group/join/", "/working-group/list/"]


@pytest.fixture
def visitor(monkeypatch: pytest.MonkeyPatch) -> Visitor:
    """Somebody in the middle of the form for examples."""
    monkeypatch.setattr("coprod_pages.public_forms.keys.SHORTEST_TIME", -1)
    somebody = Visitor()
    somebody.begin()
    return somebody


def heading(response: Any) -> str:
    return BeautifulSoup(response.content, "html.parser").h1.get_text()


@pytest.mark.parametrize("address", FORMS)
def test_a_form_that_is_too_long_says_so(client: Client, address: str) -> None:
    with override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=1000):
        response = client.post(address, {"name": "a" * 2000})

    assert response.status_code == 413
    assert heading(response) == "That is too much at once"
    assert "Go back" in response.content.decode()
    assert response["Cache-Control"] == "private, no-store"


def test_what_was_saved_before_is_still_there(visitor: Visitor) -> None:
    visitor.answer("story")

    with override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=1000):
        response = visitor.answer("story", need="a" * 2000)

    assert response.status_code == 413
    assert Contribution.objects.get().need == "A green place."


def test_too_many_files_at_once_are_refused_in_words(visitor: Visitor) -> None:
    files = [SimpleUploadedFile(f"{number}.pdf", b"%PDF-") for number in range(30)]

    response = visitor.answer("files", file=files, add="1")

    assert response.status_code == 413
    assert "twenty files" in response.content.decode()


def test_what_cannot_be_read_at_all_is_said_in_words(client: Client) -> None:
    response = client.post(START, b"nonsense", content_type="multipart/form-data")

    assert response.status_code == 400
    assert heading(response) == "We could not read that"


@pytest.mark.parametrize("page", ["later", "files"])
def test_a_sign_that_nobody_can_read_is_called_that(visitor: Visitor, page: str) -> None:
    response = visitor.answer(page, email="a\0@example.org", description="Te\0a", add="1")

    said = BeautifulSoup(response.content, "html.parser").main.get_text(" ")
    assert response.status_code == 422
    assert "There is a sign in this that nobody can read." in said
