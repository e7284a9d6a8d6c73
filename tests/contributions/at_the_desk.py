"""Doing things at the desk, as a person does: over HTTP."""

from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

from coprod_pages.contributions.models import Contribution

DESK = "/admin/coprod_pages/contribution/"


def do(client: Client, sent: Contribution, action: str, **answers: Any) -> Any:
    """What comes of pressing a button on the page of `sent`."""
    return client.post(f"{DESK}inspect/{sent.pk}/", {"action": action, **answers})


def words(response: Any) -> str:
    """What a person reads."""
    return BeautifulSoup(response.content, "html.parser").get_text(" ")
