"""A list in the admin that nobody adds to by hand says in a sentence that it is empty."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("subscriber", "Nobody has asked to be on the mailing list yet."),
        ("meetingregistration", "Nobody has registered for a meeting yet."),
        ("joinrequest", "Nobody has asked to join yet."),
        ("outgoingmail", "There is no mail: none waits, and none was sent lately."),
    ],
)
def test_an_empty_list_says_so_in_a_sentence(
    client: Client, superuser: Any, name: str, sentence: str
) -> None:
    client.force_login(superuser)

    page = BeautifulSoup(client.get(f"/admin/coprod_pages/{name}/").content, "html.parser")

    assert sentence in page.get_text()
    assert "created yet" not in page.get_text()
    assert "0 mailing list" not in page.get_text()
