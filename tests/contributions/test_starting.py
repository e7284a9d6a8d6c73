"""The draft that is made from an example: what is in it, whose it is, what becomes of it."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.test import Client
from wagtail.models import ModelLogEntry, PageLogEntry, Revision

from coprod_pages.case_studies.choices import NamingLevel, Provenance
from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.contributions import desk, intake
from coprod_pages.contributions.choices import State
from coprod_pages.contributions.models import Contribution
from tests.contributions.at_the_desk import DESK, do, words
from tests.factories import OrganisationFactory, contribution, person, publish_with_yes

pytestmark = pytest.mark.django_db

HOSTILE = '<script>hostile()</script> & <a linktype="page" id="1">x</a>'


@pytest.fixture
def at_the_desk(client: Client, reviewer: Any) -> Client:
    """A reviewer, signed in."""
    client.force_login(reviewer)
    return client


def test_a_draft_has_everything_that_was_sent_and_is_not_public(
    at_the_desk: Client, reviewer: Any
) -> None:
    lead = OrganisationFactory(name="Friends of the lunch club")
    sent = contribution(boroughs=["hackney", "camden"])

    response = do(at_the_desk, sent, "start")

    sent.refresh_from_db()
    page = sent.case_study
    assert response.url == f"/admin/pages/{page.pk}/edit/"
    assert at_the_desk.get(response.url).status_code == 200
    assert (sent.state, sent.owner) == (State.IN_EDITING, reviewer)
    for one in (page, page.get_latest_revision_as_object()):
        assert not one.live
        assert one.title == "A lunch club that residents run"
        assert one.summary == "Residents cook for each other twice a week."
        assert one.need == "<p>Older people ate alone.</p>"
        assert one.worked == "<p>People came back.</p>"
        assert one.did_not_work == "<p>The hall was too cold.</p>"
        assert one.what_changed == "<p>Nobody eats alone on Tuesdays.</p>"
        assert [block.value.source for block in one.story] == [
            "<p>We met in the hall.</p><p>Then we cooked.</p>"
        ]
        assert {borough.slug for borough in one.boroughs.all()} == {"hackney", "camden"}
        assert one.reach == "boroughs"
        assert one.lead_organisation == lead
        assert one.provenance == Provenance.SENT_IN
        assert one.naming_level == NamingLevel.ORGANISATION
    assert page.latest_revision.user == reviewer
    assert page.consent.ends_on == sent.consents.get(use="website").ends_on
    assert Client().get(page.url).status_code == 404


def test_a_long_summary_is_cut_at_a_word_and_begins_the_story_whole(at_the_desk: Client) -> None:
    long = "Residents cook together. " * 20
    sent = contribution(summary=long)

    do(at_the_desk, sent, "start")

    page = CaseStudyPage.objects.get()
    assert len(page.summary) <= 280
    assert page.summary.endswith(("cook…", "together.…", "Residents…"))
    assert long.strip() in page.story[0].value.source


def test_what_was_told_only_in_short_is_not_said_twice(at_the_desk: Client) -> None:
    sent = contribution(story="")

    do(at_the_desk, sent, "start")

    page = CaseStudyPage.objects.get()
    assert page.summary == "Residents cook for each other twice a week."
    assert not page.story


def test_an_organisation_that_we_do_not_know_is_shown_and_not_guessed(at_the_desk: Client) -> None:
    OrganisationFactory(name="Friends")
    sent = contribution(organisation="Friends of nobody we know")

    do(at_the_desk, sent, "start")

    assert CaseStudyPage.objects.get().lead_organisation is None
    assert "“Friends of nobody we know”" in words(at_the_desk.get(f"{DESK}inspect/{sent.pk}/"))


def test_a_double_click_starts_one_case_study(at_the_desk: Client) -> None:
    sent = contribution()

    for _click in range(2):
        do(at_the_desk, sent, "start")

    assert CaseStudyPage.objects.count() == 1
    assert not desk.start_case_study(sent, person())
    assert CaseStudyPage.objects.count() == 1


def test_nothing_is_started_without_a_yes_to_the_website(at_the_desk: Client) -> None:
    sent = contribution(consents=["news"])

    response = do(at_the_desk, sent, "start")

    assert response.status_code == 422
    assert "They do not agree" in words(response)
    sent.refresh_from_db()
    assert (sent.state, CaseStudyPage.objects.count()) == (State.NEW, 0)


def test_a_draft_of_what_was_withdrawn_meanwhile_is_never_shown(at_the_desk: Client) -> None:
    sent = contribution()
    opened_before = Contribution.objects.get(pk=sent.pk)
    do(at_the_desk, sent, "start")

    intake.withdraw(opened_before)

    page = CaseStudyPage.objects.get()
    with pytest.raises(PermissionDenied):
        publish_with_yes(page)
    assert not CaseStudyPage.objects.visible_to_public().exists()
    assert do(at_the_desk, sent, "start").status_code in (302, 422)


def test_who_sent_it_and_how_to_reach_them_is_nowhere_but_in_the_record(
    at_the_desk: Client, reviewer: Any
) -> None:
    story = "I am Ottoline  Penhaligon: OTTOLINE@example.org, 02079460123 or +44 (0)20 7946 0123."
    sent = contribution(story=story, title="Ottoline Penhaligon cooks", summary=story * 6)
    do(at_the_desk, sent, "ask", text="When was it?")
    do(at_the_desk, sent, "start")
    do(at_the_desk, sent, "hand", colleague=reviewer.pk)
    do(at_the_desk, sent, "decline", text="We have a similar one.")

    kept = [str(row) for row in CaseStudyPage.objects.values()]
    kept += [str(revision.content) + revision.object_str for revision in Revision.objects.all()]
    for entries in (ModelLogEntry, PageLogEntry):
        assert entries.objects.exists()
        kept += [f"{entry.label} {entry.data} {entry.message}" for entry in entries.objects.all()]
    everything = " ".join(kept).lower()
    assert "cooks" in everything
    for secret in ("ottoline", "penhaligon", "@example", "7946", "79460123"):
        assert secret not in everything


def test_markup_in_answers_is_shown_as_it_was_typed(at_the_desk: Client) -> None:
    fields = ["title", "summary", "organisation", "need", "story", "worked", "did_not_work"]
    sent = contribution(**dict.fromkeys(fields, f"{HOSTILE} a1"), naming_wishes=HOSTILE)

    opened = at_the_desk.get(f"{DESK}inspect/{sent.pk}/").content.decode()
    listed = at_the_desk.get(DESK).content.decode()
    started = do(at_the_desk, sent, "start")
    page = CaseStudyPage.objects.get()
    draft = at_the_desk.get(f"/admin/pages/{page.pk}/view_draft/").content.decode()
    panel = at_the_desk.get("/admin/").content.decode()

    assert started.status_code == 302
    for html in (opened, listed, draft, panel, page.need, page.story[0].value.source):
        assert "<script>hostile" not in html
        assert "<a linktype" not in html
    assert "&lt;script&gt;hostile" in page.need
    assert HOSTILE in BeautifulSoup(draft, "html.parser").get_text()


def test_a_colleague_to_whom_it_is_handed_may_edit_its_draft(
    at_the_desk: Client, editor: Any, hackney: Any
) -> None:
    sent = contribution()
    do(at_the_desk, sent, "start")

    do(at_the_desk, sent, "hand", colleague=editor.pk)

    page = CaseStudyPage.objects.get()
    assert page.looked_after_by == hackney
    colleague = Client()
    colleague.force_login(editor)
    assert colleague.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    assert page.get_latest_revision_as_object().looked_after_by == hackney


def test_a_draft_of_an_editor_belongs_to_their_organisation(
    client: Client, editor: Any, hackney: Any
) -> None:
    client.force_login(editor)
    sent = contribution(owner=editor)

    response = do(client, sent, "start")

    page = CaseStudyPage.objects.get()
    assert (page.looked_after_by, page.owner) == (hackney, editor)
    assert client.get(response.url).status_code == 200


def test_it_follows_its_case_study_when_that_is_published_and_taken_down(
    at_the_desk: Client,
) -> None:
    sent = contribution()
    do(at_the_desk, sent, "start")
    page = CaseStudyPage.objects.get()

    publish_with_yes(page)
    sent.refresh_from_db()
    assert sent.state == State.PUBLISHED
    CaseStudyPage.objects.get().unpublish()
    sent.refresh_from_db()
    assert sent.state == State.IN_EDITING


@pytest.mark.parametrize("state", [State.DECLINED, State.QUESTION])
def test_publishing_moves_nothing_that_is_elsewhere(at_the_desk: Client, state: str) -> None:
    sent = contribution()
    do(at_the_desk, sent, "start")
    Contribution.objects.update(state=state)

    publish_with_yes(CaseStudyPage.objects.get())

    sent.refresh_from_db()
    assert sent.state == state
