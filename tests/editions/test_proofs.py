"""A draft of a published edition: made for its editors, and public only when they say so."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.editions.making_models import MadeFile, Making
from coprod_pages.editions.models import EditionPage
from tests.editions.building import by_hand, made, make_documents, save_draft, screen_of
from tests.factories import case_study

pytestmark = pytest.mark.django_db

UNFINISHED = "XX NOT READY"


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
