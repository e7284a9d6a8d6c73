"""An address in a text: however it is written, and never as a part of a longer one."""

import pytest

from coprod_pages.email_addresses import mention_of
from coprod_pages.personal_data.replaying import addresses_in

ADDRESS = "Ada.b+c@Example.org"


@pytest.mark.parametrize(
    "text",
    [
        "ada.b+c@example.org",
        "Write to <Ada.B+C@EXAMPLE.ORG>.",
        "mailto:ada.b+c@example.org?subject=Hello",
        "/x?to=ada.b%2Bc%40example.org",
        "to%20ada.b%2bc%40example.org",
        "ada.b&#43;c&#64;example.org",
        r'["Ring\nada.b+c@example.org"]',
        '"ada.b+c@example.org"',
        "(ada.b+c@example.org)",
        "ada.b+c@example.org.",
        "ada.b+c@example.org,next",
    ],
)
def test_it_is_found_and_read_again(text: str) -> None:
    assert mention_of(ADDRESS).search(text)


@pytest.mark.parametrize(
    "text",
    [
        "nada.b+c@example.org",
        "x.ada.b+c@example.org",
        "x-ada.b+c@example.org",
        "ada.b+c@example.org.uk",
        "ada.b+c@example.organic",
        "ada_b+c@example.org",
        "ada.b+c@example-org",
        "ada.bbc@example.org",
        "",
    ],
)
def test_another_address_is_another_address(text: str) -> None:
    assert not mention_of(ADDRESS).search(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada.B+c@example.org",
        "Write to <ada.b+c@example.org>.",
        "to=ada.b+c@example.org&more",
        "'ada.b+c@example.org'",
        r'["Ring\nada.b+c@example.org"]',
        "mailto:ada.b+c@example.org?subject=Hello",
    ],
)
def test_after_a_restore_it_is_recognised_in_a_text(text: str) -> None:
    assert ADDRESS.lower() in set(addresses_in(text))


def test_a_long_text_without_spaces_is_gone_through_quickly() -> None:
    assert set(addresses_in("x" * 1_000_000)) == set()
