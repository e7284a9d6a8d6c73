"""What somebody reads whose browser has lost its cookies while they were writing."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_it_says_how_nothing_that_was_written_is_lost() -> None:
    refused = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "somebody"})

    assert refused.status_code == 403
    words = " ".join(refused.content.decode().split())
    assert "what you wrote is still there. Copy what is long" in words
