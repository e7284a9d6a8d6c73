"""The answers as files: the same case studies in the same order, and safe to open."""

import csv
import io
import json
import zipfile
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from wagtail.models import PageViewRestriction

from coprod_pages.case_studies.models import CaseStudyConsent, CaseStudyPage
from coprod_pages.compendium.cards import cards_for
from coprod_pages.compendium.catalogue import current
from coprod_pages.compendium.exports import COLUMNS, as_json, facts_of
from coprod_pages.compendium.models import CompendiumEntry
from tests.factories import OrganisationFactory, case_study

pytestmark = pytest.mark.django_db

FORMS = ["csv", "xlsx", "json"]


def file_of(client: Client, form: str, query: str = "") -> bytes:
    response = client.get(f"/compendium/export.{form}{query}")
    assert response.status_code == 200
    return response.getvalue()


def table_of(content: bytes, form: str) -> list[dict[str, Any]]:
    """The rows of a spreadsheet by their headings."""
    if form == "csv":
        return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    sheet = load_workbook(io.BytesIO(content)).active
    headings, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(headings, row, strict=True)) for row in rows]


def titles(client: Client, form: str, query: str = "") -> list[str]:
    content = file_of(client, form, query)
    if form == "json":
        return [result["title"] for result in json.loads(content)["results"]]
    return [row["Title"] for row in table_of(content, form)]


def test_json_says_all_there_is_to_say(client: Client) -> None:
    page = case_study(
        "A lunch club",
        tags=["meals", "befriending"],
        themes=["food", "health"],
        boroughs=["hackney", "camden"],
        stages=["need"],
        equality_groups=["older-people"],
        lead_organisation=OrganisationFactory(name="Hackney Neighbours"),
        start_date=datetime(2019, 3, 1).date(),
        start_precision="year",
    )

    answer = json.loads(file_of(client, "json"))

    assert answer["total"] == 1
    (result,) = answer["results"]
    assert list(result) == list(COLUMNS)
    assert result["url"] == page.full_url
    assert result["url"].startswith("http")
    assert result["summary"] == page.summary
    assert result["tags"] == ["befriending", "meals"]
    assert len(result["themes"]) == 2
    assert result["boroughs"] == ["Camden", "Hackney"]
    assert result["where"] == "Camden, Hackney"
    assert result["stages"] == ["Understand the need"]
    assert len(result["equality_groups"]) == 1
    assert result["lead_organisation"] == "Hackney Neighbours"
    assert result["organisation_kind"]
    assert result["when"] == page.when
    assert result["has_lessons"] is True
    assert result["published"] == page.first_published_at.date().isoformat()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_spreadsheet_has_a_row_for_each_case_study(client: Client, form: str) -> None:
    page = case_study("A lunch club", tags=["meals", "befriending"], boroughs=["hackney"])
    case_study("Other", did_not_work="<p>Nothing.</p>")

    rows = table_of(file_of(client, form, "?sort=title"), form)

    assert list(rows[0]) == [str(heading) for heading in COLUMNS.values()]
    assert [row["Title"] for row in rows] == ["A lunch club", "Other"]
    assert rows[0]["Address"] == page.full_url
    assert rows[0]["Tags"] == "befriending; meals"
    assert [row["Has lessons from difficulty"] for row in rows] == ["yes", "no"]
    published = page.first_published_at.date().isoformat()
    assert str(rows[0]["First published"]).startswith(published)


@pytest.mark.parametrize("form", FORMS)
def test_the_parameters_and_the_order_are_those_of_the_compendium(
    client: Client, form: str
) -> None:
    case_study("B gardens", boroughs=["camden"])
    case_study("Long story", need="<p>Gardens.</p>", boroughs=["camden"])
    case_study("A gardens", boroughs=["hackney"], did_not_work="<p>None</p>")
    case_study("Other")

    assert titles(client, form) == ["Other", "A gardens", "Long story", "B gardens"]
    assert titles(client, form, "?q=gardens&borough=camden") == ["B gardens", "Long story"]
    assert titles(client, form, "?q=gardens&sort=title&page=7&show=tag&x=y") == [
        "A gardens",
        "B gardens",
        "Long story",
    ]
    assert titles(client, form, "?q=gardens&lessons=1&borough=hackney") == []


@pytest.mark.parametrize("form", FORMS)
def test_all_answers_are_given_not_a_page_of_them(client: Client, form: str) -> None:
    for number in range(14):
        case_study(f"Number {number}")

    assert len(titles(client, form)) == 14


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝"])
def test_no_cell_runs_as_a_formula(client: Client, form: str, start: str) -> None:
    formula = f'{start}HYPERLINK("https://example.org","x")'
    organisation = OrganisationFactory(name=formula)
    case_study(formula, summary=f"\t{formula}", tags=[f"{start}1"], lead_organisation=organisation)

    (row,) = table_of(file_of(client, form), form)

    for heading in ("Title", "Summary", "Lead organisation"):
        assert row[heading] == f"'{formula}", heading
    assert row["Tags"] == f"'{start}1"


def test_a_workbook_holds_no_formula(client: Client) -> None:
    case_study("=1+1", summary='=cmd|"/C calc"!A0')

    sheet = zipfile.ZipFile(io.BytesIO(file_of(client, "xlsx"))).read("xl/worksheets/sheet1.xml")

    assert b"<f>" not in sheet
    assert b"cmd|" in sheet


@pytest.mark.parametrize("form", FORMS)
def test_control_characters_break_no_file(client: Client, form: str) -> None:
    page = case_study("A club")
    broken = "A\x0b club\ufffe\nin \u202etown"
    CompendiumEntry.objects.filter(pk=page.pk).update(title=broken, summary='"\r\n;,')

    assert titles(client, form) == ["A club in town"]


def test_a_spreadsheet_program_knows_the_encoding(client: Client) -> None:
    case_study("Ça va, Żoliborz? — “yes”")

    content = file_of(client, "csv")

    assert content.startswith(b"\xef\xbb\xbf")
    assert titles(client, "csv") == ["Ça va, Żoliborz? — “yes”"]


@pytest.mark.parametrize(
    ("form", "content_type"),
    [
        ("csv", "text/csv; charset=utf-8"),
        ("json", "application/json"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ],
)
def test_a_file_says_what_it_is(client: Client, form: str, content_type: str) -> None:
    case_study("A club")

    response = client.get(f"/compendium/export.{form}")

    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"].startswith('attachment; filename="compendium-20')
    assert response["Content-Disposition"].endswith(f'.{form}"')
    assert response["X-Robots-Tag"] == "noindex"
    assert response.streaming


@pytest.mark.parametrize("form", [*FORMS, "feed"])
def test_nothing_is_sent_again_that_has_not_changed(client: Client, form: str) -> None:
    address = "/compendium/feed/" if form == "feed" else f"/compendium/export.{form}"
    page = case_study("A club")
    case_study("B club")
    etag = client.get(address)["ETag"]
    again = {"headers": {"If-None-Match": etag}}

    assert client.get(address, **again).status_code == 304
    assert client.get(f"{address}?q=club", **again).status_code == 200

    CaseStudyConsent.objects.create(page=page, withdrawn_at=page.first_published_at)
    assert client.get(address, **again).status_code == 200


@pytest.mark.parametrize("form", ["pdf", "csv/", "CSV", "xls", "csv.exe", "", "json?x"])
def test_other_forms_are_not_found(client: Client, form: str) -> None:
    expected = 200 if form == "json?x" else 404
    assert client.get(f"/compendium/export.{form}").status_code == expected


def test_a_file_of_nothing_is_a_file(client: Client) -> None:
    assert json.loads(file_of(client, "json")) == {"results": [], "total": 0}
    for form in ("csv", "xlsx"):
        assert table_of(file_of(client, form), form) == []


def test_the_total_is_the_number_of_results_even_if_one_is_taken_down_meanwhile(
    client: Client,
) -> None:
    page = case_study("A club")
    case_study("B club")
    response = client.get("/compendium/export.json")

    CaseStudyPage.objects.get(pk=page.pk).unpublish()
    answer = json.loads(response.getvalue())

    assert answer["total"] == len(answer["results"]) == 1


def test_the_address_of_the_request_is_not_believed(client: Client) -> None:
    case_study("A club")

    content = client.get("/compendium/export.json", headers={"host": "127.0.0.1"}).getvalue()

    assert b"127.0.0.1" not in content


@pytest.mark.parametrize("address", ["export.csv", "export.json", "export.xlsx", "feed/"])
def test_more_case_studies_are_no_more_queries(client: Client, address: str) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/compendium/{address}").getvalue()
        return len(captured)

    organisation = OrganisationFactory()
    case_study("First", lead_organisation=organisation)
    queries()
    few = queries()
    for number in range(8):
        case_study(f"Number {number}", tags=["a", "b"], lead_organisation=organisation)
    queries()

    assert queries() == few


def test_rows_are_read_only_as_they_are_sent(client: Client) -> None:
    case_study("A club")
    taken = []

    def rows() -> Any:
        catalogue = current()
        for card in cards_for(catalogue, catalogue.shelf.page_ids) * 1000:
            taken.append(card)
            yield facts_of(card, "https://example.org")

    pieces = iter(as_json(rows()).streaming_content)
    next(pieces)

    assert 0 < len(taken) < 500


def test_a_private_compendium_gives_no_file(client: Client) -> None:
    page = case_study("A club")
    PageViewRestriction.objects.create(
        page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN
    )

    for address in ("export.csv", "export.json", "export.xlsx", "feed/"):
        assert client.get(f"/compendium/{address}").status_code == 302
