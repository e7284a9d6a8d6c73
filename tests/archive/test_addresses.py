"""Addresses become files that every file system takes, and links between them."""

import pytest

from coprod_pages.archive.addresses import Names, Own, file_of, link_between

OWN = Own(frozenset({"example.org", "example.org:443"}))
HTML = "text/html"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("/news/", "/news/"),
        ("two/", "/news/two/"),
        ("../about/", "/about/"),
        ("?page=2", "/news/?page=2"),
        ("?", "/news/"),
        ("https://example.org/x/#top", "/x/"),
        ("https://example.org", "/"),
        ("webcal://example.org/calendar.ics", "/calendar.ics"),
        ("#main", None),
        ("mailto:a@example.org", None),
        ("https://elsewhere.org/", None),
    ],
)
def test_what_a_link_leads_to_on_the_site(link: str, address: str | None) -> None:
    assert OWN.address(link, "/news/?year=2026") == address


@pytest.mark.parametrize(
    ("address", "kind", "file"),
    [
        ("/", HTML, "index.html"),
        ("/news/", HTML, "news/index.html"),
        ("/news/?page=2", HTML, "news/index--page-2.html"),
        ("/news/feed/", "application/atom+xml", "news/feed.xml"),
        ("/documents/3/a%20letter.pdf", "application/pdf", "documents/3/a-letter.pdf"),
        ("/../../etc/passwd", "text/plain", "x/x/etc/passwd"),
    ],
)
def test_the_file_of_an_address(address: str, kind: str, file: str) -> None:
    assert file_of(address, kind) == file


def test_long_names_stay_apart_and_within_what_file_systems_take() -> None:
    one, two = (file_of(f"/{'long-' * 50}{end}/", HTML) for end in ("a", "b"))

    assert one != two
    assert max(len(part) for part in one.split("/")) <= 80


def test_names_that_differ_by_large_letters_alone_are_told_apart() -> None:
    names = Names()

    given = [names.give(address, HTML) for address in ("/Story/", "/story/", "/Story/")]

    assert given[0] == given[2]
    assert given[0].casefold() != given[1].casefold()


def test_links_are_relative() -> None:
    assert link_between("a/b/index.html", "a/c/index.html") == "../c/index.html"
    assert link_between("index.html", "a/index.html") == "a/index.html"
