"""Every page that the public sees: it answers, is well built, and asks nobody else for anything."""

import re
from html.parser import HTMLParser

import pytest
from django.core.management import call_command
from django.template.loader import render_to_string
from wagtail.models import Page

from . import factories

pytestmark = pytest.mark.django_db


class Outline(HTMLParser):
    """What a test wants to know of a page: its elements with their attributes, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        """The attributes of every element with one of these names."""
        return [attributes for tag, attributes in self.elements if tag in tags]


@pytest.fixture
def site(db):
    """A site with one of everything."""
    call_command("setup_site", verbosity=0)
    factories.case_study(
        "Neighbours keep the lunch club",
        tags=["food"],
        stages=["need", "delivery"],
        plain_language="<p>The club stayed open.</p>",
    )
    factories.news(
        body=[
            ("heading", "How it began"),
            ("quotation", {"quotation": "We were asked.", "named_as": "A resident"}),
        ]
    )
    factories.meeting(state="cancelled")


def addresses() -> list[str]:
    """Every published page, and the views that are no pages."""
    pages = [page.url for page in Page.objects.live().filter(depth__gt=1)]
    return [
        *pages,
        "/working-group/list/",
        "/search/",
        "/search/?query=lunch",
        "/compendium/?q=zebra",
        "/not-there/",
    ]


def test_every_public_page_answers_with_one_first_heading_and_its_landmarks(site, client):
    for address in addresses():
        response = client.get(address)
        assert response.status_code == (404 if address == "/not-there/" else 200), address
        page = Outline(response.content.decode())
        assert len(page.all("h1")) == 1, address
        assert len(page.all("main")) == 1, address
        assert page.all("header") and page.all("footer") and page.all("nav"), address
        assert page.all("html")[0]["lang"] == "en-GB", address


def test_no_public_page_has_inline_script_or_style(site, client):
    for address in addresses():
        page = Outline(client.get(address).content.decode())
        assert not page.all("style"), address
        assert all("src" in script for script in page.all("script")), address
        for tag, attributes in page.elements:
            assert "style" not in attributes, (address, tag)
            assert not [name for name in attributes if name.startswith("on")], (address, tag)


def test_no_public_page_loads_anything_from_elsewhere(site, client):
    for address in addresses():
        page = Outline(client.get(address).content.decode())
        loaded = [link["href"] for link in page.all("link") if link["rel"] != "canonical"]
        elements = page.all("img", "iframe", "video", "source", "script")
        loaded += [element["src"] for element in elements]
        assert all(source.startswith("/") for source in loaded), address


def test_every_field_has_a_label_and_no_two_elements_share_an_id(site, client):
    for address in addresses():
        page = Outline(client.get(address).content.decode())
        ids = [attributes["id"] for _tag, attributes in page.elements if attributes.get("id")]
        assert len(ids) == len(set(ids)), address
        labelled = {label.get("for") for label in page.all("label")}
        for field in page.all("input", "select", "textarea"):
            if field.get("type") in ("hidden", "checkbox"):
                continue
            assert field.get("id") in labelled, (address, field)


def test_references_to_ids_lead_somewhere(site, client):
    for address in addresses():
        page = Outline(client.get(address).content.decode())
        ids = {attributes.get("id") for _tag, attributes in page.elements}
        for _tag, attributes in page.elements:
            for name in ("aria-labelledby", "aria-describedby", "form"):
                for target in (attributes.get(name) or "").split():
                    assert target in ids, (address, name, target)


def test_the_navigation_says_which_section_we_are_in(site, client):
    page = Outline(client.get("/compendium/").content.decode())
    current = [link["href"] for link in page.all("a") if link.get("aria-current") == "page"]
    assert current == ["/compendium/"]
    below = Outline(client.get("/compendium/neighbours-keep-the-lunch-club/").content.decode())
    assert [link["href"] for link in below.all("a") if link.get("aria-current") == "true"][0] == (
        "/compendium/"
    )


def test_a_draft_is_not_in_the_navigation(site, client):
    Page.objects.get(slug="about").specific.unpublish()
    assert "/about/" not in client.get("/").content.decode()


def test_a_chip_takes_its_choice_back_and_keeps_the_others(site, client):
    page = Outline(client.get("/compendium/?stage=need&tag=food").content.decode())
    links = {link.get("href") for link in page.all("a")}
    assert {"/compendium/?stage=need", "/compendium/?tag=food", "/compendium/"} <= links


def test_the_plain_version_replaces_the_story(site, client):
    address = "/compendium/neighbours-keep-the-lunch-club/"
    full = client.get(address).content.decode()
    plain = client.get(f"{address}?version=plain").content.decode()
    assert "The club stayed open." in plain and "They met every week." not in plain
    assert "The club stayed open." not in full and "They met every week." in full


def test_unknown_numbers_are_left_out_and_never_called_none(site, client):
    text = re.sub(
        r"<[^>]+>", " ", client.get("/compendium/neighbours-keep-the-lunch-club/").content.decode()
    )
    assert "None" not in text


def test_boroughs_with_case_studies_are_links_on_the_map(site, client):
    page = Outline(client.get("/").content.decode())
    links = [link["href"] for link in page.all("a") if "borough=" in (link.get("href") or "")]
    assert links == ["/compendium/?borough=hackney"]


def test_an_empty_form_says_what_is_wrong_beside_each_field(site, client):
    response = client.post("/working-group/join/", {})
    html = response.content.decode()
    page = Outline(html)
    assert html.count("Write your name.") == 2  # at the top and beside the field
    name = next(field for field in page.all("input") if field.get("name") == "name")
    assert name["aria-invalid"] == "true"
    assert "id_name_error" in (name.get("aria-describedby") or "")
    assert "#id_name" in {link.get("href") for link in page.all("a")}


@pytest.mark.parametrize("template", ["500.html", "403_csrf.html", "login_locked.html"])
def test_pages_for_when_things_are_broken_need_no_database(template, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert "<h1>" in render_to_string(template)
