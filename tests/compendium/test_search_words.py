"""What people type is understood: spellings, phrases, what to leave out, typing errors."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_pages.searching.models import SynonymGroup
from coprod_pages.taxonomy.merging import merge
from coprod_pages.taxonomy.models import Tag
from tests.factories import case_study

pytestmark = pytest.mark.django_db


def page(client: Client, **parameters: str) -> BeautifulSoup:
    response = client.get("/compendium/", parameters)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def titles(client: Client, words: str, **parameters: str) -> list[str]:
    headings = page(client, q=words, **parameters).select("main article h3")
    return [" ".join(heading.get_text().split()) for heading in headings]


def test_every_form_of_doing_something_together_is_one_word(client: Client) -> None:
    for title in ["Co-designed care", "Codesign of a park", "We co design", "A co–designer"]:
        case_study(title)
    case_study("Design by a company", need="<p>Barnes &amp; Co. Design is all they do.</p>")

    for words in ["co-design", "codesigning", "Co designed", "CO‑DESIGN"]:
        assert len(titles(client, words)) == 4, words


def test_words_in_quotation_marks_stay_together(client: Client) -> None:
    case_study("Apart", need="<p>Older residents and young people.</p>")
    case_study("Together", need="<p>Older people came.</p>")

    assert titles(client, '"older people"') == ["Together"]
    assert titles(client, "“older people”") == ["Together"]
    assert set(titles(client, "older people")) == {"Apart", "Together"}
    assert titles(client, '"people older"') == []


def test_no_phrase_runs_from_one_text_into_the_next(client: Client) -> None:
    case_study("Ends with heron", summary="Otter begins this.", need="<p>Badger</p><p>weasel</p>")

    assert titles(client, '"heron otter"') == []
    assert titles(client, '"badger weasel"') == []
    assert titles(client, '"ends with heron"') == ["Ends with heron"]


def test_a_minus_leaves_a_word_out(client: Client) -> None:
    case_study("Gardens with bees")
    case_study("Gardens with a pond")

    assert titles(client, "gardens -bees") == ["Gardens with a pond"]
    assert titles(client, 'gardens -"a pond"') == ["Gardens with bees"]
    assert titles(client, "-gardens") == []
    assert len(titles(client, "gardens - pond")) >= 1  # a dash with blanks leaves nothing out


def test_typing_errors_are_corrected_and_said(client: Client) -> None:
    case_study("Living with dementia")

    for typed in ["demetia", "dementai", "dementiaa", "dmentia"]:
        assert titles(client, typed) == ["Living with dementia"], typed
    text = page(client, q="demetia").find("main").get_text(" ", strip=True)
    assert "dementia" in text
    assert "demetia" in text
    assert titles(client, "demetia", exact="1") == []


def test_what_is_there_is_never_corrected(client: Client) -> None:
    case_study("Hared memories")
    for number in range(12):
        case_study(f"Shared memories {number}")

    assert titles(client, "hared") == ["Hared memories"]


def test_a_half_typed_last_word_is_completed_after_what_is_whole(client: Client) -> None:
    case_study("Participatory budgeting")
    case_study("A bud on a branch")

    assert titles(client, "participatory budg") == ["Participatory budgeting"]
    assert titles(client, "bud") == ["A bud on a branch", "Participatory budgeting"]


def test_all_words_come_before_some_words(client: Client) -> None:
    case_study("Heron heron heron", need="<p>Heron.</p>")
    case_study("Nothing in its title", need="<p>An otter and a heron.</p>")
    case_study("Otter otter otter", need="<p>Otter.</p>")

    found = titles(client, "heron otter")

    assert found[0] == "Nothing in its title"
    assert set(found[1:]) == {"Heron heron heron", "Otter otter otter"}


def test_the_title_counts_more_than_the_summary_and_that_more_than_the_text(
    client: Client,
) -> None:
    case_study("Third", need="<p>Dementia, dementia and dementia.</p>")
    case_study("Second", summary="About dementia.")
    case_study("First of all things that were said about living well with dementia here")

    assert [title.split()[0] for title in titles(client, "dementia")] == [
        "First",
        "Second",
        "Third",
    ]


def test_words_that_mean_the_same_find_each_other_at_once(client: Client) -> None:
    case_study("The council for voluntary service moved")
    case_study("A CVS in Barnet")
    before = titles(client, "xvs")
    SynonymGroup.objects.create(names="xvs\ncouncil for voluntary service")

    assert before == []
    assert titles(client, "xvs") == ["The council for voluntary service moved"]
    SynonymGroup.objects.filter(names__startswith="xvs").get().delete()
    assert titles(client, "xvs") == []


def test_another_name_of_a_tag_is_a_synonym_by_itself(client: Client) -> None:
    case_study("Only in its text", need="<p>It is about zebra equality.</p>")
    tag = Tag.objects.create(name="zqx")
    merge(tag, Tag.objects.create(name="zebra equality"))

    assert titles(client, "zqx") == ["Only in its text"]


def test_two_words_that_are_also_one(client: Client) -> None:
    case_study("The lunchclub")
    case_study("The well-being hub")

    assert titles(client, "lunch club")[0] == "The lunchclub"
    for words in ["wellbeing", "well being", "well-being"]:
        assert "The well-being hub" in titles(client, words), words


def test_other_scripts_and_accents_are_found(client: Client) -> None:
    case_study("Café Zoë", need="<p>বাংলা পাঠ and Łódź</p>")

    for words in ["cafe zoe", "CAFÉ", "বাংলা", "lodz"]:
        assert titles(client, words) == ["Café Zoë"], words


def test_what_was_searched_for_is_marked_and_markup_in_content_is_text(client: Client) -> None:
    case_study(
        "Safe & sound",
        summary="Of <b>herons</b> & <script>alert(1)</script>",
        need="<p>Quotes &lt;img src=x onerror=alert(1)&gt; and an otter.</p>",
    )

    html = client.get("/compendium/", {"q": "herons"}).content.decode()
    assert "<mark>herons</mark>" in html
    assert "<script>alert" not in html
    html = client.get("/compendium/", {"q": "otter"}).content.decode()
    assert "<mark>otter</mark>" in html
    assert "<img src=x" not in html


def test_the_search_is_the_same_on_each_surface(client: Client) -> None:
    case_study("Gardens by a river")
    case_study("A river", need="<p>Garden.</p>")

    listed = titles(client, "river gardens")
    exported = client.get("/compendium/export.json", {"q": "river gardens"})
    rows = b"".join(exported.streaming_content) if exported.streaming else exported.content

    assert listed == ["Gardens by a river", "A river"]
    assert rows.index(b"Gardens by a river") < rows.index(b'"A river"')


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_search(client: Client, words: str) -> None:
    assert client.get("/compendium/", {"q": words}).status_code == 200
