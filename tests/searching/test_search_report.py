"""Editors see what people search for, how often and what found nothing, and not who."""

import csv
import io
from collections.abc import Iterator
from datetime import timedelta
from threading import Thread
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from hypothesis import example, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from coprod_pages.searching import search_log
from coprod_pages.searching.models import SearchedWords
from coprod_pages.searching.unpersonal_words import kept_words
from tests.factories import case_study

pytestmark = pytest.mark.django_db

REPORT = "/admin/reports/searches/"
BROWSER = {"user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}


@pytest.fixture(autouse=True)
def searches_are_counted(settings: Any, db: None) -> Iterator[None]:
    """As on a real site; what waits at the end goes with the test."""
    settings.COPROD_SEARCHES_KEPT_DAYS = 90
    search_log.flush()
    SearchedWords.objects.all().delete()
    yield
    search_log.flush()


def visit(path: str = "/compendium/", headers: dict[str, str] = BROWSER, **words: Any) -> Any:
    return Client().get(path, words, headers=headers)


def counted() -> dict[str, tuple[int, int]]:
    """How often words were searched, and what they found, by the words."""
    search_log.flush()
    rows = SearchedWords.objects.values_list("words", "times", "results")
    return {words: (times, results) for words, times, results in rows}


def searched(
    words: str, results: int = 0, days_ago: tuple[int, ...] = (0, 1), times: int = 1
) -> None:
    today = timezone.localdate()
    for days in days_ago:
        SearchedWords.objects.create(
            day=today - timedelta(days=days), words=words, times=times, results=results
        )


def shown(client: Client, **filters: str) -> list[list[str]]:
    """The rows of the report."""
    soup = BeautifulSoup(client.get(REPORT, filters).content, "html.parser")
    rows = soup.select("#listing-results tbody tr")
    return [[cell.get_text(" ", strip=True) for cell in row.find_all("td")] for row in rows]


def words_shown(client: Client, **filters: str) -> list[str]:
    return [row[0].removesuffix(" (search, in a new tab)") for row in shown(client, **filters)]


@pytest.fixture
def at_the_desk(client: Client, reviewer: Any) -> Client:
    client.force_login(reviewer)
    return client


# What is counted


def test_a_search_is_counted_with_what_it_found() -> None:
    case_study("Lunch club")

    visit(q="Lunch Clubs!")
    visit(q="lunch clubs")
    visit(q="zeppelins")

    assert counted() == {"lunch clubs": (2, 1), "zeppelins": (1, 0)}


def test_the_spellings_of_co_production_are_counted_together() -> None:
    for text in ("co-production", "Co production", "coproduction", "co\u2011production"):
        visit(q=text)

    assert counted() == {"coproduction": (4, 0)}


def test_a_search_of_the_whole_site_is_counted_too() -> None:
    case_study("Lunch club")

    visit("/search/", query="lunch club")
    visit("/search/", query="zeppelins")

    assert counted() == {"lunch club": (1, 1), "zeppelins": (1, 0)}


def test_a_word_that_nobody_knows_counts_as_found_nothing_though_others_were_found() -> None:
    case_study("Lunch club")

    assert visit(q="lunch zeppelin").context["listing"].total == 1

    assert counted() == {"lunch zeppelin": (1, 0)}


def test_paging_and_narrowing_are_no_new_searches() -> None:
    for number in range(15):
        case_study(f"Lunch club {number}")

    visit(q="lunch", page="2")
    visit(q="lunch", borough="hackney")
    visit(q="lunch", lessons="1")
    visit()
    visit(q="  ")

    assert counted() == {}


def test_neither_programs_nor_those_who_are_signed_in_nor_other_requests_are_counted(
    reviewer: Any,
) -> None:
    for program in ("", "Googlebot/2.1", "curl/8.5", "python-requests/2.32", "HeadlessChrome/140"):
        visit(q="lunch", headers={"user-agent": program})
    Client().head("/compendium/", {"q": "lunch"}, headers=BROWSER)
    visit("/compendium/nowhere/", q="lunch")
    signed_in = Client()
    signed_in.force_login(reviewer)
    signed_in.get("/compendium/", {"q": "lunch"}, headers=BROWSER)

    assert counted() == {}


@pytest.mark.parametrize(
    "text",
    [
        "ada@example.org",
        "who is ada @ example . org",
        "https://example.org/ada",
        "www.example.org",
        "020 7946 0958",
        "+44 (0)20-7946-0958",
        "943 476 5919",
        "12345",
        "E8 1DY",
        "flat in n165sr",
        "12 Mare Street",
        "born 3/4/1985",
        "my mother has been ill since last winter",
        "x" * 60,
    ],
)
def test_what_could_tell_who_somebody_is_is_not_kept(text: str) -> None:
    visit(q=text)

    assert counted() == {}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("covid 19", "covid 19"),
        ("mental health 2023", "mental health 2023"),
        ("E8", "e8"),
        ('"lived experience" -nhs', "lived experience"),
        ("<script>alert(1)</script>", "script alert 1 script"),
        ("=1+1", "1 1"),
        ("caf\u00e9\u202e", "cafe"),
        ("\u0441\u043e\u0441\u0435\u0434\u0438", "\u0441\u043e\u0441\u0435\u0434\u0438"),
    ],
)
def test_plain_words_are_kept_as_words(text: str, kept: str) -> None:
    visit(q=text)

    assert list(counted()) == [kept]


@given(st.text(max_size=300))
@example("\ufdfa" * 200)
@example("\ufdfa " * 6)
@example("\ud800 lunch")
@hypothesis_settings(max_examples=300, deadline=None)
def test_whatever_is_typed_what_is_kept_is_words_that_fit(text: str) -> None:
    kept = kept_words(text)

    assert len(kept) <= SearchedWords._meta.get_field("words").max_length
    assert all(character.isalnum() or character == " " for character in kept)
    assert len(kept.split()) <= 6


# How it is written


def test_searching_writes_nothing_until_enough_is_waiting() -> None:
    for number in range(search_log.MOST_WAITING - 1):
        search_log.note_words(f"word{number}", 1)
        search_log.note_words(f"word{number}", 1)
    assert not SearchedWords.objects.exists()

    search_log.note_words("lunch", 1)

    assert SearchedWords.objects.count() == search_log.MOST_WAITING
    assert SearchedWords.objects.get(words="word0").times == 2


def test_what_waits_is_written_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    search_log.note_words("lunch", 1)
    monkeypatch.setattr(search_log, "LONGEST_WAIT", 0)

    search_log.note_words("lunch", 1)

    assert SearchedWords.objects.get().times == 2


def test_a_later_writing_adds_up_and_keeps_the_last_result() -> None:
    search_log.note_words("lunch", 0)
    search_log.flush()
    search_log.note_words("lunch", 7)

    assert counted() == {"lunch": (2, 7)}


def test_no_search_is_lost_when_many_are_noted_at_once() -> None:
    def note() -> None:
        for _number in range(500):
            search_log.note_words("lunch", 1)

    threads = [Thread(target=note) for _number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert counted() == {"lunch": (4000, 1)}


def test_a_search_is_answered_though_it_cannot_be_counted_and_that_is_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    case_study("Lunch club")
    monkeypatch.setattr(search_log, "LONGEST_WAIT", 0)
    monkeypatch.setattr(SearchedWords._meta, "db_table", "no_such_table")

    response = visit(q="lunch")

    assert response.status_code == 200
    assert response.context["listing"].total == 1
    assert "Could not keep count of 1 searches" in caplog.text


def test_a_flood_of_nonsense_does_not_fill_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_log, "MOST_WORDS_A_DAY", 30)
    search_log.note_words("lunch", 1)
    for number in range(100):
        search_log.note_words(f"nonsense{number}", 0)
    search_log.note_words("lunch", 1)

    assert counted()["lunch"] == (2, 1)
    assert SearchedWords.objects.count() <= 30 + search_log.MOST_WAITING


def test_counts_are_erased_after_their_time(settings: Any) -> None:
    searched("old", days_ago=(90, 120))
    searched("young", days_ago=(0, 89))

    call_command("erase_expired_personal_data", stdout=io.StringIO())

    assert set(SearchedWords.objects.values_list("words", flat=True)) == {"young"}


def test_a_site_may_count_nothing_at_all(settings: Any) -> None:
    searched("before", days_ago=(0, 1))
    settings.COPROD_SEARCHES_KEPT_DAYS = 0

    visit(q="lunch")
    call_command("erase_expired_personal_data", stdout=io.StringIO())

    assert counted() == {}


# What editors see


def test_the_report_shows_words_times_and_what_they_found(at_the_desk: Client) -> None:
    searched("lunch club", results=7, times=3)
    searched("zeppelins", results=0, times=5)

    rows = shown(at_the_desk)

    assert [row[1:3] for row in rows] == [["10", "nothing"], ["6", "7"]]
    assert words_shown(at_the_desk) == ["zeppelins", "lunch club"]


def test_what_they_found_is_what_they_found_last(at_the_desk: Client) -> None:
    searched("lunch", results=0, days_ago=(20, 10))
    searched("lunch", results=12, days_ago=(1,))
    searched("supper", results=130, days_ago=(20, 10))
    searched("supper", results=9, days_ago=(1,))

    assert {row[0].split()[0]: row[2] for row in shown(at_the_desk)} == {
        "lunch": "12",
        "supper": "9",
    }


def test_what_was_typed_on_one_day_alone_is_not_shown(at_the_desk: Client) -> None:
    searched("mary brown of dalston", days_ago=(3,), times=9)
    searched("lunch", days_ago=(3, 4))

    assert words_shown(at_the_desk) == ["lunch"]
    export = at_the_desk.get(REPORT, {"export": "csv"})
    assert b"mary" not in b"".join(export.streaming_content)


def test_it_can_be_narrowed_to_a_period_and_to_what_found_nothing(at_the_desk: Client) -> None:
    searched("lunch", results=3, days_ago=(1, 50), times=2)
    searched("zeppelins", days_ago=(2, 20))
    searched("supper", days_ago=(40, 60))

    assert words_shown(at_the_desk, period="7", found="nothing") == ["zeppelins"]
    assert words_shown(at_the_desk, period="7") == ["lunch", "zeppelins"]
    assert [row[1] for row in shown(at_the_desk, period="7")] == ["2", "1"]
    assert words_shown(at_the_desk, found="nothing") == ["supper", "zeppelins"]
    assert words_shown(at_the_desk, q="lun") == ["lunch"]


@pytest.mark.parametrize(
    "filters",
    [
        {"period": "x"},
        {"period": "-1"},
        {"found": "\x00"},
        {"q": "\x00"},
        {"q": "%_'\""},
        {"p": "99999999999999999999"},
        {"p": "-1"},
        {"ordering": "nowhere"},
        {"ordering": "-found"},
        {"export": "exe"},
    ],
    ids=str,
)
def test_bad_filters_get_an_answer(at_the_desk: Client, filters: dict[str, str]) -> None:
    searched("lunch")

    for address in (REPORT, f"{REPORT}results/"):
        assert at_the_desk.get(address, filters).status_code == 200


def test_one_click_leads_from_a_failed_search_to_a_synonym_that_mends_it(
    at_the_desk: Client,
) -> None:
    case_study("Mending together", need="<p>A repair café opened its doors.</p>")
    for days in (1, 0):
        visit(q="fixing parlour")
        search_log.flush()
        SearchedWords.objects.filter(day=timezone.localdate()).update(
            day=timezone.localdate() - timedelta(days=days)
        )
    soup = BeautifulSoup(at_the_desk.get(REPORT).content, "html.parser")
    link = soup.select_one("#listing-results tbody a.button")

    form = BeautifulSoup(at_the_desk.get(link["href"]).content, "html.parser")
    words = form.find("textarea", {"name": "names"}).get_text().strip()
    add = link["href"].split("?")[0]
    at_the_desk.post(add, {"names": f"{words}\nrepair café", "note": ""})

    assert words == "fixing parlour"
    assert visit(q="fixing parlour").context["listing"].total == 1
    assert "fixing parlour = repair café" in shown(at_the_desk)[0][3]
    assert counted()["fixing parlour"][1] == 1


def test_the_words_lead_to_the_same_search(at_the_desk: Client) -> None:
    searched("lunch club")

    soup = BeautifulSoup(at_the_desk.get(REPORT).content, "html.parser")

    link = soup.select_one("#listing-results tbody td.title a")
    assert link["href"] == "/compendium/?q=lunch+club"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_report_can_be_saved_as_a_file(at_the_desk: Client, form: str) -> None:
    searched("lunch club", results=7, times=3)

    response = at_the_desk.get(REPORT, {"export": form})

    content = b"".join(response.streaming_content)
    if form == "csv":
        rows = list(csv.reader(io.StringIO(content.decode())))
    else:
        sheet = load_workbook(io.BytesIO(content)).active
        rows = [[str(cell.value) for cell in row] for row in sheet]
    assert rows == [["Words", "Times", "Found the last time"], ["lunch club", "6", "7"]]


def test_markup_in_what_people_type_is_shown_as_text(at_the_desk: Client) -> None:
    SearchedWords.objects.create(day=timezone.localdate(), words="<b>lunch", times=1)
    searched("<b>lunch", days_ago=(1,))

    assert b"<b>lunch" not in at_the_desk.get(REPORT).content
    assert words_shown(at_the_desk) == ["<b>lunch"]


def test_the_menu_offers_the_report_to_those_who_may_see_it(
    client: Client, manager: Any, editor: Any
) -> None:
    def menu_holds(person: Any) -> bool:
        client.force_login(person)
        return REPORT in client.get("/admin/").content.decode()

    assert menu_holds(manager)
    assert not menu_holds(editor)


def test_reviewers_reach_it_from_the_synonyms(at_the_desk: Client) -> None:
    soup = BeautifulSoup(
        at_the_desk.get("/admin/snippets/coprod_pages/synonymgroup/").content, "html.parser"
    )

    assert soup.find("a", href=REPORT)
