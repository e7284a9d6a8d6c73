"""What a contributor has withdrawn gives nobody at the desk anything to do, and is not called live."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from coprod_pages.case_studies.models import CaseStudyConsent, CaseStudyPage
from coprod_pages.contributions import intake
from coprod_pages.contributions.models import Contribution
from tests.contributions.at_the_desk import do
from tests.editor_form import decide, edit_url, save
from tests.factories import case_study, contribution, publish_with_yes

pytestmark = pytest.mark.django_db


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def panel(user: Any, name: str) -> str:
    """What one of the panels of the dashboard says to `user`."""
    page = BeautifulSoup(signed_in(user).get("/admin/").content, "html.parser")
    return page.find("section", id=f"{name}-section").get_text(" ")


def state_in_editor(user: Any, page: CaseStudyPage) -> tuple[str, str]:
    """What the header of the editor says of visitors, and what the list of its states does."""
    editor = BeautifulSoup(signed_in(user).get(edit_url(page)).content, "html.parser")
    tags = " ".join(tag.get_text(" ") for tag in editor.select(".page-status-tag"))
    states = " ".join(heading.get_text(" ") for heading in editor.select("h3"))
    return tags, " ".join(states.split())


@pytest.fixture
def submitted(editor: Any, hackney: Any) -> Contribution:
    """An example whose case study an editor has handed in for review."""
    sent = contribution(owner=editor)
    page = case_study(
        "A lunch club", live=False, looked_after_by=hackney, owner=editor, user=editor
    )
    CaseStudyConsent.objects.create(page=page)
    Contribution.objects.filter(pk=sent.pk).update(case_study=page)
    save(signed_in(editor), page, "submit")
    sent.refresh_from_db()
    return sent


def test_what_was_withdrawn_waits_for_no_reviewer(submitted: Contribution, reviewer: Any) -> None:
    assert "A lunch club" in panel(reviewer, "waiting-for-me")

    intake.withdraw(submitted)

    assert "A lunch club" not in panel(reviewer, "waiting-for-me")


def test_nobody_is_asked_to_change_what_was_withdrawn(
    submitted: Contribution, editor: Any, reviewer: Any
) -> None:
    decide(signed_in(reviewer), submitted.case_study, "reject", "Say more.")
    assert "Changes asked for" in panel(editor, "waiting-for-me")

    intake.withdraw(submitted)

    assert "A lunch club" not in panel(editor, "waiting-for-me")


def test_the_editor_of_what_was_withdrawn_does_not_call_it_live(
    client: Client, reviewer: Any
) -> None:
    sent = contribution()
    client.force_login(reviewer)
    do(client, sent, "start")
    publish_with_yes(CaseStudyPage.objects.get())
    page = CaseStudyPage.objects.get()
    assert state_in_editor(reviewer, page)[0].split() == ["Live", "Live"]

    sent.refresh_from_db()
    intake.withdraw(sent)

    tags, states = state_in_editor(reviewer, page)
    assert tags == ""
    assert "Status: Withdrawn" in states
    assert "Live" not in states
    assert Client().get(page.url).status_code == 410


def test_the_list_of_case_studies_says_what_was_withdrawn_or_has_ended(reviewer: Any) -> None:
    case_study("Taken back", withdrawn=True)
    case_study("Over", consent_ended=True)
    case_study("Still there")

    page = BeautifulSoup(signed_in(reviewer).get("/admin/case_studies/").content, "html.parser")

    said = {
        row.find("td", class_="title").get_text(" ", strip=True): row.get_text(" ")
        for row in page.select("tbody tr")
    }
    assert "withdrawn" in next(text for title, text in said.items() if "Taken back" in title)
    assert "permission ended" in next(text for title, text in said.items() if "Over" in title)
    still_there = next(text for title, text in said.items() if "Still there" in title)
    assert "live" in still_there
