"""The worker: one document by one worker, whatever happens to it, and mail never waits."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from coprod_pages.editions import formats, working
from coprod_pages.editions.asking import ask_for_edition
from coprod_pages.editions.document_process import DocumentProcess
from coprod_pages.editions.making_models import MadeFile, Making
from tests.editions.building import by_hand, edition, made, make_documents
from tests.factories import case_study

pytestmark = pytest.mark.django_db


def test_two_workers_never_make_the_same() -> None:
    ask_for_edition(edition(by_hand("London", case_study())))

    first, second = working.claim_next(timezone.now()), working.claim_next(timezone.now())

    assert first is not None
    assert second is None


def test_what_a_killed_worker_began_is_taken_over_after_its_lease(client: Client) -> None:
    page = edition(by_hand("London", case_study("The lunch club")), live=True)
    killed = working.claim_next(timezone.now())

    make_documents()
    assert "still being made" in client.get(page.url).content.decode()

    Making.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    make_documents()
    assert "The lunch club" in client.get(page.url).content.decode()

    # It was not dead, only slow: what it writes is thrown away.
    files = set(MadeFile.objects.values_list("file", flat=True))
    working.make(killed)
    assert set(MadeFile.objects.values_list("file", flat=True)) == files


def test_what_ends_its_worker_three_times_is_given_up_with_words() -> None:
    making = ask_for_edition(edition(by_hand("London", case_study())))
    Making.objects.update(attempts=3)

    make_documents()

    making.refresh_from_db()
    assert making.state == "failed"
    assert "came to an end three times" in making.error


def test_a_failure_says_what_and_why_and_keeps_the_last_good_one(
    client: Client, reviewer: Any, monkeypatch: Any
) -> None:
    page = made(by_hand("London", case_study("The lunch club")))

    def full(*args: Any, **kwargs: Any) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(formats, "write_word", full)
    making = ask_for_edition(page)
    make_documents()
    client.force_login(reviewer)

    making.refresh_from_db()
    assert making.state == "failed"
    said = client.get(f"/admin/coprod-editions/{page.pk}/").content.decode()
    assert "No space left on device" in said
    assert "What was made before is still there." in said
    assert client.get(f"{page.url}edition.docx").status_code == 200
    assert "The lunch club" in client.get(page.url).content.decode()


@pytest.mark.usefixtures("real_writers")
def test_the_documents_are_what_they_say_they_are(client: Client) -> None:
    page = made(by_hand("London", case_study("The lunch club")))

    starts = {"pdf": b"%PDF-", "large.pdf": b"%PDF-", "docx": b"PK"}
    for form, start in starts.items():
        assert client.get(f"{page.url}edition.{form}").getvalue().startswith(start)
    rows = MadeFile.objects.filter(form__in=["pdf", "large-pdf"])
    assert all(row.pages >= 4 for row in rows)


def test_how_far_it_is_stands_on_the_editors_screen(client: Client, reviewer: Any) -> None:
    page = edition(by_hand("London", case_study()))
    making = ask_for_edition(page)
    client.force_login(reviewer)
    waiting = client.get(f"/admin/coprod-editions/{page.pk}/")
    assert "It waits for its turn" in waiting.content.decode()
    assert waiting["Refresh"]

    progress = working.Progress(working.claim_next(timezone.now()))
    progress.tell("Reading the case studies: 3 of 20", 12, now_at_once=True)

    said = client.get(f"/admin/coprod-editions/{page.pk}/").content.decode()
    assert "Reading the case studies: 3 of 20" in said
    assert 'value="12"' in said
    making.refresh_from_db()
    assert making.lease_until > timezone.now() + timedelta(minutes=5)


def test_the_worker_that_sends_mail_makes_documents_when_it_is_run_once(client: Client) -> None:
    page = edition(by_hand("London", case_study("The lunch club")), live=True)

    call_command("run_worker", stdout=open("/dev/null", "w"))  # noqa: SIM115

    assert "The lunch club" in client.get(page.url).content.decode()


class FakeProcess:
    """A process that runs until it is told otherwise."""

    def __init__(self) -> None:
        self.code: int | None = None

    def poll(self) -> int | None:
        """Whether it has ended."""
        return self.code


def test_the_worker_starts_one_process_for_documents_and_no_second_beside_it() -> None:
    started: list[FakeProcess] = []

    def start() -> Any:
        started.append(FakeProcess())
        return started[-1]

    documents = DocumentProcess(start)
    documents.look()
    assert len(started) == 1  # to tidy up
    started[0].code = 0
    documents.look()
    assert len(started) == 1

    ask_for_edition(edition(by_hand("London", case_study())))
    documents.look()
    documents.look()

    assert len(started) == 2
