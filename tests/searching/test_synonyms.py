"""Editors say in the admin what means the same, and the search knows it at once."""

import csv
import io
from io import StringIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from coprod_pages.searching.models import SynonymGroup
from coprod_pages.searching.starting_synonyms import STARTING_SYNONYMS
from coprod_pages.taxonomy.merging import merge
from coprod_pages.taxonomy.models import Tag
from tests.factories import TagFactory, case_study

pytestmark = pytest.mark.django_db


def address(view: str, *args: Any) -> str:
    return reverse(f"wagtailsnippets_coprod_pages_synonymgroup:{view}", args=args)


def found(words: str) -> list[str]:
    """The titles that a visitor is shown for just these words."""
    response = Client().get("/compendium/", {"q": words, "exact": "1"})
    assert response.status_code == 200
    return [card.title for card in response.context["listing"].results]


def add(client: Client, names: str, **more: str) -> Any:
    return client.post(address("add"), {"names": names, "note": "", **more}, follow=True)


def text_of(response: Any) -> str:
    return BeautifulSoup(response.content, "html.parser").get_text(" ", strip=True)


@pytest.fixture
def at_the_desk(client: Client, reviewer: Any) -> Client:
    client.force_login(reviewer)
    return client


def test_what_an_editor_adds_changes_and_deletes_works_at_once(at_the_desk: Client) -> None:
    case_study("Mending together", need="<p>A repair café opened its doors.</p>")
    assert found("fixing parlour") == []

    add(at_the_desk, "repair café\nfixing parlour")
    assert found("fixing parlour") == ["Mending together"]

    group = SynonymGroup.objects.get(names__startswith="repair café")
    names = {"names": "repair café\ntinkering den", "note": ""}
    at_the_desk.post(address("edit", group.pk), names)
    assert found("fixing parlour") == []
    assert found("tinkering den") == ["Mending together"]

    asked = text_of(at_the_desk.get(address("delete", group.pk)))
    assert "will then find only what has that word itself" in asked
    at_the_desk.post(address("delete", group.pk))
    assert found("tinkering den") == []


def test_deleting_several_at_once_works_at_once(at_the_desk: Client) -> None:
    case_study("Mending together", need="<p>A repair café opened its doors.</p>")
    add(at_the_desk, "repair café\nfixing parlour")
    assert found("fixing parlour") == ["Mending together"]

    group = SynonymGroup.objects.get(names__startswith="repair café")
    bulk = reverse("wagtail_bulk_action", args=["coprod_pages", "synonymgroup", "delete"])
    at_the_desk.post(f"{bulk}?id={group.pk}")

    assert found("fixing parlour") == []


def test_the_other_name_of_a_tag_is_a_synonym_by_itself() -> None:
    case_study("On equal terms", need="<p>The group worked on gladness for all.</p>")
    assert found("joyfulness") == []
    wanted, other = TagFactory(name="gladness"), TagFactory(name="joyfulness")

    merge(other, wanted)

    assert Tag.objects.get(name="joyfulness").alias_of == wanted
    assert found("joyfulness") == ["On equal terms"]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("", "This field is required"),
        ("lunch", "at least two words or phrases that differ"),
        ("Lunches\nlunch", "at least two words or phrases that differ"),
        ("!!!\nlunch gathering", "at least two words or phrases that differ"),
        ("!!!\nlunch gathering\nnoon meal", "has no letters or digits"),
        ("noon meal\none two three four five six seven eight nine", "is too long"),
        ("\n".join(f"word{number}" for number in range(26)), "25 words or phrases in a group"),
        ("x" * 600 + "\n" + "y" * 600, "at most 1000 characters"),
    ],
    ids=["none", "one", "plural", "signs", "sign beside", "sentence", "many", "huge"],
)
def test_what_would_never_work_is_refused_and_said_why(
    at_the_desk: Client, names: str, said: str
) -> None:
    before = SynonymGroup.objects.count()

    response = add(at_the_desk, names)

    assert said in text_of(response)
    assert SynonymGroup.objects.count() == before


def test_a_group_that_is_there_already_is_refused_by_name(at_the_desk: Client) -> None:
    add(at_the_desk, "repair café\nfixing parlour\ntinkering den")
    before = SynonymGroup.objects.count()

    response = add(at_the_desk, "Fixing parlours\nrepair cafe")

    assert "repair café = fixing parlour = tinkering den" in text_of(response)
    assert SynonymGroup.objects.count() == before


def test_a_word_of_two_meanings_may_be_in_two_groups_and_that_is_said(at_the_desk: Client) -> None:
    case_study("Mending together", need="<p>A repair café opened its doors.</p>")
    case_study("Reading together", need="<p>The reading corner was warm.</p>")
    add(at_the_desk, "repair café\nRXC")

    response = add(at_the_desk, "reading corner\nRXC")

    assert "“RXC” is also in the group “repair café = RXC”" in text_of(response)
    assert sorted(found("rxc")) == ["Mending together", "Reading together"]


def test_saving_offers_to_try_the_words(at_the_desk: Client) -> None:
    response = add(at_the_desk, "repair café\nfixing parlour")

    links = BeautifulSoup(response.content, "html.parser").find_all("a", string="Try it")
    assert [link["href"] for link in links] == ["/compendium/?q=repair+caf%C3%A9"]


def test_the_list_says_how_many_case_studies_each_group_finds(at_the_desk: Client) -> None:
    case_study("Mending together", need="<p>The fixing parlour opened its doors.</p>")
    add(at_the_desk, "repair den\nfixing parlour", note="from the report")

    response = at_the_desk.get(address("list"), {"q": "from the report"})

    rows = BeautifulSoup(response.content, "html.parser").select("tbody tr")
    assert len(rows) == 1
    assert "repair den = fixing parlour" in rows[0].get_text(" ", strip=True)
    link = rows[0].find("a", href="/compendium/?q=repair+den")
    assert link.get_text(" ", strip=True).startswith("1 case study for “repair den”")


def test_markup_in_names_is_shown_as_text_everywhere(at_the_desk: Client) -> None:
    add(at_the_desk, "<img src=x>\nfixing parlour")
    saved = add(at_the_desk, "<img src=x>\ntinkering den")
    group = SynonymGroup.objects.filter(names__startswith="<img").first()

    for response in (
        saved,
        at_the_desk.get(address("list"), {"q": "<img"}),
        at_the_desk.get(address("edit", group.pk)),
        at_the_desk.get(address("delete", group.pk)),
        at_the_desk.get(address("history", group.pk)),
    ):
        assert response.status_code == 200
        assert b"<img src=x>" not in response.content
        assert "<img src=x>" in text_of(response)


def test_a_group_without_names_does_not_break_the_list(at_the_desk: Client) -> None:
    SynonymGroup.objects.create(names=" ", note="made by code")

    assert at_the_desk.get(address("list"), {"q": "made by code"}).status_code == 200


def test_words_in_the_address_are_filled_in(at_the_desk: Client) -> None:
    response = at_the_desk.get(address("add"), {"names": "fixing <b>parlour\x00"})

    field = BeautifulSoup(response.content, "html.parser").find("textarea", {"name": "names"})
    assert field.get_text().strip() == "fixing <b>parlour"


def test_exported_names_cannot_run_as_formulas(at_the_desk: Client) -> None:
    add(at_the_desk, "=1+1\nequation")

    response = at_the_desk.get(address("list"), {"export": "csv"})

    cells = list(csv.reader(io.StringIO(b"".join(response.streaming_content).decode())))
    assert ["'=1+1\nequation", ""] in cells


def test_those_who_write_case_studies_do_not_change_what_is_found(
    client: Client, editor: Any, secretary: Any
) -> None:
    group = SynonymGroup.objects.first()
    before = list(SynonymGroup.objects.order_by("pk").values())

    for person in (editor, secretary):
        client.force_login(person)
        add(client, "repair café\nfixing parlour")
        client.post(address("edit", group.pk), {"names": "repair café\nfixing parlour"})
        client.post(address("delete", group.pk))

    assert list(SynonymGroup.objects.order_by("pk").values()) == before


def set_up() -> None:
    call_command("setup_site", stdout=StringIO())


def test_a_new_site_starts_with_the_words_of_the_field() -> None:
    case_study("A day together", need="<p>The council for voluntary service helped.</p>")

    assert SynonymGroup.objects.count() == len(STARTING_SYNONYMS) > 200
    assert found("CVS") == ["A day together"]


def test_the_starting_synonyms_are_sound() -> None:
    for group in SynonymGroup.objects.all():
        group.full_clean()


def test_setting_up_again_puts_nothing_back_that_an_editor_changed(at_the_desk: Client) -> None:
    first, second = SynonymGroup.objects.order_by("pk")[:2]
    at_the_desk.post(address("delete", first.pk))
    at_the_desk.post(address("edit", second.pk), {"names": "one word\nanother", "note": ""})
    before = list(SynonymGroup.objects.order_by("pk").values())

    set_up()

    assert list(SynonymGroup.objects.order_by("pk").values()) == before


def test_a_list_that_editors_have_emptied_stays_empty(at_the_desk: Client) -> None:
    keep = SynonymGroup.objects.first()
    SynonymGroup.objects.exclude(pk=keep.pk).delete()
    at_the_desk.post(address("delete", keep.pk))

    set_up()

    assert not SynonymGroup.objects.exists()


def test_a_site_from_before_there_were_synonyms_is_given_them() -> None:
    SynonymGroup.objects.all().delete()

    set_up()

    assert SynonymGroup.objects.count() == len(STARTING_SYNONYMS)
