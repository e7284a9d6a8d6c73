"""A site manager finds, downloads and erases what is held about an address, in the admin."""

import json
import logging
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import ModelLogEntry, PageLogEntry

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.contributions.models import Contribution
from coprod_pages.working_group.models import JoinRequest
from tests.factories import contribution, person
from tests.personal_data.conftest import ADDRESS, rows_with

pytestmark = pytest.mark.django_db

SCREEN = "/admin/personal-data/"
HOSTILE = [
    "",
    " ",
    "ada",
    "ada@",
    "' OR 1=1 --@example.org",
    "<script>alert(1)</script>@example.org",
    "a%@example.org%",
    "ada@example.org\x00",
    "ada@example.org, eve@example.org",
    "ada@example.org\r\nBcc: eve@example.org",
    "a" * 10_000,
    f"{'a' * 10_000}@example.org",
]


@pytest.fixture
def managing(manager: Any) -> Client:
    client = Client()
    client.force_login(manager)
    return client


def look(client: Client, address: str = ADDRESS) -> BeautifulSoup:
    response = client.post(SCREEN, {"address": address})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def erase(client: Client, **given: str) -> Any:
    answers = {"address": ADDRESS, "again": ADDRESS, "accounts": "on", "files": "on", **given}
    return client.post(f"{SCREEN}erase/", {k: v for k, v in answers.items() if v})


def main_text(page: BeautifulSoup) -> str:
    return " ".join(page.find("main").get_text(" ").split())


def test_it_stands_under_the_settings_of_site_managers_alone(
    managing: Client, reviewer: Any
) -> None:
    reviewing = Client()
    reviewing.force_login(reviewer)

    assert SCREEN in managing.get("/admin/").content.decode()
    assert SCREEN not in reviewing.get("/admin/").content.decode()
    assert reviewing.post(SCREEN, {"address": ADDRESS}).status_code == 302


def test_what_is_held_is_named_by_place_with_links(
    everywhere: CaseStudyPage, managing: Client
) -> None:
    page = look(managing)

    text = main_text(page)
    for place in (
        *("Contributions (1)", "Requests to join (1)", "Comments in the editor (1)"),
        *("Notes of reviews (1)", "Failed sign-ins (2)", "Previews that were open (1)"),
    ):
        assert place in text
    links = {link["href"] for link in page.find("main").find_all("a")}
    sent, request = Contribution.objects.get(), JoinRequest.objects.get()
    assert f"/admin/coprod_pages/contribution/inspect/{sent.pk}/" in links
    assert f"/admin/coprod_pages/joinrequest/inspect/{request.pk}/" in links
    assert f"/admin/pages/{everywhere.pk}/history/" in links
    for link in links:
        assert managing.get(link).status_code == 200, link


@pytest.mark.parametrize("typed", [ADDRESS.upper(), f"  {ADDRESS}  ", ADDRESS.lower()])
def test_capitals_and_spaces_make_no_difference(managing: Client, typed: str) -> None:
    contribution(email=ADDRESS)

    assert "Contributions (1)" in main_text(look(managing, typed))


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("where", ["", "download/", "erase/"])
def test_what_is_no_address_is_said_beside_the_field(
    managing: Client, typed: str, where: str
) -> None:
    response = managing.post(SCREEN + where, {"address": typed, "again": typed})

    page = BeautifulSoup(response.content, "html.parser")
    field = page.find("input", id="id_address")
    said = page.find(id=field["aria-describedby"].split()[-1])
    assert "e-mail address" in said.get_text()
    assert field["aria-invalid"] == "true"
    assert page.find("script", string="alert(1)") is None
    assert not ModelLogEntry.objects.filter(action__contains="personal_data").exists()


def test_nothing_held_is_said(managing: Client) -> None:
    text = main_text(look(managing))

    assert "Nothing is held about this address" in text
    assert "Erase it all" not in text


def test_everything_is_downloaded_and_kept_by_nobody(
    everywhere: CaseStudyPage, managing: Client
) -> None:
    response = managing.post(f"{SCREEN}download/", {"address": ADDRESS})

    assert "no-store" in response["Cache-Control"]
    assert response["Content-Disposition"].startswith("attachment;")
    assert "ottoline" not in response["Content-Disposition"].lower()
    held = json.loads(response.content)
    assert held["contributions"][0]["title"] == "A lunch club that residents run"
    assert held["requests to join"][0]["message"] == "Hello"


def test_before_it_goes_one_reads_what_follows(
    everywhere: CaseStudyPage, managing: Client, outbox: Callable[[str], None], editor: Any
) -> None:
    outbox(ADDRESS)
    editor.email = ADDRESS
    editor.save()

    response = managing.post(f"{SCREEN}erase/", {"address": ADDRESS})

    page = BeautifulSoup(response.content, "html.parser")
    text = main_text(page)
    assert "The case study “Lunch” was made from what they sent." in text
    assert "1 message that waits is not sent." in text
    assert editor.username in text
    assert page.find("input", id="id_again").get("value", "") == ""
    assert Contribution.objects.exists()


@pytest.mark.parametrize("again", ["", "somebody.else@example.org", "a" * 10_000])
def test_without_the_address_typed_again_nothing_goes(
    everywhere: CaseStudyPage, managing: Client, again: str
) -> None:
    response = managing.post(f"{SCREEN}erase/", {"address": ADDRESS, "again": again})

    page = BeautifulSoup(response.content, "html.parser")
    said = page.find(id=page.find("input", id="id_again")["aria-describedby"].split()[0])
    assert "Nothing was erased." in said.get_text()
    assert Contribution.objects.exists()
    assert JoinRequest.objects.exists()


def test_it_goes_and_it_is_said_how_much(everywhere: CaseStudyPage, managing: Client) -> None:
    response = erase(managing, again=f" {ADDRESS.lower()} ")

    assert response.status_code == 302
    assert rows_with(ADDRESS) == []
    report = BeautifulSoup(managing.get(response.url).content, "html.parser")
    rows = {
        row.find_all("td")[0].get_text(): row.find_all("td")[1].get_text()
        for row in report.find("main").find("tbody").find_all("tr")
    }
    assert rows["Contributions"] == "1"
    assert rows["Requests to join"] == "1"
    assert rows["Failed sign-ins"] == "2"
    assert Client().get(everywhere.get_url()).status_code == 410


def test_a_second_click_says_what_the_first_one_did(
    everywhere: CaseStudyPage, managing: Client
) -> None:
    first = erase(managing)

    assert erase(managing).url == first.url


def test_accounts_and_files_can_be_left(managing: Client, editor: Any) -> None:
    editor.email = ADDRESS
    editor.save()

    response = erase(managing, accounts="", files="")

    editor.refresh_from_db()
    assert editor.email == ADDRESS
    assert "1 account or file was left as it is." in main_text(
        BeautifulSoup(managing.get(response.url).content, "html.parser")
    )


def test_a_site_manager_changes_neither_superusers_nor_their_own_account(
    managing: Client, manager: Any, superuser: Any
) -> None:
    for account in (manager, superuser):
        account.email = ADDRESS
        account.save()

    asked = managing.post(f"{SCREEN}erase/", {"address": ADDRESS})
    erase(managing)

    text = main_text(BeautifulSoup(asked.content, "html.parser"))
    assert f"The account “{superuser.username}” keeps the address" in text
    for account in (manager, superuser):
        account.refresh_from_db()
        assert account.email == ADDRESS


def test_when_it_fails_half_way_nothing_has_gone(
    everywhere: CaseStudyPage, manager: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise OSError("the disk is gone")

    monkeypatch.setattr("coprod_pages.personal_data.erasing.index_again", fail)
    client = Client(raise_request_exception=False)
    client.force_login(manager)

    assert erase(client).status_code == 500

    assert Contribution.objects.exists()
    assert JoinRequest.objects.exists()
    assert Client().get(everywhere.get_url()).status_code == 200


def test_the_log_says_who_did_what_and_never_the_address(
    managing: Client, manager: Any, caplog: pytest.LogCaptureFixture
) -> None:
    contribution(email=ADDRESS)
    caplog.set_level(logging.DEBUG, "coprod_pages")
    pages = [managing.post(SCREEN, {"address": ADDRESS})]
    pages.append(managing.post(f"{SCREEN}erase/", {"address": ADDRESS}))
    managing.post(f"{SCREEN}download/", {"address": ADDRESS})
    erased = erase(managing)

    entries = ModelLogEntry.objects.filter(action__startswith="coprod_pages.personal_data")
    assert [entry.action.rpartition(".")[2] for entry in entries.order_by("pk")] == [
        *("search", "export", "erase"),
    ]
    assert {entry.user for entry in entries} == {manager}
    assert len({entry.data["reference"] for entry in entries}) == 1
    for page in pages:
        title = BeautifulSoup(page.content, "html.parser").title.get_text()
        assert "ottoline" not in title.lower()
    assert "ottoline" not in erased.url.lower()
    assert rows_with(ADDRESS) == []
    assert "ottoline" not in caplog.text.lower()


def test_the_site_history_shows_it_to_site_managers_alone(
    managing: Client, everywhere: CaseStudyPage, reviewer: Any
) -> None:
    erase(managing)
    reviewing = Client()
    reviewing.force_login(reviewer)
    sentence = "Erased what was held about an e-mail address"

    assert sentence in managing.get("/admin/reports/site-history/").content.decode()
    assert sentence not in reviewing.get("/admin/reports/site-history/").content.decode()


def test_other_histories_stay_readable(managing: Client, everywhere: CaseStudyPage) -> None:
    erase(managing)

    assert PageLogEntry.objects.filter(page=everywhere.pk).exists()
    response = managing.get(f"/admin/pages/{everywhere.pk}/history/")
    assert response.status_code == 200


def test_somebody_given_the_permission_alone_may_use_it(db: None) -> None:
    from django.contrib.auth.models import Permission

    someone = person(username="data-protection-officer")
    someone.user_permissions.add(Permission.objects.get(codename="handle_personaldata"))
    client = Client()
    client.force_login(someone)
    contribution(email=ADDRESS)

    assert "Contributions (1)" in main_text(look(client))
