"""The command: what it makes of rows, what it refuses, and what a second run does."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import Page, PageLogEntry, Revision

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.compendium.models import CompendiumPage
from coprod_pages.spreadsheets.log_entries import FILE_ACTION, ROW_ACTION
from coprod_pages.taxonomy.merging import merge
from coprod_pages.taxonomy.models import Organisation, Tag, tag_for_name

pytestmark = pytest.mark.django_db
Spreadsheet = Callable[..., Path]


def edited_here(page: CaseStudyPage, **fields: Any) -> Revision:
    """An editor saves a draft of `page`."""
    user, _made = get_user_model().objects.get_or_create(username="an-editor")
    draft = page.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    return draft.save_revision(user=user)


def draft_of(source_id: str) -> CaseStudyPage:
    return CaseStudyPage.objects.get(source_id=source_id).get_latest_revision_as_object()


def test_a_row_becomes_a_draft_with_all_that_it_says(spreadsheet: Spreadsheet, run: Any) -> None:
    run(
        spreadsheet(
            {
                "source_id": "CP1",
                "borough": "hackney; LB Camden",
                "city": "London",
                "location_name": "The old mill",
                "start_date": "March 2016",
                "end_date": "2017",
                "ongoing": "",
                "participants": "2,000",
                "organiser": "Leeds Park Friends; Mill Trust",
                "organiser_type": "Community Based Organization",
                "funder": "A trust",
                "recruitment": "Open to all",
                "issues": "Environment",
                "tags": "gardens",
                "purposes": "Evaluation",
                "target_groups": "Elderly",
                "url": "https://example.org/1",
                "need": "<p>There was no green.</p>",
                "worked": "Meeting on Tuesdays",
                "did_not_work": "<p>The water ran out.</p>",
                "credit": "Park Friends, CC BY",
            }
        )
    )

    page = CaseStudyPage.objects.get()
    assert (page.live, page.provenance, page.owner) == (False, "imported", None)
    assert (page.source_id, page.source_link) == ("our-own-list:CP1", "https://example.org/1")
    assert page.credit == "Park Friends, CC BY"
    assert (page.title, page.summary) == (
        "A garden planned by its neighbours",
        "Neighbours planned a garden.",
    )
    assert [(block.block_type, str(block.value)) for block in page.story] == [
        ("paragraph", "<p>They met on Tuesdays.</p>")
    ]
    assert page.when == "March 2016 to 2017"
    assert page.end_date == date(2017, 12, 31)
    assert page.participants == 2000
    assert page.lead_organisation.name == "Leeds Park Friends"
    assert page.lead_organisation.kind.slug == "community-group"
    assert [row.organisation.name for row in page.partners.all()] == ["Mill Trust"]
    assert (page.funder, page.how_reached) == ("A trust", "Open to all")
    assert (page.where, page.place) == ("Camden, Hackney", "The old mill")
    assert [theme.slug for theme in page.themes.all()] == ["environment"]
    assert page.tag_names == ["Evaluation", "gardens"]
    assert page.stage_names == ["Learn and judge together"]
    assert [group.slug for group in page.equality_groups.all()] == ["older-people"]
    assert page.missing_to_publish() == []
    assert page.has_lessons
    assert draft_of("our-own-list:CP1").tag_names == ["Evaluation", "gardens"]


def test_a_draft_is_not_public(spreadsheet: Spreadsheet, run: Any, client: Any) -> None:
    run(spreadsheet({"title": "A very secret garden"}))

    assert "secret garden" not in client.get("/compendium/").content.decode()
    assert not CaseStudyPage.objects.visible_to_public().exists()


def test_a_dry_run_changes_nothing_and_reports_everything(
    spreadsheet: Spreadsheet, run: Any
) -> None:
    before = (Page.objects.count(), Tag.objects.count(), Organisation.objects.count())

    said = run(spreadsheet({"tags": "brand new"}, {"title": ""}), "--dry-run", "--publish")

    assert (Page.objects.count(), Tag.objects.count(), Organisation.objects.count()) == before
    assert not PageLogEntry.objects.filter(action__in=[FILE_ACTION, ROW_ACTION]).exists()
    assert said.error == ""
    assert "would be new and published" in said.output
    assert "It has no title." in said.output
    assert "nothing was changed" in said.output


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"title": ""}, "It has no title."),
        ({"title": " *** "}, "no letter and no number"),
        ({"source_id": ""}, "It has no source_id"),
        ({"source_id": "9" * 70}, "source_id is too long"),
        ({"body_html": "a" * 200_001}, "longer than 200,000 characters"),
        ({"source_id": "2"}, "Rows 2 and 3 have the same source_id."),
    ],
)
def test_a_refused_row_keeps_the_whole_file_out_and_says_why(
    spreadsheet: Spreadsheet, run: Any, cells: dict[str, str], reason: str
) -> None:
    said = run(spreadsheet(cells, {}))

    assert not CaseStudyPage.objects.exists()
    assert reason in said.output
    assert "Nothing was imported" in said.error
    assert "--skip-refused" in said.error


def test_the_other_rows_are_imported_when_that_is_asked_for(
    spreadsheet: Spreadsheet, run: Any
) -> None:
    said = run(spreadsheet({"title": ""}, {}), "--skip-refused")

    assert [page.source_id for page in CaseStudyPage.objects.all()] == ["our-own-list:2"]
    assert said.error == ""
    assert "1  refused" in said.output


def test_every_row_is_accounted_for(spreadsheet: Spreadsheet, run: Any) -> None:
    said = run(spreadsheet({}, {"title": ""}, {"start_date": "31/02/2010"}), "--skip-refused")

    assert [f"Row {number} " in said.output for number in (2, 3, 4)] == [True] * 3
    assert "start_date: “31/02/2010” is a day that does not exist" in said.output
    assert "missing: the organisation that led it" in said.output
    assert "3 rows in" in said.output


def test_a_file_that_cannot_be_read_is_a_plain_error(run: Any, tmp_path: Path) -> None:
    assert run(tmp_path / "none.csv").error == f"There is no file called {tmp_path / 'none.csv'}."


def test_without_a_compendium_the_error_says_what_to_do(spreadsheet: Spreadsheet, run: Any) -> None:
    CompendiumPage.objects.get().delete()

    assert "setup_site" in run(spreadsheet({})).error


def test_a_second_run_changes_nothing(spreadsheet: Spreadsheet, run: Any) -> None:
    path = spreadsheet({"tags": "gardens", "organiser": "Mill Trust"}, {})
    run(path)
    before = (Revision.objects.count(), Organisation.objects.count(), Tag.objects.count())

    said = run(path)

    assert CaseStudyPage.objects.count() == 2
    assert (Revision.objects.count(), Organisation.objects.count(), Tag.objects.count()) == before
    assert "2  unchanged" in said.output


def test_a_changed_row_is_updated_in_a_new_revision(spreadsheet: Spreadsheet, run: Any) -> None:
    run(spreadsheet({"tags": "gardens; parks", "purposes": "Evaluation"}, {}))
    said = run(spreadsheet({"title": "A new name", "tags": "parks", "summary": ""}, {}))

    assert CaseStudyPage.objects.count() == 2
    assert "1  updated" in said.output
    draft = draft_of("our-own-list:1")
    assert (draft.title, draft.summary, draft.tag_names) == ("A new name", "", ["parks"])
    assert draft.stage_names == []
    assert Page.objects.get(pk=draft.pk).draft_title == "A new name"


def test_the_year_of_a_collection_does_not_make_doubles(spreadsheet: Spreadsheet, run: Any) -> None:
    run(spreadsheet({"source": "our-list-2016"}))
    run(spreadsheet({"source": "our-list-2024", "title": "Renamed"}))

    assert [page.source_id for page in CaseStudyPage.objects.all()] == ["our-list:1"]


def test_what_an_editor_changed_is_left_alone_and_said(spreadsheet: Spreadsheet, run: Any) -> None:
    run(spreadsheet({}))
    edited_here(CaseStudyPage.objects.get(), summary="Better words.")

    said = run(spreadsheet({"summary": "Other words."}))

    assert draft_of("our-own-list:1").summary == "Better words."
    assert "left alone" in said.output
    assert "changed here since it was imported" in said.output


def test_an_editors_change_stays_known_when_the_account_is_gone(
    spreadsheet: Spreadsheet, run: Any
) -> None:
    run(spreadsheet({}))
    edited_here(CaseStudyPage.objects.get(), summary="Better words.")
    get_user_model().objects.get(username="an-editor").delete()

    run(spreadsheet({"summary": "Other words."}))

    assert draft_of("our-own-list:1").summary == "Better words."


def test_an_editors_change_is_replaced_when_that_is_asked_for(
    spreadsheet: Spreadsheet, run: Any
) -> None:
    path = spreadsheet({})
    run(path)
    edited_here(CaseStudyPage.objects.get(), summary="Better words.", payment="Vouchers")

    run(path, "--overwrite")

    draft = draft_of("our-own-list:1")
    assert draft.summary == "Neighbours planned a garden."
    # A spreadsheet has no such column, so it cannot be what the import replaces.
    assert draft.payment == "Vouchers"


def test_merging_tags_and_renaming_organisations_are_not_undone(
    spreadsheet: Spreadsheet, run: Any
) -> None:
    path = spreadsheet({"tags": "allotments", "organiser": "Mill Trust"})
    run(path)
    merge(Tag.objects.get(name="allotments"), into=tag_for_name("gardens"))
    Organisation.objects.filter(name="Mill Trust").update(name="The Mill Trust")

    assert "1  unchanged" in run(path).output
    assert Organisation.objects.filter(name__contains="Mill").count() == 1
    run(spreadsheet({"tags": "allotments", "source_id": "2"}))
    assert draft_of("our-own-list:2").tag_names == ["gardens"]


def test_a_copy_that_an_editor_made_is_not_taken_for_the_original(
    spreadsheet: Spreadsheet, run: Any
) -> None:
    run(spreadsheet({}))
    original = CaseStudyPage.objects.get()
    copy = original.copy(update_attrs={"title": "My copy", "slug": "my-copy"})

    run(spreadsheet({"summary": "Other words."}))

    assert CaseStudyPage.objects.count() == 2
    original, copy = CaseStudyPage.objects.filter(pk__in=[original.pk, copy.pk]).order_by("pk")
    assert original.get_latest_revision_as_object().summary == "Other words."
    assert copy.get_latest_revision_as_object().summary == "Neighbours planned a garden."


def test_a_locked_case_study_is_left_alone(spreadsheet: Spreadsheet, run: Any) -> None:
    run(spreadsheet({}))
    CaseStudyPage.objects.update(locked=True)

    assert "It is locked here." in run(spreadsheet({"title": "Renamed"})).output
    assert draft_of("our-own-list:1").title == "A garden planned by its neighbours"


def test_two_records_with_one_title_are_two_and_pointed_out(
    spreadsheet: Spreadsheet, run: Any
) -> None:
    said = run(spreadsheet({"title": "The Council's Garden"}, {"title": "The Councils’ gardens"}))

    assert CaseStudyPage.objects.count() == 2
    assert "nearly the same title as row 3" in said.output
    run(spreadsheet({"title": "Same"}, {"title": "Same"}, {"title": "Same"}))
    assert len({page.slug for page in CaseStudyPage.objects.all()}) == 3


def test_long_titles_and_summaries_are_shortened_and_kept_in_full(
    spreadsheet: Spreadsheet, run: Any
) -> None:
    title, summary = "A garden & more " * 20, "Neighbours met. " * 30
    said = run(spreadsheet({"title": title, "summary": summary}))

    page = CaseStudyPage.objects.get()
    assert len(page.title) <= 255
    assert len(page.summary) <= 280
    story = " ".join(str(block.value) for block in page.story)
    assert title.strip().replace("&", "&amp;") in story
    assert summary.strip() in story
    assert "title shortened" in said.output
    assert "summary shortened" in said.output


def test_scripts_and_control_characters_never_get_in(spreadsheet: Spreadsheet, run: Any) -> None:
    run(
        spreadsheet(
            {
                "title": "A\x01 garden\u202e",
                "body_html": "<p>Safe<script>alert(1)</script>\x02</p>",
                "did_not_work": "<p onclick='x()'>Hard\ufffe</p>",
                "funder": "A \x07trust",
                "tags": "gar\x08dens",
            }
        ),
        "--publish",
    )

    page = CaseStudyPage.objects.get()
    assert (page.title, page.funder, page.tag_names) == ("A garden", "A trust", ["gardens"])
    assert str(page.story[0].value) == "<p>Safe</p>"
    assert page.did_not_work == "<p>Hard</p>"


def test_cells_that_look_like_formulas_stay_text(spreadsheet: Spreadsheet, run: Any) -> None:
    cells = {"organiser": "=Mill+Trust", "tags": "@mill; gardens", "summary": "'-5 degrees"}
    run(spreadsheet(cells))

    page = CaseStudyPage.objects.get()
    assert page.lead_organisation.name == "=Mill+Trust"
    assert page.tag_names == ["@mill", "gardens"]
    assert page.summary == "-5 degrees"


def test_an_organisation_is_found_in_any_case_and_keeps_its_kind(
    spreadsheet: Spreadsheet, run: Any
) -> None:
    Organisation.objects.create(name="Mill Trust")
    run(spreadsheet({"organiser": "MILL TRUST", "organiser_type": "Local Government"}))

    organisation = Organisation.objects.get(name__iexact="mill trust")
    assert (organisation.name, organisation.kind) == ("Mill Trust", None)


def test_known_collections_are_credited(spreadsheet: Spreadsheet, run: Any) -> None:
    said = run(
        spreadsheet({"source": "participedia-2016"}, {"source": "own-words"}, {"source": "odd"})
    )

    credits = [page.credit for page in CaseStudyPage.objects.order_by("source_id")]
    assert credits == ["", "", "Participedia (participedia.net), CC BY-NC-SA 3.0, adapted"]
    assert "source “odd”: does it ask for a credit?" in said.output


def test_another_language_and_a_broken_address_are_said(spreadsheet: Spreadsheet, run: Any) -> None:
    said = run(spreadsheet({"language": "cy", "url": "javascript:alert(1)"}))

    assert "not in English" in said.output
    assert "is not a web address" in said.output
    assert CaseStudyPage.objects.get().source_link == ""


def test_an_organisation_can_be_given_the_new_drafts(spreadsheet: Spreadsheet, run: Any) -> None:
    path = spreadsheet({})
    assert "no organisation called “Nobody”" in run(path, "--organisation", "Nobody").error
    Organisation.objects.create(name="Hackney CVS")

    run(path, "--organisation", "hackney cvs")

    assert CaseStudyPage.objects.get().looked_after_by.name == "Hackney CVS"


def test_the_log_says_what_was_imported_and_names_nobody(
    spreadsheet: Spreadsheet, run: Any
) -> None:
    run(spreadsheet({}, {}, name="list-of-jo-example.csv"))

    entry = PageLogEntry.objects.get(action=FILE_ACTION)
    assert entry.message == "Imported a spreadsheet: 2 new, 0 updated, 0 published"
    assert "jo" not in str(entry.data)
    assert entry.user_id is None
    assert PageLogEntry.objects.filter(action=ROW_ACTION).count() == 2


def test_the_report_is_written_with_formulas_neutralised(
    spreadsheet: Spreadsheet, run: Any, tmp_path: Path
) -> None:
    report = tmp_path / "report.csv"
    path = spreadsheet({"title": "=HYPERLINK(1)", "source": "@list"}, {"title": ""})
    run(path, "--skip-refused", "--report", str(report))

    with report.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["row"] for row in rows] == ["2", "3"]
    assert (rows[0]["title"], rows[0]["source_id"]) == ("'=HYPERLINK(1)", "'@list:1")
    assert (rows[0]["outcome"], rows[0]["published"]) == ("new", "no")
    assert rows[1]["why or what to know"] == "It has no title."
    assert "summary" not in rows[0]["missing"]
    assert not [cell for row in rows for cell in row.values() if cell[:1] in ("=", "+", "@")]


def test_the_report_never_overwrites_the_file(
    spreadsheet: Spreadsheet, run: Any, tmp_path: Path
) -> None:
    path = spreadsheet({})

    assert "would overwrite" in run(path, "--report", str(path)).error
    assert "There is no folder" in run(path, "--report", str(tmp_path / "x" / "r.csv")).error
    assert not CaseStudyPage.objects.exists()


def test_progress_is_shown_when_asked_for(
    spreadsheet: Spreadsheet, capsys: pytest.CaptureFixture[str]
) -> None:
    from django.core.management import call_command

    call_command("import_case_studies", str(spreadsheet({}, {})), verbosity=2)

    assert "Writing drafts: 2 of 2" in capsys.readouterr().err
