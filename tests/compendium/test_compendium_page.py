"""The page of the compendium: what it says of a search, its facets, its map, its ways out."""

from collections.abc import Iterable
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from tests.factories import case_study

pytestmark = pytest.mark.django_db


def page(client: Client, query: str = "") -> BeautifulSoup:
    response = client.get(urljoin("/compendium/", query))
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def text_of(element: Tag | None) -> str:
    assert element is not None
    return " ".join(element.get_text(" ").split())


def announced(client: Client, query: str) -> str:
    return text_of(page(client, query).find(attrs={"role": "status"}))


def titles(client: Client, query: str) -> list[str]:
    return [text_of(heading) for heading in page(client, query).select("article h3")]


def link(soup: BeautifulSoup, words: str) -> str:
    """Where the first link that says `words` leads."""
    return next(a["href"] for a in soup.select("main a[href]") if words in text_of(a))


def tile(soup: BeautifulSoup, borough: str) -> Tag:
    """The square of a borough on the map."""
    return next(t for t in soup.select("svg [aria-label]") if t["aria-label"].startswith(borough))


def query_of(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


def many(words: Iterable[str], **given: object) -> None:
    for word in words:
        case_study(word, **given)


def test_a_corrected_word_is_said_and_what_was_typed_is_a_link_away(client: Client) -> None:
    case_study("A choir for people with dementia")

    soup = page(client, "?q=demetia&theme=health")

    assert titles(client, "?q=demetia") == ["A choir for people with dementia"]
    assert "Showing results for “dementia”" in announced(client, "?q=demetia")
    exact = link(soup, "Search instead for “demetia”")
    assert query_of(exact) == {"q": ["demetia"], "theme": ["health"], "exact": ["1"]}
    assert titles(client, exact) == []
    assert titles(client, link(page(client, exact), "nearly the same")) == [
        "A choir for people with dementia"
    ]


def test_it_is_said_when_no_case_study_has_all_the_words(client: Client) -> None:
    case_study("Gardens for all")
    case_study("Otters for all")

    said = announced(client, "?q=gardens+otters")

    assert "2 case studies" in said
    assert "No case study has all of these words. These have some of them." in said


def test_it_is_said_where_all_the_words_end_and_some_begin(client: Client) -> None:
    case_study("Gardens and otters")
    many(["Gardens here", "Otters there"])

    said = announced(client, "?q=gardens+otters")

    assert "1 case study has all your words. The 2 after them have some." in said
    assert "The others have some of them." in announced(client, "?q=gardens+otters&sort=title")


def test_a_word_that_nothing_has_is_named_and_cannot_bring_markup(client: Client) -> None:
    case_study("Gardens for all")

    assert "No case study has “zzqx”." in announced(client, "?q=gardens+zzqx")
    hostile = page(client, "?q=<img+src=x>+zzqx+'\"><script>")
    assert hostile.select("main img, main script:not([src])") == []


def test_what_matched_is_marked(client: Client) -> None:
    case_study("Heron", summary="A walk.", need="<p>Badgers &amp; <b>foxes</b> were seen.</p>")

    marked = [text_of(mark) for mark in page(client, "?q=badger").select("article mark")]

    assert marked == ["Badgers"]


def test_who_types_words_gets_the_best_match_although_newest_was_the_order(client: Client) -> None:
    case_study("Gardens", need="<p>Soil.</p>")
    case_study("Long story", need="<p>They had gardens once.</p>")

    usual = page(client).select_one("select[name=sort] option[selected]")

    assert usual is not None and text_of(usual) == "Newest first"
    assert titles(client, f"?q=gardens&sort={usual['value']}")[0] == "Gardens"


def test_long_facets_show_the_top_fold_some_and_link_to_all(client: Client) -> None:
    case_study("Many tags", tags=[f"tag {n:02}" for n in range(15)])
    case_study("More tags", tags=[f"word {n:02}" for n in range(15)])
    many([f"Page {n}" for n in range(2)], tags=[f"more {n:02}" for n in range(20)])
    case_study("Often", tags=["more 07"])

    soup = page(client, "?theme=health")
    facet = soup.select_one("#facet-tag")
    at_once = [
        box["value"] for box in facet.select("input") if not box.find_parent(id="facet-tag-rest")
    ]
    address = link(soup, "Show all 50")

    assert "more-07" in at_once and len(at_once) < 12
    assert query_of(address) == {"theme": ["health"], "show": ["tag"]}
    assert len(page(client, address).select("#facet-tag input")) == 50


def test_the_map_counts_the_search_and_a_tile_adds_or_takes_off_its_borough(client: Client) -> None:
    many(["H one", "H two"], boroughs=["hackney"], themes=["health"])
    case_study("C one", boroughs=["camden"], themes=["health"])
    case_study("C food", boroughs=["camden"], themes=["food"])

    soup = page(client, "?theme=health&borough=hackney")
    camden, hackney = tile(soup, "Camden"), tile(soup, "Hackney")

    assert camden["aria-label"] == "Camden: 1 case study"
    assert hackney["aria-label"] == "Hackney, chosen: 2 case studies. Take it off"
    assert set(titles(client, camden["href"])) == {"H one", "H two", "C one"}
    assert query_of(hackney["href"]) == {"theme": ["health"], "show": ["map"]}
    assert tile(soup, "Barnet").name != "a"
    assert len(soup.select("svg[role=group] > [aria-label]")) == 33


def test_a_map_that_was_used_is_open_on_the_next_page(client: Client) -> None:
    case_study("Here")

    soup = page(client)
    after = page(client, tile(soup, "Hackney")["href"])

    assert not soup.select_one("details:has(svg[role=group])").has_attr("open")
    assert after.select_one("details:has(svg[role=group])").has_attr("open")


def test_results_are_saved_with_the_same_choices(client: Client) -> None:
    case_study("Gardens")

    soup = page(client, "?q=gardens&theme=health&sort=title&page=1")
    links = [a["href"] for a in soup.select("main a[href]")]
    feed = soup.select_one("head link[type='application/atom+xml']")["href"]

    for name in ["feed/", "export.csv", "export.xlsx", "export.json"]:
        assert f"/compendium/{name}?q=gardens&theme=health&sort=title" in links
    assert feed == "/compendium/feed/?q=gardens&theme=health&sort=title"
    assert client.get(feed).status_code == 200


def test_nothing_found_says_what_to_do_without_and_how_much_that_gives(client: Client) -> None:
    many(["A", "B"], themes=["food"], boroughs=["camden"])
    case_study("Otter", themes=["health"], boroughs=["hackney"])

    soup = page(client, "?theme=food&borough=hackney")
    said = text_of(soup.find("main"))

    assert "No case study answers all of that." in said
    assert "without Hackney 2 case studies" in said
    assert titles(client, link(soup, "without Food")) == ["Otter"]
    assert "Send us yours" in said


def test_a_word_that_finds_nothing_is_not_blamed_on_choices(client: Client) -> None:
    case_study("Otter")

    said = text_of(page(client, "?q=zzqx").find("main"))

    assert "Nothing found for “zzqx”." in said
    assert "without" not in said
    assert "See every case study" in said


def test_quotation_marks_that_find_nothing_can_be_dropped(client: Client) -> None:
    case_study("Otters like gardens")

    soup = page(client, "?q=%22gardens+otters%22")

    assert titles(client, link(soup, "without the quotation marks")) == ["Otters like gardens"]


def test_signs_without_words_are_said_to_be_no_words(client: Client) -> None:
    case_study("Otter")

    assert "could not find a word" in announced(client, "?q=%3F%3F%21")


def test_the_search_of_the_whole_site_says_what_it_corrected(client: Client) -> None:
    case_study("A choir for people with dementia")

    soup = BeautifulSoup(client.get("/search/?query=demetia").content, "html.parser")
    exact = link(soup, "Search instead for “demetia”")

    assert "Showing results for “dementia”" in text_of(soup.find(attrs={"role": "status"}))
    assert "0 pages" in client.get(f"/search/{exact}").content.decode()
