"""What was erased and withdrawn does not come back with a restored backup."""

from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from coprod_pages import erasures_file as listing
from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.contributions.choices import State, Use
from coprod_pages.contributions.consents import take_back
from coprod_pages.contributions.intake import discard, withdraw
from coprod_pages.contributions.models import Contribution, ContributionFile
from coprod_pages.contributions.retention import erase_contact
from coprod_pages.personal_data.erasing import erase
from coprod_pages.working_group.models import JoinRequest
from tests.factories import case_study, contribution, contribution_file, publish_with_yes
from tests.personal_data.conftest import ADDRESS, LONGER, rows_with

pytestmark = pytest.mark.django_db


def replay() -> str:
    out = StringIO()
    call_command("replay_erasures", stdout=out)
    return out.getvalue()


def published(**given: Any) -> tuple[CaseStudyPage, Contribution]:
    page = case_study("Lunch", live=False)
    sent = contribution(case_study=page, state=State.WAITING, **given)
    publish_with_yes(page)
    sent.refresh_from_db()
    return page, sent


@pytest.fixture
def restored(erasures_file: Path) -> Callable[[Callable[[], Any]], None]:
    """Does something and takes the database back to what it was before, as a restore does."""

    def do(something: Callable[[], Any]) -> None:
        before = transaction.savepoint()
        something()
        transaction.savepoint_rollback(before)

    return do


def test_an_erased_address_is_erased_again(
    everywhere: CaseStudyPage, restored: Callable[..., None]
) -> None:
    restored(lambda: erase(ADDRESS))
    assert rows_with(ADDRESS)

    said = replay()

    assert "Addresses that had come back: 1" in said
    assert rows_with(ADDRESS) == []
    assert Client().get(everywhere.get_url()).status_code == 410


def test_twice_does_nothing_more(
    everywhere: CaseStudyPage,
    restored: Callable[..., None],
    django_capture_on_commit_callbacks: Any,
) -> None:
    restored(lambda: erase(ADDRESS))
    with django_capture_on_commit_callbacks(execute=True):
        replay()
    names = [entry["what"] for entry in listing.entries()]

    assert replay() == "Addresses that had come back: 0\n"

    assert [entry["what"] for entry in listing.entries()] == names


def test_an_address_that_stands_in_a_text_alone_is_recognised(
    restored: Callable[..., None],
) -> None:
    page = case_study("By hand", worked=f'<p><a href="mailto:{ADDRESS}">Write</a></p>')
    restored(lambda: erase(ADDRESS))

    replay()

    assert rows_with(ADDRESS) == []
    assert "[erased]" in CaseStudyPage.objects.get(pk=page.pk).worked


def test_nobody_else_is_touched(restored: Callable[..., None]) -> None:
    contribution(email=LONGER)
    restored(lambda: erase(ADDRESS))

    replay()

    assert Contribution.objects.get().email == LONGER


def test_who_withdrew_is_not_public_again(restored: Callable[..., None]) -> None:
    page, sent = published()
    restored(lambda: withdraw(sent))
    assert Client().get(page.get_url()).status_code == 200

    said = replay()

    assert "Withdrawn again: 1" in said
    assert Client().get(page.get_url()).status_code == 410
    assert Contribution.objects.get().state == State.WITHDRAWN


def test_a_permission_taken_back_stays_so(restored: Callable[..., None]) -> None:
    sent = contribution(consents=["website", "news"])
    restored(lambda: take_back(sent, Use.NEWS))

    replay()

    assert {consent.use: consent.is_in_force for consent in sent.consents.all()} == {
        "website": True,
        "news": False,
    }


def test_what_was_discarded_or_deleted_stays_so(restored: Callable[..., None]) -> None:
    begun = contribution(State.UNFINISHED)
    request = JoinRequest.objects.create(
        name="O", email=ADDRESS, reference="ABCDEFGH", form_key="join"
    )
    restored(lambda: (discard(begun), request.delete()))

    replay()

    assert not Contribution.objects.exists()
    assert not JoinRequest.objects.exists()


def test_erased_contact_details_stay_erased(restored: Callable[..., None]) -> None:
    sent = contribution()
    restored(lambda: erase_contact(sent))

    replay()

    sent.refresh_from_db()
    assert (sent.name, sent.email, sent.phone) == ("", "", "")


def test_what_time_has_erased_goes_by_itself(erasures_file: Path) -> None:
    """A restored row has the dates that it had: the next nightly run erases it again."""
    for state, days in ((State.UNCONFIRMED, 31), (State.DECLINED, 184)):
        sent = contribution(state, days=days)
        Contribution.objects.filter(pk=sent.pk).update(
            changed_at=timezone.now() - timedelta(days=days)
        )
    JoinRequest.objects.create(
        name="O",
        email=ADDRESS,
        reference="ABCDEFGH",
        form_key="join",
        erase_after=timezone.localdate() - timedelta(days=1),
    )

    call_command("erase_expired_personal_data", stdout=StringIO())

    assert not Contribution.objects.exists()
    assert not JoinRequest.objects.exists()


def test_what_was_declined_after_the_backup_does_not_come_back_as_new(
    restored: Callable[..., None],
) -> None:
    """Its restored row says that it is new: time alone would never erase it."""
    sent = contribution(State.NEW)

    def decline_and_wait() -> None:
        Contribution.objects.filter(pk=sent.pk).update(
            state=State.DECLINED, state_since=timezone.now() - timedelta(days=200)
        )
        call_command("erase_expired_personal_data", stdout=StringIO())

    restored(decline_and_wait)

    replay()

    assert not Contribution.objects.exists()


def test_files_that_came_back_without_their_rows_are_deleted(
    erasures_file: Path, own_files: Path, django_capture_on_commit_callbacks: Any
) -> None:
    kept = contribution_file(contribution())
    lost = Path(kept.file.path).with_name("lost.pdf")
    lost.write_bytes(b"%PDF-1.4")

    with django_capture_on_commit_callbacks(execute=True):
        replay()

    assert not lost.exists()
    assert Path(kept.file.path).exists()
    assert ContributionFile.objects.count() == 1


# The list itself


def test_a_line_that_a_crash_cut_off_spoils_no_other(
    everywhere: CaseStudyPage, restored: Callable[..., None], erasures_file: Path
) -> None:
    erasures_file.parent.mkdir(parents=True)
    erasures_file.write_bytes(b'{"at": "2026-01-01", "wha')
    restored(lambda: erase(ADDRESS))

    replay()

    assert rows_with(ADDRESS) == []


def test_what_cannot_be_listed_is_not_erased(
    everywhere: CaseStudyPage, erasures_file: Path, manager: Any
) -> None:
    erasures_file.mkdir(parents=True)
    client = Client()
    client.force_login(manager)
    answers = {"address": ADDRESS, "again": ADDRESS}

    response = client.post("/admin/personal-data/erase/", answers, follow=True)

    assert "Nothing was erased" in response.content.decode()
    assert Contribution.objects.exists()
    with pytest.raises(CommandError):
        call_command("personal_data", ADDRESS, erase=True)


def test_a_withdrawal_works_at_once_and_is_listed_later(erasures_file: Path) -> None:
    page, sent = published()
    erasures_file.mkdir(parents=True)
    withdraw(sent)
    assert Client().get(page.get_url()).status_code == 410
    erasures_file.rmdir()

    for _night in range(2):
        call_command("erase_expired_personal_data", stdout=StringIO())

    assert [(entry["what"], entry["contribution"]) for entry in listing.entries()] == [
        ("contribution withdrawn", sent.reference)
    ]


def test_a_former_secret_is_still_known(
    everywhere: CaseStudyPage, restored: Callable[..., None], settings: Any
) -> None:
    restored(lambda: erase(ADDRESS))
    former, settings.SECRET_KEY = settings.SECRET_KEY, "another"
    with pytest.raises(CommandError, match="SECRET_KEY_FALLBACKS"):
        replay()
    assert rows_with(ADDRESS)

    settings.SECRET_KEY_FALLBACKS = [former]
    replay()

    assert rows_with(ADDRESS) == []


def test_without_a_list_it_is_said(settings: Any) -> None:
    settings.COPROD_ERASURES_FILE = None

    with pytest.raises(CommandError, match="COPROD_ERASURES_FILE"):
        replay()


def test_the_log_says_that_it_was_done(
    everywhere: CaseStudyPage, restored: Callable[..., None], manager: Any
) -> None:
    restored(lambda: erase(ADDRESS))
    replay()
    call_command("erase_expired_personal_data", stdout=StringIO())
    client = Client()
    client.force_login(manager)

    history = client.get("/admin/reports/site-history/").content.decode()

    assert "Erased again what a restored backup had brought back" in history
    assert "Erased personal data whose time was over" in history
    entries = ModelLogEntry.objects.filter(action__startswith="coprod_pages.personal_data")
    assert {entry.user_display_name for entry in entries} == {"system"}
