"""Editions as HTML, for their own page: the same headings, links, words."""

from dataclasses import replace

from bs4 import BeautifulSoup

from coprod_pages.editions.tree import Picture, headings
from coprod_pages.editions.web import html_of
from tests.editions.documents import DOCUMENT, LINE, document_of, words


def page_of(document: object) -> BeautifulSoup:
    def address(key: str) -> str:
        return "" if key == "lost" else f"/media/{key}.jpg"

    return BeautifulSoup(html_of(document, address), "html.parser")


def test_headings_stand_below_the_title_of_the_page() -> None:
    found = [
        (int(tag.name[1]) - 1, tag.get_text(strip=True))
        for tag in page_of(DOCUMENT).find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
    ]

    assert found == headings(DOCUMENT)


def test_contents_and_index_lead_to_headings() -> None:
    page = page_of(DOCUMENT)
    links = [link["href"] for link in page.select('a[href^="#"]')]

    assert links == [
        *("#what", "#examples", "#lunch-club", "#boroughs"),
        *("#lunch-club", "#edition-contents"),
    ]
    assert all(page.find(id=link[1:]) for link in links)


def test_pictures_and_the_line_have_words() -> None:
    page = page_of(DOCUMENT)

    assert [(image["src"], image["alt"]) for image in page.find_all("img")] == [
        ("/media/photograph.jpg", "People at a long table"),
        ("/media/decoration.jpg", ""),
    ]
    assert "This case study was at: Agree what comes first." in page.svg.title.get_text()
    assert "A picture is missing here: A garden" in page.get_text()


def test_the_line_is_there_for_a_desk_and_for_a_phone() -> None:
    def rows(look: str) -> list[int]:
        (line,) = page_of(document_of(replace(LINE, stages=LINE.stages * 2))).select(f".{look}")
        return [len(row.find_all("polygon")) for row in line.find_all("g")]

    assert rows("edition-line--wide") == [6]
    assert rows("edition-line--narrow") == [3, 3]


def test_nothing_is_in_line_that_the_policy_of_the_site_refuses() -> None:
    page = page_of(DOCUMENT)

    assert not page.find_all(["script", "style"])
    assert not page.select("[style], [onclick]")


def test_what_people_wrote_stays_words() -> None:
    attack = "<script>alert(1)</script>"
    page = page_of(document_of(words(attack), Picture("photograph", attack, attack)))

    assert not page.find_all("script")
    assert page.get_text().count(attack) == 2
    assert page.img["alt"] == attack


def test_headings_without_an_anchor_get_one_of_their_own() -> None:
    from coprod_pages.editions.tree import Heading

    page = page_of(document_of(Heading("Same", 2, ""), Heading("Same", 2, "part")))
    anchors = [tag["id"] for tag in page.find_all(["h2", "h3"])]

    assert len(set(anchors)) == 3


def test_words_from_the_right_say_so() -> None:
    assert page_of(document_of(words("هذا نص"))).find("p", dir="rtl")
