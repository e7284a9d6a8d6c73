"""An edition: made of its sections, frozen at the versions it was made of, and honest."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from coprod_pages.editions.making_models import EditionRule, Making
from coprod_pages.editions.models import EditionPage
from tests.editions.building import (
    appendix,
    by_hand,
    by_rule,
    edition,
    made,
    make_again,
    make_documents,
    text,
)
from tests.factories import case_study, news

pytestmark = pytest.mark.django_db


def words_of(client: Client, address: str) -> str:
    """What a page says."""
    response = client.get(address)
    assert response.status_code == 200, address
    return response.getvalue().decode()


def file_of(client: Client, address: str) -> bytes:
    """A file that can be had."""
    response = client.get(address)
    assert response.status_code == 200, address
    return response.getvalue()


def test_a_published_edition_is_made_by_the_worker_and_has_its_sections_in_order(
    client: Client,
) -> None:
    lunch, garden = case_study("The lunch club"), case_study("The garden", boroughs=["camden"])
    page = edition(
        text("What co-production is", "People decide together."),
        by_hand("London and the UK", garden),
        by_rule("From Hackney", borough=["hackney"]),
        appendix(news("How we made this")),
        live=True,
    )
    assert "This edition is still being made" in words_of(client, page.url)

    make_documents()

    said = words_of(client, page.url)
    order = ["Introduction", "What co-production is", "London and the UK", "The garden"]
    order += ["From Hackney", lunch.title, "How we made this", "Indexes"]
    places = [said.index(f">{heading}<") for heading in order]
    assert places == sorted(places)
    assert client.get(f"{page.url}edition.pdf")["Content-Type"] == "application/pdf"
    assert client.get(f"{page.url}edition.large.pdf").status_code == 200
    assert client.get(f"{page.url}edition.docx").status_code == 200
    assert client.get(f"{page.url}edition.exe").status_code == 404


def test_its_page_shows_the_cover_and_leads_back_to_the_contents(client: Client) -> None:
    page = made(by_hand("All", case_study("The lunch club")))

    said = words_of(client, page.url)

    assert f'src="{page.url}cover.svg"' in said
    assert 'href="#edition-contents"' in said
    assert "Read it online" not in said


def test_what_is_made_stays_as_it_is_until_an_editor_makes_it_again(
    client: Client, reviewer: Any
) -> None:
    lunch = case_study("The lunch club", worked="<p>People came back.</p>")
    page = made(by_rule("All", theme=["health"]))
    lunch.worked = "<p>Nobody came back.</p>"
    lunch.save_revision().publish()
    garden = case_study("The garden")
    client.force_login(reviewer)

    before = words_of(client, page.url)
    screen = words_of(client, f"/admin/coprod-editions/{page.pk}/")

    assert "People came back." in before
    assert "Nobody came back." not in before
    assert garden.title not in before
    assert "Has another text now" in screen
    assert "The rule finds these too now" in screen

    section = EditionRule.objects.get().section
    client.post(f"/admin/coprod-editions/{page.pk}/", {"look_up": section})
    client.post(f"/admin/coprod-editions/{page.pk}/", {"make": "1"})
    make_documents()

    after = words_of(client, page.url)
    assert "Nobody came back." in after
    assert garden.title in after
    assert "What was made is what you would make now" in words_of(
        client, f"/admin/coprod-editions/{page.pk}/"
    )


def test_making_again_without_a_look_at_the_rule_takes_nothing_new(client: Client) -> None:
    case_study("The lunch club")
    page = made(by_rule("All", theme=["health"]))
    case_study("The garden")

    make_again(page)

    assert "The garden" not in words_of(client, page.url)


def test_the_same_versions_make_the_same_page(client: Client) -> None:
    page = made(by_hand("All", case_study("The lunch club"), case_study("The garden")))
    first = Making.objects.get().files.get(form="html").file.read()

    second = make_again(page).files.get(form="html").file.read()

    assert first == second


def test_a_case_study_chosen_twice_is_in_the_first_section_only(
    client: Client, reviewer: Any
) -> None:
    lunch = case_study("The lunch club")
    page = made(by_hand("London", lunch), by_hand("Again", lunch))
    client.force_login(reviewer)

    assert words_of(client, page.url).count(f'id="case-study-{lunch.pk}"') == 1
    assert "It is in the earlier section “London” already." in words_of(
        client, f"/admin/coprod-editions/{page.pk}/"
    )


def test_a_rule_is_what_a_pasted_search_finds_in_its_order(client: Client) -> None:
    for title in ("Zebra crossing", "Allotment", "Market"):
        case_study(title, boroughs=["camden"])
    case_study("Elsewhere", boroughs=["hackney"])
    address = "http://localhost/compendium/?borough=camden&page=2#results"
    page = made(by_rule("Camden", address=address, sort="title", most=2))

    said = words_of(client, page.url)

    assert said.index("Allotment") < said.index("Market")
    assert "Zebra crossing" not in said
    assert "Elsewhere" not in said


def test_an_edition_without_anything_in_it_is_refused_with_words(
    client: Client, reviewer: Any
) -> None:
    page = edition()
    EditionPage.objects.filter(pk=page.pk).update(introduction="")
    EditionPage.objects.get(pk=page.pk).save_revision()
    client.force_login(reviewer)

    response = client.post(f"/admin/coprod-editions/{page.pk}/", {"make": "1"}, follow=True)

    assert "There is nothing in this edition yet." in response.content.decode()
    assert not Making.objects.exists()


def test_the_preview_shows_what_would_be_made(client: Client, reviewer: Any) -> None:
    lunch = case_study("The lunch club")
    page = edition(by_hand("London", lunch))
    client.force_login(reviewer)

    said = words_of(client, f"/admin/pages/{page.pk}/view_draft/")

    assert lunch.title in said


def test_an_editor_of_a_cvs_does_not_make_editions(
    client: Client, editor: Any, secretary: Any, manager: Any
) -> None:
    page = edition(by_hand("London", case_study()))
    address = f"/admin/coprod-editions/{page.pk}/"
    client.force_login(editor)

    assert client.get(address).status_code == 302
    client.post(address, {"make": "1"})
    assert not Making.objects.exists()

    for person in (secretary, manager):
        client.force_login(person)
        assert client.get(address).status_code == 200
        client.post(address, {"make": "1"})
        assert Making.objects.filter(asked_by=person).exists()


def test_published_editions_are_listed_with_what_they_can_be_had_as(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    made(by_hand("London", case_study("The lunch club")), title="Voices of 2027")
    made(by_hand("Beyond", case_study("The garden")), title="Voices of 2028")
    edition(title="Not published", live=False)

    said = words_of(client, "/editions/")

    assert "Voices of 2027" in said and "Voices of 2028" in said
    assert "Not published" not in said
    assert "edition.pdf" in said and "edition.large.pdf" in said and "edition.docx" in said
    assert "3 pages" in said or "page" in said
    with django_assert_max_num_queries(40):
        client.get("/editions/")
    cover = client.get("/editions/voices-of-2027/cover.svg")
    assert cover["Content-Type"] == "image/svg+xml"


def test_an_address_without_a_search_is_refused_with_words() -> None:
    sections = EditionPage._meta.get_field("sections")

    def checked(address: str) -> None:
        rule = by_rule("Further afield", address=address)
        sections.stream_block.clean(sections.to_python([rule]))

    for address in ("https://london.example/compendium/", "https://london.example/?utm=1"):
        with pytest.raises(ValidationError) as refused:
            checked(address)
        errors = refused.value.block_errors[0].block_errors["address"]
        assert "There is no search in this address" in str(errors)
    checked("https://london.example/compendium/?q=garden")
    checked("")


def test_the_screen_names_the_edition_and_its_appendix(client: Client, reviewer: Any) -> None:
    page = edition(by_hand("London", case_study()), appendix(news("How we made this")))
    client.force_login(reviewer)

    said = words_of(client, f"/admin/coprod-editions/{page.pk}/")

    assert f"How far “{page.title}” is" in said
    assert "The page “How we made this”" in said


def test_the_dashboard_leads_to_editions_and_says_which_have_to_be_made_again(
    client: Client, reviewer: Any
) -> None:
    lunch, garden = case_study("The lunch club"), case_study("The garden")
    made(by_hand("London", lunch, garden))
    client.force_login(reviewer)
    assert "Make an edition" in words_of(client, "/admin/")

    garden.unpublish()

    assert "1 edition was taken down: make it again." in words_of(client, "/admin/")
