"""A draft of a published edition: made for its editors, and public only when they say so."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.editions.making_models import MadeFile, Making
from coprod_pages.editions.models import EditionPage
from tests.editions.building import by_hand, by_rule, edition, made, make_documents, text
from tests.factories import case_study

pytestmark = pytest.mark.django_db

UNFINISHED = "XX NOT READY"


def screen_of(page: EditionPage) -> str:
    """Where an edition is made."""
    return f"/admin/coprod-editions/{page.pk}/"


def save_draft(page: EditionPage, **fields: Any) -> None:
    """Change an edition without publishing that."""
    draft = EditionPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision()


def press(client: Client, page: EditionPage, **button: str) -> str:
    """Press a button on the screen, and let the worker work; what is said."""
    response = client.post(screen_of(page), button, follow=True)
    make_documents()
    return response.content.decode()


def all_that_visitors_have(page: EditionPage) -> str:
    """Every page and file of an edition, and the list."""
    visitor = Client()
    addresses = [page.url, "/editions/", f"{page.url}cover.svg"]
    addresses += [f"{page.url}edition.{form}" for form in ("pdf", "large.pdf", "docx")]
    return "".join(visitor.get(each).getvalue().decode(errors="replace") for each in addresses)


@pytest.fixture
def published(client: Client, reviewer: Any) -> EditionPage:
    """A published edition, made, with a draft that is not."""
    page = made(by_hand("London", case_study("The lunch club")), subtitle="As it was")
    save_draft(page, subtitle=UNFINISHED)
    client.force_login(reviewer)
    return page


def test_making_again_never_publishes_a_draft(client: Client, published: EditionPage) -> None:
    press(client, published, make="1")

    said = all_that_visitors_have(published)
    assert UNFINISHED not in said
    assert "As it was" in said
    assert EditionPage.objects.get(pk=published.pk).has_unpublished_changes


def test_a_draft_is_made_for_editors_and_visitors_keep_what_they_have(
    client: Client, published: EditionPage
) -> None:
    before = client.get(screen_of(published)).content.decode()
    assert "only editors can have its files" in before
    assert "Publish these" not in before

    said = press(client, published, make="proof")

    assert "Visitors keep what they have." in said
    assert UNFINISHED not in all_that_visitors_have(published)
    mine = client.get(f"{screen_of(published)}pdf/").getvalue().decode(errors="replace")
    assert UNFINISHED in mine
    after = client.get(screen_of(published)).content.decode()
    assert "The files below are of your draft" in after
    assert "Publish these" in after


def test_page_and_documents_become_public_together(client: Client, published: EditionPage) -> None:
    press(client, published, make="proof")

    said = press(client, published, publish="1")

    assert "visitors have the new page and documents" in said
    visible = all_that_visitors_have(published)
    assert UNFINISHED in visible
    assert "As it was" not in visible
    assert not EditionPage.objects.get(pk=published.pk).has_unpublished_changes
    assert Making.objects.count() == 1
    assert MadeFile.objects.count() == 4


def test_publishing_in_the_editor_takes_the_documents_along(
    client: Client, published: EditionPage
) -> None:
    press(client, published, make="proof")

    EditionPage.objects.get(pk=published.pk).get_latest_revision().publish()

    assert UNFINISHED in all_that_visitors_have(published)


def test_what_is_published_while_it_is_made_is_public_when_it_is_ready(
    client: Client, published: EditionPage
) -> None:
    client.post(screen_of(published), {"make": "proof"})
    EditionPage.objects.get(pk=published.pk).get_latest_revision().publish()
    assert "As it was" in Client().get(f"{published.url}edition.pdf").getvalue().decode()

    make_documents()

    assert UNFINISHED in Client().get(f"{published.url}edition.pdf").getvalue().decode()


def test_a_draft_changed_again_is_not_published_with_older_documents(
    client: Client, published: EditionPage
) -> None:
    press(client, published, make="proof")
    save_draft(published, subtitle="Ready now")

    assert "Publish these" not in client.get(screen_of(published)).content.decode()
    said = press(client, published, publish="1")

    assert "Make them again first." in said
    assert "As it was" in all_that_visitors_have(published)


def test_a_proof_of_other_texts_is_gone_when_the_page_is_published(
    client: Client, published: EditionPage
) -> None:
    press(client, published, make="proof")
    save_draft(published, subtitle="Ready now")

    EditionPage.objects.get(pk=published.pk).get_latest_revision().publish()

    assert UNFINISHED not in all_that_visitors_have(published)
    assert not Making.objects.filter(is_proof=True).exists()
    press(client, published, make="1")
    assert "Ready now" in all_that_visitors_have(published)


def test_a_withdrawn_case_study_goes_out_of_both_and_the_published_one_comes_back_alone(
    client: Client, reviewer: Any
) -> None:
    lunch, garden = case_study("The lunch club"), case_study("The garden")
    page = made(by_hand("London", lunch, garden), subtitle="As it was")
    save_draft(page, subtitle=UNFINISHED)
    client.force_login(reviewer)
    press(client, page, make="proof")

    lunch.unpublish()

    assert Client().get(page.url).status_code == 410
    assert client.get(f"{screen_of(page)}pdf/").status_code == 404
    said = client.get(screen_of(page)).content.decode()
    assert "Taken down on" in said
    assert "Publish these" not in said

    press(client, page, make="published")

    said = Client().get(page.url).getvalue().decode()
    assert f'id="case-study-{garden.pk}"' in said
    assert f'id="case-study-{lunch.pk}"' not in said
    assert UNFINISHED not in said


def test_whoever_may_not_publish_cannot_publish_a_proof(
    client: Client, published: EditionPage, editor: Any
) -> None:
    press(client, published, make="proof")
    client.force_login(editor)

    client.post(screen_of(published), {"publish": "1"})

    assert UNFINISHED not in all_that_visitors_have(published)


def test_the_screen_says_which_of_the_editions_own_things_have_changed(
    client: Client, reviewer: Any
) -> None:
    page = made(
        text("Barriers", "Money and time."),
        by_rule("From Hackney", borough=["hackney"]),
        by_hand("London", case_study("The lunch club")),
        title="Voices",
    )
    draft = page.get_latest_revision_as_object()
    stored = list(draft.sections.raw_data)
    stored[1]["value"]["borough"] = ["camden"]
    stored[1], stored[0] = stored[0], stored[1]
    stored[2]["value"]["title"] = "London and beyond"
    save_draft(page, title="Voices again", sections=draft.sections.stream_block.to_python(stored))
    client.force_login(reviewer)

    said = client.get(screen_of(page)).content.decode()

    for changed in (
        "<li>Title</li>",
        "The rule of the section “From Hackney”",
        "The order of the sections",
        "The title of the section “London and beyond”, which was “London”",
    ):
        assert changed in said
    assert "<li>Subtitle</li>" not in said
    assert "The text of the section “Barriers”" not in said


def test_what_the_editors_form_stores_in_another_way_is_no_change(
    client: Client, reviewer: Any
) -> None:
    lunch = case_study("The lunch club")
    page = made(by_hand("London", lunch), by_rule("Hackney", borough=["hackney"]))
    stored = list(page.sections.raw_data)
    stored[0]["value"]["case_studies"] = [{"type": "item", "value": lunch.pk, "id": "1234"}]
    stored[0]["value"]["before"] = '<p data-block-key="a1b2c"></p>'
    stored[1]["value"].update({"sort": "title", "words": "", "most": None, "lessons": False})
    save_draft(
        page,
        introduction='<p data-block-key="x9y8z">Why we made this.</p>',
        sections=page.sections.stream_block.to_python(stored),
        published_by="Somebody",
    )
    client.force_login(reviewer)

    said = client.get(screen_of(page)).content.decode()

    assert "<li>Published by</li>" in said
    assert "<li>Introduction</li>" not in said
    for changed in (
        "The text of the section",
        "The rule of the section",
        "The case studies chosen",
    ):
        assert changed not in said


def test_it_is_never_said_that_nothing_has_changed_while_a_rule_finds_others(
    client: Client, reviewer: Any
) -> None:
    case_study("The lunch club")
    page = made(by_rule("Everything", theme=["health"]))
    client.force_login(reviewer)
    assert "Nothing. What was made" in client.get(screen_of(page)).content.decode()

    case_study("The garden")

    said = client.get(screen_of(page)).content.decode()
    assert "Nothing. What was made" not in said
    assert "Rules that find other case studies now" in said


def test_what_an_earlier_section_has_is_named_with_that_section(
    client: Client, reviewer: Any
) -> None:
    lunch = case_study("The lunch club")
    other = case_study("The lunch club", slug="other", boroughs=["camden"])
    page = edition(by_hand("London", lunch), by_rule("Everything", theme=["health"]))
    client.force_login(reviewer)

    said = client.get(screen_of(page)).content.decode()

    assert "The rule finds 2 case studies." in said
    assert "1 is left out" in said
    assert "It is in the earlier section “London” already." in said
    for one, place in ((lunch, "Hackney"), (other, "Camden")):
        assert f'<a href="{one.get_url()}">The lunch club</a>' in said
        assert place in said


def test_sections_with_nothing_in_them_are_named_with_what_is_missing(
    client: Client, reviewer: Any
) -> None:
    page = edition(
        {"type": "text", "value": {"title": "Barriers", "text": []}},
        by_hand("London"),
        by_rule("Nowhere", words="zzzzzz"),
        {"type": "page", "value": {"page": None, "title": ""}},
    )
    client.force_login(reviewer)

    said = client.get(screen_of(page)).content.decode()

    assert "There is nothing in this section yet." in said
    assert "No case study is chosen for this section yet." in said
    assert "The rule finds nothing." in said
    assert "A page of this site" in said
    assert "No page is chosen." in said


def test_published_editions_are_on_the_dashboard_with_what_there_is_to_do(
    client: Client, published: EditionPage, editor: Any
) -> None:
    lunch = CaseStudyPage.objects.get()
    assert "not published that" in panel_of(client)

    press(client, published, make="proof")
    assert "Your draft is made: read it and publish it." in panel_of(client)

    press(client, published, publish="1")
    assert "Nothing." in panel_of(client)

    lunch.summary = "Told better."
    lunch.save_revision().publish()
    assert "1 case study in it has been edited since it was made." in panel_of(client)

    lunch.unpublish()
    assert "Taken down, as something in it may not be shown" in panel_of(client)

    client.force_login(editor)
    assert published.title not in client.get("/admin/").content.decode()


def panel_of(client: Client) -> str:
    """What the dashboard says of published editions."""
    soup = BeautifulSoup(client.get("/admin/").content.decode(), "html.parser")
    return soup.find("section", id="published-editions-section").get_text(" ", strip=True)
