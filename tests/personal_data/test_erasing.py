"""One action finds, hands over and erases all that is held about an e-mail address."""

import json
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from openpyxl import Workbook
from wagtail.admin.models import FormState
from wagtail.documents import get_document_model

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.contributions.models import Contribution
from coprod_pages.mail.models import OutgoingMail
from coprod_pages.working_group.models import JoinRequest
from tests.factories import case_study, contribution
from tests.personal_data.conftest import ADDRESS, LONGER, rows_with

pytestmark = pytest.mark.django_db


def run(*arguments: str, **options: Any) -> str:
    out = StringIO()
    call_command("personal_data", *arguments, stdout=out, **options)
    return out.getvalue()


def test_it_says_where_an_address_stands(everywhere: CaseStudyPage) -> None:
    said = run(ADDRESS)

    for place in (
        *("Contribution", "JoinRequest", "Revision", "Comment", "CommentReply", "PageLogEntry"),
        *("ModelLogEntry", "FormState", "AccessAttempt", "TaskState", "CaseStudyPage"),
        *("SearchDocument", "ContributorAgreement"),
    ):
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
    assert f"By {ADDRESS}" in str(held["elsewhere"])
    assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(CommandError):
        run(ADDRESS, export=str(path))


def test_after_erasing_it_stands_nowhere_in_the_database(everywhere: CaseStudyPage) -> None:
    assert rows_with(ADDRESS)

    run(ADDRESS, erase=True)

    assert rows_with(ADDRESS) == []
    assert rows_with(ADDRESS.replace("@", "%40")) == []
    assert not Contribution.objects.exists()
    assert not JoinRequest.objects.exists()
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
    assert "[erased]" in str(page.story)
    assert "[erased]" in str(page.get_latest_revision_as_object().story)
    # Nor is any part of it a word of the search.
    assert rows_with("ottoline") == []


def document_with(data: bytes, name: str = "letter.txt") -> Any:
    document = get_document_model()(title="Letter")
    document.file.save(name, ContentFile(data))
    document.save()
    return document


def workbook_with(text: str) -> bytes:
    book, kept = Workbook(), BytesIO()
    book.active["A1"] = text
    book.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize(
    "data", [f"From {ADDRESS}".encode(), workbook_with(f"Ring {ADDRESS} first")]
)
def test_files_with_it_are_deleted(db: None, data: bytes) -> None:
    document, other = document_with(data), document_with(f"From {LONGER}".encode())
    stored = document.file.storage

    run(ADDRESS, erase=True)

    assert not get_document_model().objects.filter(pk=document.pk).exists()
    assert stored.exists(other.file.name)


def test_an_account_loses_the_address_and_goes_on(editor: Any) -> None:
    editor.email = ADDRESS
    editor.save()

    run(ADDRESS, erase=True)

    editor.refresh_from_db()
    assert (editor.email, editor.is_active) == ("", True)


def test_an_account_that_is_named_for_it_is_closed(editor: Any) -> None:
    editor.username = ADDRESS
    editor.save()

    run(ADDRESS, erase=True)

    editor.refresh_from_db()
    assert not editor.is_active
    assert rows_with(ADDRESS) == []


def test_accounts_and_files_can_be_left_and_are_named(editor: Any) -> None:
    editor.email = ADDRESS
    editor.save()
    document = document_with(f"From {ADDRESS}".encode())

    said = run(ADDRESS, erase=True, keep_accounts=True, keep_files=True)

    assert f"An account has this address; change it under Users: {editor.username}" in said
    assert document.file.name in said
    editor.refresh_from_db()
    assert editor.email == ADDRESS


def test_sessions_and_open_previews_and_failed_sign_ins_are_deleted(
    everywhere: CaseStudyPage,
) -> None:
    session = SessionStore()
    session["typed"] = f"by {ADDRESS}"
    session.save()
    kept = SessionStore()
    kept["typed"] = f"by {LONGER}"
    kept.save()

    run(ADDRESS, erase=True)

    assert list(Session.objects.values_list("pk", flat=True)).count(session.session_key) == 0
    assert Session.objects.filter(pk=kept.session_key).exists()
    assert not FormState.objects.filter(data__contains="ottoline").exists()
    assert not AccessAttempt.objects.exists()


def test_mail_that_waits_is_deleted(outbox: Callable[[str], None]) -> None:
    outbox(ADDRESS)
    outbox(LONGER)

    run(ADDRESS, erase=True)

    assert OutgoingMail.objects.get().recipient == LONGER


def test_somebody_whose_address_is_longer_keeps_everything(db: None) -> None:
    theirs = [LONGER, f"{ADDRESS.lower()}.uk", f"w.{ADDRESS.lower()}"]
    for address in theirs:
        contribution(email=address)
        case_study(f"By {address}", summary=f"Ask {address}.")

    run(ADDRESS, erase=True)

    assert sorted(Contribution.objects.values_list("email", flat=True)) == sorted(theirs)
    for address in theirs:
        page = CaseStudyPage.objects.get(title=f"By {address}")
        assert page.summary == f"Ask {address}."


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
