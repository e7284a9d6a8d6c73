"""One action finds, hands over and erases all that is held about an e-mail address."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.log_actions import log
from wagtail.models import Comment

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.contributions.models import Contribution, ContributionQuestion
from coprod_pages.sign_off.models import ContributorAgreement
from coprod_pages.working_group.models import JoinRequest
from tests.editor_form import decide, save
from tests.factories import case_study, contribution, contribution_file, publish_with_yes

pytestmark = pytest.mark.django_db

ADDRESS = "Ottoline@Example.org"


def run(*arguments: str, **options: Any) -> str:
    out = StringIO()
    call_command("personal_data", *arguments, stdout=out, **options)
    return out.getvalue()


def rows_with(text: str) -> list[str]:
    """Every table that holds `text` in any column, asked of the database itself."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if "_fts_" in table:
                continue  # the insides of the full-text index; its table is asked
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [table for row in cursor.fetchall() if text.lower() in str(row).lower()]
    return found


@pytest.fixture
def everywhere(editor: Any, hackney: Any, reviewer: Any) -> CaseStudyPage:
    """A person whose address stands in every place that one can get to."""
    page = case_study("Lunch", live=False, looked_after_by=hackney, owner=editor, user=editor)
    sent = contribution(email=ADDRESS.lower(), case_study=page, story=f"Write to {ADDRESS}.")
    contribution_file(sent)
    ContributionQuestion.objects.create(contribution=sent, text="Who?", answer=f"I, {ADDRESS}")
    publish_with_yes(page)
    JoinRequest.objects.create(
        name="O", email=ADDRESS, reference="ABCDEFGH", form_key="join", message="Hello"
    )
    writing = Client()
    writing.force_login(editor)
    save(writing, page, summary=f"Ask {ADDRESS} about it.")
    save(writing, page, "submit", summary="Ask us about it.")
    reviewing = Client()
    reviewing.force_login(reviewer)
    decide(reviewing, page, "reject", comment=f"Ring {ADDRESS} first.")
    page = CaseStudyPage.objects.get(pk=page.pk)
    Comment.objects.create(page=page, user=editor, text=f"By {ADDRESS}", contentpath="title")
    log(instance=page, action="wagtail.edit", data={"why": f"{ADDRESS} asked"})
    ContributorAgreement.objects.create(
        contribution=sent, page=page, digest="d", wishes={"title": f"Name {ADDRESS}"}
    )
    other = case_study("Another", summary=f"Also by {ADDRESS}.")
    assert CaseStudyPage.objects.get(pk=other.pk).live
    return page


def test_it_says_where_an_address_stands(everywhere: CaseStudyPage) -> None:
    said = run(ADDRESS)

    for place in ("Contribution", "JoinRequest", "Revision", "Comment", "PageLogEntry"):
        assert f".{place} " in said


def test_what_is_held_is_written_to_be_handed_over(
    everywhere: CaseStudyPage, tmp_path: Path
) -> None:
    path = tmp_path / "held.json"

    run(ADDRESS, export=str(path))

    held = json.loads(path.read_text())
    assert held["contributions"][0]["questions"][0]["answer"] == f"I, {ADDRESS}"
    assert held["contributions"][0]["files"][0]["name"] == "letter.pdf"
    assert held["requests to join"][0]["message"] == "Hello"
    with pytest.raises(CommandError):
        run(ADDRESS, export=str(path))


def test_after_erasing_it_stands_nowhere_in_the_database(everywhere: CaseStudyPage) -> None:
    assert rows_with(ADDRESS)

    run(ADDRESS, erase=True)

    assert rows_with(ADDRESS) == []
    assert not Contribution.objects.exists()
    assert run(ADDRESS).splitlines()[-1] == "Places: 0, files: 0"


def test_a_case_study_made_from_it_is_gone_and_others_stay(
    everywhere: CaseStudyPage, client: Client
) -> None:
    run(ADDRESS, erase=True)

    assert client.get(everywhere.get_url()).status_code == 410
    page = CaseStudyPage.objects.get(title="Another")
    assert page.summary == "Also by [erased]."
    assert "Also by [erased]." in client.get("/compendium/").content.decode()
    assert page.get_latest_revision_as_object().summary == "Also by [erased]."


def test_accounts_and_files_are_named_and_left(editor: Any) -> None:
    editor.email = ADDRESS
    editor.save()
    document = get_document_model()(title="Letter")
    document.file.save("letter.txt", ContentFile(f"From {ADDRESS}".encode()))
    document.save()

    said = run(ADDRESS, erase=True)

    assert f"An account has this address; change it under Users: {editor.username}" in said
    assert document.file.name in said
    editor.refresh_from_db()
    assert editor.email == ADDRESS


def test_nothing_else_is_touched(everywhere: CaseStudyPage) -> None:
    kept = contribution(email="somebody.else@example.org")
    before = timezone.now()

    run(ADDRESS, erase=True)

    kept.refresh_from_db()
    assert kept.email == "somebody.else@example.org"
    assert kept.started_at <= before


def test_what_is_no_address_is_refused() -> None:
    with pytest.raises(CommandError):
        run("a", erase=True)
