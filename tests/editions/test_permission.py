"""Only what may be in an edition is in one, and what may not any more is gone at once."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from coprod_pages.case_studies.models import CaseStudyConsent, CaseStudyPage
from coprod_pages.contributions.choices import Purpose, State, Use
from coprod_pages.contributions.consents import take_back
from coprod_pages.contributions.ending import note_done
from coprod_pages.contributions.links import address, make_link
from coprod_pages.contributions.models import Contribution
from coprod_pages.editions.asking import ask_for_edition
from coprod_pages.editions.making_models import MadeFile, Making
from coprod_pages.editions.permitted import may_be_in_editions
from tests.editions.building import by_hand, by_rule, edition, made, make_again, make_documents
from tests.factories import case_study, contribution, publish_with_yes

pytestmark = pytest.mark.django_db

EVERY_USE = [Use.WEBSITE, Use.EDITION, Use.QUOTATION]


def sent_in(title: str, uses: list[str] = EVERY_USE) -> tuple[CaseStudyPage, Contribution]:
    """A public case study that somebody sent in, with what they agreed to."""
    page = case_study(title, live=False)
    sent = contribution(State.IN_EDITING, case_study=page, consents=uses)
    publish_with_yes(page)
    return CaseStudyPage.objects.get(pk=page.pk), sent


def everywhere(page: Any) -> list[str]:
    """The addresses at which an edition can be had."""
    files = [f"{page.url}edition.{form}" for form in ("pdf", "large.pdf", "docx")]
    return [page.url, *files]


@pytest.mark.parametrize(
    "state",
    [{"live": False}, {"private": True}, {"expired": True}, {"withdrawn": True}],
    ids=lambda state: next(iter(state)),
)
def test_what_is_not_public_is_in_no_edition(client: Client, state: dict) -> None:
    hidden = case_study("Kingfisher secret", **state)
    page = made(by_hand("Chosen", hidden, case_study("Seen by all")), by_rule("Found"))

    response = client.get(page.url)

    assert "Seen by all" in response.content.decode()
    assert "Kingfisher secret" not in response.content.decode()


def test_who_did_not_agree_to_an_edition_is_in_none() -> None:
    yes, _sent = sent_in("Agreed")
    no, _sent = sent_in("Website only", [Use.WEBSITE])
    ours = case_study("Written by an editor")

    assert set(may_be_in_editions()) == {yes, ours}
    assert no in CaseStudyPage.objects.visible_to_public()


def withdraw_consent(page: CaseStudyPage, sent: Contribution) -> None:
    take_back(sent, Use.EDITION)


def withdraw_everything(page: CaseStudyPage, sent: Contribution) -> None:
    take_back(sent, Use.WEBSITE)


def let_consent_end(page: CaseStudyPage, sent: Contribution) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    sent.consents.filter(use=Use.EDITION).update(ends_on=yesterday)


def unpublish(page: CaseStudyPage, sent: Contribution) -> None:
    page.unpublish()


def make_private(page: CaseStudyPage, sent: Contribution) -> None:
    page.view_restrictions.create(restriction_type="login")


def delete(page: CaseStudyPage, sent: Contribution) -> None:
    CaseStudyPage.objects.get(pk=page.pk).delete()


ENDS = [*(withdraw_consent, withdraw_everything, let_consent_end, unpublish, make_private, delete)]


@pytest.mark.parametrize("end", ENDS)
def test_an_edition_goes_down_at_once_and_comes_back_without_it(
    client: Client, reviewer: Any, end: Any
) -> None:
    story, sent = sent_in("Kingfisher")
    page = made(by_hand("London", story, case_study("The lunch club")))
    assert "Kingfisher" in client.get(page.url).content.decode()

    end(story, sent)

    for place in everywhere(page):
        response = client.get(place)
        assert response.status_code == 410, place
        assert "This edition is being made again" in response.content.decode()
        assert "Kingfisher" not in response.content.decode()
    assert "Voices of 2027" not in client.get("/editions/").content.decode()
    client.force_login(reviewer)
    assert "Taken down on" in client.get(f"/admin/coprod-editions/{page.pk}/").content.decode()

    making = make_again(page)

    said = client.get(page.url).content.decode()
    assert "The lunch club" in said
    assert "Kingfisher" not in said
    assert making.state == "done"
    assert Making.objects.filter(edition=page.pk).count() == 1


def test_what_ends_between_asking_and_making_is_left_out(client: Client) -> None:
    story, sent = sent_in("Kingfisher")
    page = edition(by_hand("London", story, case_study("The lunch club")), live=True)

    take_back(sent, Use.EDITION)
    make_documents()

    said = client.get(page.url).content.decode()
    assert "The lunch club" in said
    assert "Kingfisher" not in said


def test_a_text_that_was_taken_down_does_not_come_back_with_the_old_document(
    client: Client,
) -> None:
    story = case_study("Kingfisher", worked="<p>Names that should not be here.</p>")
    page = made(by_hand("London", story))
    story.unpublish()
    story.worked = "<p>No names.</p>"
    story.save_revision().publish()

    assert client.get(page.url).status_code == 410


def test_words_that_may_not_be_quoted_any_more_stay_out_until_they_are_gone(
    client: Client, reviewer: Any
) -> None:
    story, sent = sent_in("Kingfisher")
    page = made(by_hand("London", story, case_study("The lunch club")))

    take_back(sent, Use.QUOTATION)

    assert client.get(page.url).status_code == 410
    assert story not in may_be_in_editions()

    note_done(sent, reviewer)

    assert story in may_be_in_editions()
    # The document that was made holds the old words still.
    assert client.get(page.url).status_code == 410


def test_the_files_of_what_was_taken_down_are_deleted(
    django_capture_on_commit_callbacks: Any,
) -> None:
    story, sent = sent_in("Kingfisher")
    made(by_hand("London", story))
    files = [row.file for row in MadeFile.objects.all()]
    assert files and all(file.storage.exists(file.name) for file in files)

    take_back(sent, Use.EDITION)
    with django_capture_on_commit_callbacks(execute=True):
        make_documents()

    assert not any(file.storage.exists(file.name) for file in files)


def test_an_edition_made_again_says_that_it_replaces_one_and_not_why(client: Client) -> None:
    story, sent = sent_in("Kingfisher")
    page = made(by_hand("London", story, case_study("The lunch club")))
    take_back(sent, Use.EDITION)

    making = make_again(page)

    words = making.replaces
    assert "replaces an earlier one" in words
    assert "Kingfisher" not in words


def test_whoever_is_about_to_withdraw_is_told_of_the_editions(client: Client) -> None:
    story, sent = sent_in("Kingfisher")
    made(by_hand("London", story))
    link = address(make_link(sent, Purpose.OWN))

    own = client.get(link).content.decode()
    withdrawing = client.get(f"{link}withdraw/").content.decode()

    assert "The edition “Voices of 2027”" in own
    assert "The edition “Voices of 2027”" in withdrawing


def test_a_case_study_whose_stored_version_is_gone_is_left_out_and_the_editor_told(
    client: Client, reviewer: Any
) -> None:
    story = case_study("Kingfisher")
    page = edition(by_hand("London", story, case_study("The lunch club")), live=True)
    story.revisions.all().delete()
    make_documents()
    client.force_login(reviewer)

    assert "Kingfisher" not in client.get(page.url).content.decode()
    said = client.get(f"/admin/coprod-editions/{page.pk}/").content.decode()
    assert "Was left out when it was made" in said


def test_the_consent_row_of_a_page_takes_editions_down_too(client: Client) -> None:
    story = case_study("Kingfisher")
    page = made(by_hand("London", story))

    CaseStudyConsent.objects.create(page=story, withdrawn_at=timezone.now())

    assert Making.objects.get().down_since is not None
    assert client.get(page.url).status_code == 410


def test_the_newest_press_of_the_button_counts() -> None:
    page = edition(by_hand("London", case_study()))
    ask_for_edition(page)
    ask_for_edition(page)

    make_documents()

    assert Making.objects.count() == 1
