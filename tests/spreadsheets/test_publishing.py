"""--publish, and what is left when an import does not finish."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.signals import page_published

from coprod_pages.case_studies.models import CaseStudyConsent, CaseStudyPage
from coprod_pages.spreadsheets import importing
from coprod_pages.spreadsheets.log_entries import ROW_ACTION
from tests.spreadsheets.test_importing import draft_of, edited_here

pytestmark = pytest.mark.django_db
Spreadsheet = Callable[..., Path]


def found_by(client: Client, words: str) -> str:
    """The text of the compendium's page for `words`."""
    response = client.get("/compendium/", {"q": words})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").main.get_text(" ")


def test_what_is_published_is_found_and_opens(
    spreadsheet: Spreadsheet, run: Any, client: Client
) -> None:
    said = run(spreadsheet({"body_html": "<p>They grew rhubarb.</p>"}, {}), "--publish")

    assert "2  published" in said.output
    assert "A garden planned by its neighbours" in found_by(client, "rhubarb")
    page = CaseStudyPage.objects.get(source_id="our-own-list:1")
    assert "They grew rhubarb." in client.get(page.url).content.decode()
    assert page.live_revision_id == page.latest_revision_id
    assert not page.has_unpublished_changes
    assert PageLogEntry.objects.filter(action="wagtail.publish", page_id=page.pk).count() == 1


def test_what_follows_publishing_is_told(spreadsheet: Spreadsheet, run: Any) -> None:
    told = []

    def listen(sender: type, instance: Page, **kwargs: Any) -> None:
        told.append((instance.source_id, instance.live, kwargs["revision"].pk))

    page_published.connect(listen)
    try:
        run(spreadsheet({}), "--publish")
    finally:
        page_published.disconnect(listen)

    page = CaseStudyPage.objects.get()
    assert told == [("our-own-list:1", True, page.live_revision_id)]


def test_what_is_missing_is_said_and_never_made_up(spreadsheet: Spreadsheet, run: Any) -> None:
    said = run(spreadsheet({}), "--publish")

    page = CaseStudyPage.objects.get()
    assert page.live
    assert page.did_not_work == ""
    assert not page.has_lessons
    assert "what did not work, tensions and limits" in said.output


def test_drafts_of_an_earlier_run_are_published_as_they_are_now(
    spreadsheet: Spreadsheet, run: Any, client: Client
) -> None:
    run(spreadsheet({"title": "An old name", "tags": "rhubarb"}, {}))
    path = spreadsheet({"title": "A new name", "tags": "parks"}, {})
    run(path)

    run(path, "--publish")

    assert "A new name" in found_by(client, "parks")
    assert "A new name" not in found_by(client, "rhubarb")
    page = CaseStudyPage.objects.get(source_id="our-own-list:1")
    assert (page.title, page.tag_names) == ("A new name", ["parks"])
    assert CaseStudyPage.objects.live().count() == 2


def test_a_change_to_a_public_record_is_a_draft_until_it_is_published(
    spreadsheet: Spreadsheet, run: Any, client: Client
) -> None:
    run(spreadsheet({"summary": "Rhubarb."}), "--publish")
    path = spreadsheet({"summary": "Gooseberries."})

    run(path)
    assert "A garden" in found_by(client, "rhubarb")
    assert CaseStudyPage.objects.get().has_unpublished_changes

    said = run(path, "--publish")
    assert "unchanged, published" in said.output
    assert "A garden" in found_by(client, "gooseberries")
    assert "A garden" not in found_by(client, "rhubarb")
    assert "0  published" in run(path, "--publish").output


def test_what_an_editor_changed_goes_through_the_review(spreadsheet: Spreadsheet, run: Any) -> None:
    path = spreadsheet({})
    run(path)
    edited_here(CaseStudyPage.objects.get(), summary="Better words.")

    said = run(path, "--publish")

    assert not CaseStudyPage.objects.live().exists()
    assert "go through the review" in said.output


def test_what_was_taken_down_stays_down(spreadsheet: Spreadsheet, run: Any) -> None:
    path = spreadsheet({})
    run(path, "--publish")
    CaseStudyPage.objects.get().unpublish()

    said = run(path, "--publish")

    assert not CaseStudyPage.objects.live().exists()
    assert "taken down here and stays down" in said.output


def test_a_withdrawn_consent_is_not_brought_back(spreadsheet: Spreadsheet, run: Any) -> None:
    from django.utils import timezone

    run(spreadsheet({}), "--publish")
    CaseStudyConsent.objects.create(page=CaseStudyPage.objects.get(), withdrawn_at=timezone.now())

    run(spreadsheet({"title": "Renamed"}), "--publish", "--overwrite")

    assert not CaseStudyPage.objects.visible_to_public().exists()


@pytest.mark.parametrize("step", ["write", "prepare", "show"])
@pytest.mark.parametrize("error", [RuntimeError("the disk is full"), KeyboardInterrupt()])
def test_a_failure_part_way_leaves_nothing(
    spreadsheet: Spreadsheet,
    run: Any,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    error: BaseException,
) -> None:
    monkeypatch.setattr(importing, step, failing(getattr(importing, step), error))
    before = Page.objects.count()

    said = run(spreadsheet({}, {}, {}), "--publish")

    assert "taken back" in said.error
    assert Page.objects.count() == before
    assert not PageLogEntry.objects.filter(action=ROW_ACTION).exists()
    assert Page.find_problems() == ([], [], [], [], [])


def failing(step: Callable, error: BaseException) -> Callable:
    """`step`, which fails the second time it is called, or the first if it is the last step."""
    calls = []

    def fail(*args: Any) -> Any:
        calls.append(args)
        if len(calls) == 2 or step.__name__ == "show":
            raise error
        return step(*args)

    return fail


def test_a_failed_update_gives_back_the_drafts_as_they_were(
    spreadsheet: Spreadsheet, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(spreadsheet({}, {}), "--publish")
    revisions = set(Revision.objects.values_list("pk", flat=True))
    changed = spreadsheet({"title": "Renamed"}, {"title": "Renamed"})
    with monkeypatch.context() as patch:
        patch.setattr(importing, "write", failing(importing.write, RuntimeError("no")))
        said = run(changed)

    assert "row 3: no" in said.error
    assert set(Revision.objects.values_list("pk", flat=True)) == revisions
    for page in CaseStudyPage.objects.all():
        assert page.draft_title == page.title == "A garden planned by its neighbours"
        assert not page.has_unpublished_changes
        assert page.get_latest_revision_as_object().title == page.title
    # And nothing stands in the way of the next run.
    assert "2  updated" in run(changed).output


def test_a_killed_import_shows_nothing_and_the_next_run_finishes_it(
    spreadsheet: Spreadsheet, run: Any, monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    path = spreadsheet({"body_html": "<p>Rhubarb</p>"}, {}, {})
    with monkeypatch.context() as patch:
        patch.setattr(importing, "show", failing(importing.show, RuntimeError()))
        patch.setattr(importing, "take_back", lambda written, give_way: None)
        run(path, "--publish")

    assert CaseStudyPage.objects.count() == 3
    assert "A garden" not in found_by(client, "rhubarb")
    assert not CaseStudyPage.objects.live().exists()

    said = run(path, "--publish")

    assert "3  unchanged" in said.output
    assert "3  published" in said.output
    assert CaseStudyPage.objects.count() == CaseStudyPage.objects.live().count() == 3
    assert "A garden" in found_by(client, "rhubarb")


def test_a_failure_while_publishing_says_what_is_there(
    spreadsheet: Spreadsheet, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = spreadsheet({}, {})
    with monkeypatch.context() as patch:
        patch.setattr(importing, "tell", failing(importing.tell, RuntimeError("no")))
        said = run(path, "--publish")

    assert "2 are published" in said.error
    assert CaseStudyPage.objects.visible_to_public().count() == 2


def test_a_draft_saved_by_an_editor_during_the_import_is_theirs(
    spreadsheet: Spreadsheet, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = importing.write
    run(spreadsheet({}))

    def write_after_an_editor(planned: Any, options: Any) -> Any:
        edited_here(CaseStudyPage.objects.get(), summary="Better words.")
        return write(planned, options)

    monkeypatch.setattr(importing, "write", write_after_an_editor)
    said = run(spreadsheet({"summary": "Other words."}), "--publish")

    assert draft_of("our-own-list:1").summary == "Better words."
    assert "Somebody changed it here during the import" in said.output
    assert not CaseStudyPage.objects.live().exists()


def test_a_draft_saved_just_before_it_would_be_shown_stays_a_draft(
    spreadsheet: Spreadsheet, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    show = importing.show

    def show_after_an_editor(drafts: dict[int, int]) -> list[int]:
        edited_here(CaseStudyPage.objects.get(), summary="Better words.")
        return show(drafts)

    monkeypatch.setattr(importing, "show", show_after_an_editor)
    said = run(spreadsheet({}), "--publish")

    assert not CaseStudyPage.objects.live().exists()
    assert "0  published" in said.output
    assert "Not published: somebody changed it" in said.output


def test_an_import_gives_way_to_other_peoples_saves(
    spreadsheet: Spreadsheet, run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(importing, "AT_WORK", -1)
    monkeypatch.setattr(importing.time, "sleep", pauses.append)

    run(spreadsheet({}, {}), "--publish")

    # After each of two rows is written, prepared and published. SQLite looks every 0.1 seconds.
    assert len(pauses) == 6
    assert min(pauses) > 0.1
