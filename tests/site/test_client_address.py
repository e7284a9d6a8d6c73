"""Whose request it is: a visitor cannot choose the address they are known by."""

import pytest
from django.test import RequestFactory

from coprod_pages.client_address import client_address


@pytest.mark.parametrize(
    ("proxies", "forwarded", "known_as"),
    [
        (0, "", "203.0.113.9"),
        (0, "198.51.100.1", "203.0.113.9"),  # nobody to believe: ignored
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "10.9.8.7, 198.51.100.1", "198.51.100.1"),  # the visitor's own claim stands left
        (2, "198.51.100.1, 192.0.2.2", "198.51.100.1"),
        (2, "198.51.100.1", "203.0.113.9"),  # fewer hops than there should be
        (1, "not an address", ""),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    ],
)
def test_only_what_our_own_proxies_wrote_is_believed(
    rf: RequestFactory, settings: object, proxies: int, forwarded: str, known_as: str
) -> None:
    settings.COPROD_TRUSTED_PROXIES = proxies
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}

    assert client_address(rf.get("/", REMOTE_ADDR="203.0.113.9", **headers)) == known_as
