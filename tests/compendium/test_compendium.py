"""The compendium: words, facets and their counts, order and pages, over HTTP."""

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from coprod_pages.compendium.catalogue import current
from coprod_pages.taxonomy.merging import merge
from coprod_pages.taxonomy.models import OrganisationKind, Tag, Theme
from tests.factories import OrganisationFactory, case_study

pytestmark = pytest.mark.django_db


def soup(client: Client, query: str = "") -> BeautifulSoup:
    response = client.get(f"/compendium/{query}")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def titles(client: Client, query: str = "") -> list[str]:
    return [
        heading.get_text(" ", strip=True)
        for heading in soup(client, query).select("main article h3, main article h2")
    ]


def count(client: Client, parameter: str, value: str, query: str = "") -> int | None:
    """The number shown beside a value of a facet; `None` when the value is not offered."""
    box = soup(client, query).find("input", {"name": parameter, "value": value})
    if box is None:
        return None
    label = box.find_parent("label") or box.parent
    return int(re.findall(r"\d[\d,]*", label.get_text())[-1].replace(",", ""))


def test_words_are_found_in_every_part_of_a_case_study(client: Client) -> None:
    case_study("Heron", summary="About otters.", need="<p>Badger.</p>", tags=["weasel"])
    case_study("Other")

    for word in ["heron", "otter", "badger", "weasel", "week"]:
        assert "Heron" in titles(client, f"?q={word}"), word
    assert titles(client, "?q=heron+otters") == ["Heron"]
    assert titles(client, "?q=nowhere") == []


def test_the_spellings_of_co_production_find_the_same(client: Client) -> None:
    for title in ["Co-production here", "Coproduction there", "Co production everywhere"]:
        case_study(title)
    case_study("The company stopped production; co op chair")

    answers = [
        set(titles(client, f"?q={q}")) for q in ["co-production", "coproduction", "co+production"]
    ]

    assert len(answers[0]) == 3
    assert answers[0] == answers[1] == answers[2]


def test_a_word_in_the_title_comes_before_one_in_the_text(client: Client) -> None:
    case_study("Long story", need="<p>Gardens and gardens and gardens.</p>")
    case_study("Gardens for everybody in the neighbourhood")

    assert titles(client, "?q=gardens")[0] == "Gardens for everybody in the neighbourhood"


def test_values_of_a_facet_add_up_and_facets_narrow(client: Client) -> None:
    case_study("H health", boroughs=["hackney"], themes=["health"])
    case_study("C health", boroughs=["camden"], themes=["health"])
    case_study("C food", boroughs=["camden"], themes=["food"])
    case_study("B food", boroughs=["barnet"], themes=["food"])

    assert set(titles(client, "?borough=hackney&borough=camden")) == {
        "H health",
        "C health",
        "C food",
    }
    assert set(titles(client, "?borough=hackney&borough=camden&theme=health")) == {
        "H health",
        "C health",
    }
    assert titles(client, "?theme=food&borough=hackney") == []


def test_counts_of_a_facet_ignore_its_own_choice_and_follow_the_others(client: Client) -> None:
    case_study("H health", boroughs=["hackney"], themes=["health"])
    case_study("C health", boroughs=["camden"], themes=["health"])
    case_study("C food", boroughs=["camden"], themes=["food"])

    assert count(client, "borough", "camden") == 2
    assert count(client, "borough", "camden", "?borough=hackney") == 2
    assert count(client, "borough", "camden", "?theme=food") == 1
    assert count(client, "borough", "hackney", "?theme=food") is None
    assert count(client, "borough", "hackney", "?theme=food&borough=hackney") == 0


def test_london_wide_is_a_place_of_its_own(client: Client) -> None:
    case_study("Everywhere", reach="london-wide", boroughs=[])
    case_study("Bristol", reach="beyond-london", boroughs=[], place="Bristol")
    case_study("Here")

    assert titles(client, "?borough=london-wide") == ["Everywhere"]
    assert set(titles(client, "?borough=london-wide&borough=hackney")) == {"Everywhere", "Here"}
    assert count(client, "borough", "beyond-london") == 1


def test_the_kind_of_organisation_and_the_groups_can_be_chosen(client: Client) -> None:
    council = OrganisationFactory(kind=OrganisationKind.objects.get(slug="council"))
    case_study("By a council", lead_organisation=council, equality_groups=["older-people"])
    case_study("By a charity", equality_groups=["carers", "older-people"])

    assert titles(client, "?organisation=council") == ["By a council"]
    assert titles(client, "?equality=carers") == ["By a charity"]
    assert count(client, "equality", "older-people") == 2
    assert count(client, "organisation", "charity", "?equality=carers") == 1


def test_lessons_from_difficulty_leave_out_what_reports_none(client: Client) -> None:
    case_study("Hard", did_not_work="<p>It rained every time.</p>")
    case_study("Easy", did_not_work="<p>Nothing to report.</p>")
    case_study("Unknown", did_not_work="<p><b>Not known.</b> The account does not say.</p>")

    assert titles(client, "?lessons=1") == ["Hard"]


def test_an_old_name_of_a_tag_leads_to_the_new_one(client: Client) -> None:
    case_study("Tagged", tags=["bme"])
    merge(Tag.objects.get(slug="bme"), Tag.objects.create(name="racial equality"))

    assert titles(client, "?tag=bme") == ["Tagged"]
    assert titles(client, "?tag=racial-equality") == ["Tagged"]
    assert titles(client, "?q=bme") == ["Tagged"]
    assert titles(client, "?q=racial") == ["Tagged"]


def test_what_was_chosen_can_be_taken_back_one_by_one(client: Client) -> None:
    case_study("H health", boroughs=["hackney"], themes=["health"])

    page = soup(client, "?q=health&borough=hackney&theme=health&lessons=1")
    chips = [
        link["href"] for link in page.select("main a[href^='?'], main a[href*='/compendium/?']")
    ]

    assert any(
        "borough=hackney" in h and "theme=health" not in h and "q=health" in h for h in chips
    )
    assert any("theme=health" in h and "borough=hackney" not in h for h in chips)
    assert any("borough=hackney" in h and "theme=health" in h and "q=" not in h for h in chips)


def test_the_number_of_results_is_announced(client: Client) -> None:
    case_study("One")
    case_study("Two")

    assert "2" in soup(client).find(attrs={"role": "status"}).get_text()


def test_capital_letters_do_not_come_first(client: Client) -> None:
    for title in ["apple", "Banana", "cherry"]:
        case_study(title)

    assert titles(client, "?sort=title") == ["apple", "Banana", "cherry"]


def test_the_sitemap_costs_the_same_however_many_there_are(
    client: Client, django_assert_max_num_queries: object
) -> None:
    def queries() -> int:
        client.get("/sitemap.xml")
        with django_assert_max_num_queries(80) as captured:
            client.get("/sitemap.xml")
        return len(captured)

    case_study("One")
    few = queries()
    for n in range(5):
        case_study(f"More {n}")

    assert queries() - few <= 5  # Wagtail reads each page's own row


def test_orders_and_pages(client: Client, settings: object) -> None:
    settings.COPROD_CASE_STUDIES_PER_PAGE = 2
    for title in ["Beech", "Alder", "Cedar"]:
        case_study(title)

    assert titles(client, "?sort=title") == ["Alder", "Beech"]
    assert titles(client, "?sort=title&page=2") == ["Cedar"]
    assert titles(client) == ["Cedar", "Alder"]
    following = soup(client, "?sort=title&q=story").select_one("a[rel=next]")
    assert following is None or "sort=title" in following["href"]
    following = soup(client, "?sort=title&theme=health").select_one("a[rel=next]")["href"]
    assert "theme=health" in following
    assert "sort=title" in following
    assert "page=2" in following


@pytest.mark.parametrize("page", ["0", "3", "-1", "x", "1.5", "99999999999999999999", "%00"])
def test_a_page_that_is_not_there_is_not_found(client: Client, page: str) -> None:
    assert client.get(f"/compendium/?page={page}").status_code == 404


HOSTILE = [
    '"', "'", '"young people', "   ", "\x00", "a\x00b", "*", "-", "NOT", "AND OR NOT", "(", "a:b",
    "title:x", "NEAR(a b)", "%", "\\", "; DROP TABLE x;--", "<script>alert(1)</script>", "🙂",
    "x" * 5000, "word " * 3000, "\ud7ff\uffff", "co-", "'' OR ''", "{}", "^a", "a&b|c!d", "<->",
]  # fmt: skip


@pytest.mark.parametrize(
    "parameter",
    ["q", "tag", "theme", "borough", "stage", "equality", "organisation", "lessons", "sort"],
)
def test_nothing_that_is_typed_is_an_error(client: Client, parameter: str) -> None:
    case_study("Here")

    for text in HOSTILE:
        response = client.get("/compendium/", {parameter: text})
        assert response.status_code == 200, (parameter, text[:40])
        assert "<script>alert" not in response.content.decode()
        assert client.get("/search/", {"query": text}).status_code == 200, text[:40]


def test_values_that_do_not_exist_are_ignored(client: Client) -> None:
    case_study("Here")

    assert titles(client, "?borough=atlantis&theme=nothing&tag=none") == ["Here"]


def test_with_nothing_found_there_is_a_way_on(client: Client) -> None:
    case_study("Here")

    page = soup(client, "?q=zebra")

    assert "zebra" in page.find("main").get_text()
    assert page.find("main").find("a", href=re.compile("contribute"))


@pytest.mark.parametrize(
    "query",
    ["", "?q=club", "?q=club&theme=health&borough=hackney&stage=need", "?sort=title&lessons=1"],
)
def test_queries_do_not_grow_with_the_collection(
    client: Client, query: str, django_assert_max_num_queries: object, settings: object
) -> None:
    settings.PAGE_CACHE = False

    def queries() -> int:
        client.get("/compendium/")  # after a change, a worker first reads what has changed
        current().remembered.clear()  # as if nobody had searched for these words before
        with django_assert_max_num_queries(10) as captured:
            client.get(f"/compendium/{query}")
        return len(captured)

    for n in range(3):
        case_study(f"First {n}", tags=[f"tag {n}"])
    few = queries()
    for n in range(8):
        case_study(
            f"More {n}",
            tags=[f"tag {n}", "shared"],
            boroughs=["hackney", "camden"],
            themes=["health", "food"],
            stages=["need", "review"],
        )

    assert queries() <= few  # with few answers, half-typed words are looked up too


def test_a_case_study_costs_the_same_however_many_there_are(
    client: Client, django_assert_max_num_queries: object, settings: object
) -> None:
    settings.PAGE_CACHE = False
    page = case_study("Read", tags=["shared", "one"], stages=["need", "review"])

    def queries(path: str) -> int:
        client.get(path)  # what is read once in a process is not counted
        with django_assert_max_num_queries(60) as captured:
            client.get(path)
        return len(captured)

    for n in range(4):
        case_study(f"Few {n}", tags=["shared"], stages=["need", "review"])
    few = {path: queries(path) for path in (page.url, "/")}
    for n in range(8):
        case_study(f"Many {n}", tags=["shared", f"tag {n}"], boroughs=["hackney", "camden"])
    many = {path: queries(path) for path in (page.url, "/")}

    assert many == few
    assert few[page.url] <= 25
    assert few["/"] <= 14


def test_a_new_name_is_found_at_once(client: Client) -> None:
    organisation = OrganisationFactory(name="Old Mill")
    case_study("Told", lead_organisation=organisation, themes=["food"], tags=["ovens"])

    organisation.name = "New Bakery"
    organisation.save()
    tag = Tag.objects.get(name="ovens")
    tag.name = "kilns"
    tag.save()

    Theme.objects.filter(slug="food").get().delete()

    assert titles(client, "?q=bakery") == ["Told"]
    assert titles(client, "?q=food") == []
    assert titles(client, "?q=kiln") == ["Told"]
    assert titles(client, "?q=mill") == []
