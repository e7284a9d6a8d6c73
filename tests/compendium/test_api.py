"""The read-only API: what everybody may see, and no error page whatever is asked."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from tests.factories import OrganisationFactory, case_study, news

pytestmark = pytest.mark.django_db

API = "/api/v2/pages/"
CASE_STUDIES = f"{API}?type=coprod_pages.CaseStudyPage"


def asked(client: Client, query: str = "") -> dict[str, Any]:
    """The answer about case studies."""
    response = client.get(f"{CASE_STUDIES}{query}")
    assert response.status_code == 200, response.content
    return response.json()


def titles(client: Client, query: str = "") -> list[str]:
    return [item["title"] for item in asked(client, query)["items"]]


def test_a_case_study_is_given_with_its_fields(client: Client) -> None:
    page = case_study("Open to all", tags=["alpha"], themes=["food"])

    answer = asked(client, "&fields=*")

    assert answer["meta"]["total_count"] == 1
    item = answer["items"][0]
    assert item["title"] == page.title
    assert item["tag_names"] == ["alpha"]
    assert item["stage_names"] == ["Understand the need"]
    assert item["has_lessons"] is True


def test_its_facet_values_are_given_as_one_asks_for_them(client: Client) -> None:
    page = case_study("Open to all", tags=["Alpha beta"], boroughs=["hackney", "camden"])

    listed = asked(client, "&fields=_,facets")["items"][0]["facets"]
    alone = client.get(f"{API}{page.pk}/").json()["facets"]

    assert listed == alone
    assert listed["tag"] == [{"slug": "alpha-beta", "name": "Alpha beta"}]
    assert [value["slug"] for value in listed["borough"]] == ["camden", "hackney"]
    assert [value["slug"] for value in listed["organisation"]] == ["charity"]
    for parameter, values in listed.items():
        for value in values:
            assert titles(client, f"&{parameter}={value['slug']}") == ["Open to all"]


def test_it_narrows_like_the_compendium(client: Client) -> None:
    case_study("H health", boroughs=["hackney"], tags=["alpha"])
    case_study("C health", boroughs=["camden"], tags=["beta"])
    case_study("C food", boroughs=["camden"], themes=["food"], did_not_work="<p>Nothing.</p>")

    assert set(titles(client, "&borough=hackney&borough=camden&theme=health")) == {
        "H health",
        "C health",
    }
    assert titles(client, "&tag=alpha") == ["H health"]
    assert set(titles(client, "&lessons=1")) == {"H health", "C health"}
    assert titles(client, "&borough=barnet") == []
    assert titles(client, "&organisation=charity&sort=title") == ["C food", "C health", "H health"]


@pytest.mark.parametrize("parameter", ["q", "search"])
def test_words_are_looked_for_as_in_the_compendium(client: Client, parameter: str) -> None:
    case_study("Long story", need="<p>Gardens and coproduction.</p>")
    case_study("Gardens for everybody")
    case_study("Other")

    assert titles(client, f"&{parameter}=garden") == ["Gardens for everybody", "Long story"]
    assert titles(client, f"&{parameter}=co-production") == ["Long story"]


def test_order_and_pages_are_those_of_the_compendium(client: Client) -> None:
    for title in ["B", "A", "C"]:
        case_study(f"{title} gardens")

    assert titles(client) == ["C gardens", "A gardens", "B gardens"]  # newest first
    assert titles(client, "&q=gardens&sort=title") == ["A gardens", "B gardens", "C gardens"]
    assert titles(client, "&sort=title&offset=1&limit=1") == ["B gardens"]
    assert asked(client, "&sort=title&offset=1&limit=1")["meta"]["total_count"] == 3


def test_parameters_of_wagtail_go_with_ours(client: Client) -> None:
    first = case_study("B gardens", boroughs=["camden"])
    case_study("A gardens")
    case_study("C gardens")
    case_study("D other")

    assert titles(client, "&q=gardens&order=-title") == ["C gardens", "B gardens", "A gardens"]
    assert titles(client, f"&q=gardens&id={first.pk}") == ["B gardens"]
    answer = asked(client, f"&q=gardens&sort=title&child_of={first.get_parent().pk}&limit=2")
    assert [item["title"] for item in answer["items"]] == ["A gardens", "B gardens"]
    assert answer["meta"]["total_count"] == 3
    assert titles(client, "&q=gardens&slug=d-other") == []


def test_other_pages_are_found_by_the_same_index(client: Client) -> None:
    case_study("A kingfisher seen")
    news("Kingfishers are back")
    news("Other news")
    news("Kingfisher draft", live=False)

    answer = client.get(f"{API}?search=kingfisher").json()

    assert [item["title"] for item in answer["items"]] == [
        "Kingfishers are back",
        "A kingfisher seen",
    ]
    only = client.get(f"{API}?search=kingfisher&type=coprod_pages.NewsPage").json()
    assert [item["title"] for item in only["items"]] == ["Kingfishers are back"]


def test_parameters_of_the_compendium_are_unknown_for_other_pages(client: Client) -> None:
    assert client.get(f"{API}?q=garden").status_code == 400
    assert client.get(f"{API}?type=coprod_pages.NewsPage&tag=alpha").status_code == 400
    assert client.get(f"{CASE_STUDIES}&postcode=E8").status_code == 400


@pytest.mark.parametrize(
    "query", ["", "&fields=*", "&q=gardens&fields=*", "&tag=alpha&order=title"]
)
def test_more_case_studies_are_no_more_queries(client: Client, query: str) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            asked(client, query)
        return len(captured)

    organisation = OrganisationFactory()
    given = {"tags": ["alpha", "beta"], "lead_organisation": organisation}
    case_study("First gardens", **given)
    queries()
    few = queries()
    for number in range(6):
        case_study(f"Gardens {number}", boroughs=["camden", "hackney"], **given)
    queries()

    assert queries() == few


def test_desk_fields_are_not_given(client: Client) -> None:
    page = case_study("Open to all", source_id="secret-7", source_link="https://example.org/x")

    text = client.get(f"{API}{page.pk}/").content.decode()

    assert "secret-7" not in text
    assert "naming_level" not in text


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("offset=99999999999999999999", 400),
        ("limit=x", 400),
        ("search=%00", 400),
        ("tag=%00", 400),
        ("type=no.Such", 400),
        ("order=no_such_field", 400),
        ("themes=x", 400),
        ("themes=99999999999999999999", 400),
        ("first_published_at=yesterday", 400),
        ("id=99999999999999999999", 400),
        ("q=one&search=two", 400),
        ("fields=" + "boroughs(" * 300, 400),
        ('search="', 200),
        ("search=+", 200),
        ("search=" + "gardens+" * 500, 200),
        ("search=%FF%FE", 200),
        ("tag=no-such-tag", 200),
        ("sort=no-such-order", 200),
    ],
)
def test_bad_questions_are_told_so(client: Client, query: str, status: int) -> None:
    case_study("Open to all")

    assert client.get(f"{CASE_STUDIES}&{query}").status_code == status


@pytest.mark.parametrize("query", ["id=x", "id=99999999999999999999", "id=²", "html_path=%00"])
def test_a_page_that_cannot_be_looked_for_is_told_so(client: Client, query: str) -> None:
    assert client.get(f"{API}find/?{query}").status_code == 400


def test_a_page_is_found_by_its_address(client: Client) -> None:
    page = case_study("Open to all")

    response = client.get(f"{API}find/?html_path={page.url}")

    assert response.status_code == 302
    assert response["Location"].endswith(f"{API}{page.pk}/?")
    assert Page.objects.get(pk=page.pk).live


@pytest.mark.parametrize("sign", ["+", "%09-", "%0B%20"])
def test_a_number_that_no_database_holds_is_a_bad_request(client: Client, sign: str) -> None:
    query = f"type=coprod_pages.CaseStudyPage&themes={sign}{'9' * 30}"

    assert client.get("/api/v2/pages/", QUERY_STRING=query).status_code == 400
