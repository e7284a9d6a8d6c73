"""What is missing from the compendium: said to everybody, and asked for with one click."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from coprod_pages.news.models import NewsPage
from tests.factories import case_study

pytestmark = pytest.mark.django_db

PUBLIC = "/compendium/coverage/"
REPORT = "/admin/reports/coverage/"
CALL = "/admin/reports/coverage/borough/havering/call/"


def rows_of(client: Client, address: str) -> dict[str, list[str]]:
    """The rows of all tables, by what they begin with."""
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    rows = [row for table in soup.find_all("table") for row in table.tbody.find_all("tr")]
    return {
        row.th.get_text(strip=True): [cell.get_text(" ", strip=True) for cell in row.find_all("td")]
        for row in rows
    }


def test_everybody_sees_what_is_missing_and_how_much_there_is(client: Client) -> None:
    for number in range(3):
        case_study(f"Story {number}", boroughs=["hackney"] if number else ["camden", "hackney"])

    rows = rows_of(client, PUBLIC)

    assert rows["Hackney"][0] == "3 (enough)"
    assert rows["Camden"][0] == "1 (few)"
    assert rows["Havering"] == ["0 (none)", "–"]
    page = client.get(PUBLIC).content.decode()
    assert "Havering: none yet" in page  # on the map
    assert 'href="/contribute/"' in page


@pytest.mark.parametrize("address", ["/compendium/", "/contribute/"])
def test_a_link_leads_to_it(client: Client, address: str) -> None:
    case_study("One")

    assert f'href="{PUBLIC}"' in client.get(address).content.decode()


def test_the_counts_are_those_of_the_search(client: Client) -> None:
    case_study("One", boroughs=["hackney", "camden"], themes=["housing"], stages=["need"])
    case_study("Two", boroughs=["camden"], stages=["need", "delivery"])
    case_study("Hidden", boroughs=["havering"], withdrawn=True)

    soup = BeautifulSoup(client.get(PUBLIC).content, "html.parser")
    links = {link["href"]: link for link in soup.select("table a")}

    assert "/compendium/?borough=havering" not in links
    for address, link in links.items():
        shown = int(link.find_parent("tr").td.get_text().split()[0])
        total = client.get(address.replace("/?", "/export.json?")).getvalue().decode()
        assert f'"total": {shown}}}' in total, address


def test_the_number_of_queries_does_not_grow(client: Client, django_assert_max_num_queries) -> None:
    case_study("One")
    case_study("Two", boroughs=["camden"])
    client.get(PUBLIC)

    with django_assert_max_num_queries(25):
        client.get(PUBLIC)


def test_one_click_makes_a_draft_of_a_call_and_a_second_opens_it(
    client: Client, secretary: Any
) -> None:
    client.force_login(secretary)
    assert CALL in client.get(REPORT).content.decode()

    first = client.post(CALL)
    second = client.post(CALL)

    draft = NewsPage.objects.get()
    assert first.url == second.url == f"/admin/pages/{draft.pk}/edit/"
    assert (draft.title, draft.live, draft.owner) == (
        "We have nothing yet from Havering",
        False,
        secretary,
    )
    editor = client.get(first.url)
    assert editor.status_code == 200
    assert "borough=havering" in editor.content.decode()


def test_the_call_can_be_published_and_its_links_lead_somewhere(
    client: Client, secretary: Any
) -> None:
    client.force_login(secretary)
    client.post(CALL)
    draft = NewsPage.objects.get()

    draft.get_latest_revision().publish()

    client.logout()
    page = client.get(NewsPage.objects.get().url).content.decode()
    assert 'href="/contribute/"' in page
    assert 'href="/compendium/?borough=havering"' in page


def test_who_may_not_write_news_sees_the_report_without_the_button(
    client: Client, editor: Any
) -> None:
    client.force_login(editor)

    assert "Havering" in client.get(REPORT).content.decode()
    assert CALL not in client.get(REPORT).content.decode()
    # Wagtail answers a refusal in the admin with a message and the way back.
    assert client.post(CALL).status_code == 302
    assert not NewsPage.objects.exists()


def test_nobody_asks_for_what_is_there_or_does_not_exist(client: Client, manager: Any) -> None:
    case_study("From Havering", boroughs=["havering"])
    client.force_login(manager)

    assert client.post(CALL).url == REPORT
    assert client.post(CALL.replace("havering", "atlantis")).status_code == 404
    assert not NewsPage.objects.exists()
