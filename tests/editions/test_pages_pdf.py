"""Where pages of a PDF end: nothing cut, nothing alone, and hardly any of them nearly empty."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from coprod_pages.editions.assembling import booklet_document
from coprod_pages.editions.fetching import OnlyOurPictures
from coprod_pages.editions.pdf import write_pdf
from coprod_pages.editions.tree import (
    Block,
    Cover,
    Document,
    Facts,
    Heading,
    Index,
    IndexEntry,
    Items,
    NewPage,
    Paragraph,
    Picture,
    Run,
    headings,
)
from coprod_pages.editions.wording import contents_of
from tests.editions.documents import LINE, SomePictures, document_of, words
from tests.factories import case_study

OWN_PAGE = NewPage(unless_it_fits=True)
LONG = "They ate together. " * 12
CASE_STUDY = (
    Heading("A lunch club", 2, "lunch-club"),
    Paragraph((Run("Hackney · 2016"),), "kicker"),
    Paragraph((Run(f"{LONG} To the end."),), "lead"),
    LINE,
    Facts(tuple((f"Fact {number}", (Run("Known."),)) for number in range(6))),
    Paragraph((Run("Summary by us."),), "note"),
    Paragraph((Run("Read it online."),), "note"),
)


def lines(number: int) -> Paragraph:
    return words("\n".join(["A line."] * number))


def pages_of(document: Document) -> list[str]:
    """The words on each page."""
    target = BytesIO()
    write_pdf(document, SomePictures(), target)
    return [" ".join(page.extract_text().split()) for page in PdfReader(target).pages]


def page_with(said: str, pages: list[str]) -> int:
    return next(number for number, page in enumerate(pages, 1) if said in page)


def section(number: int, *blocks: Block) -> tuple[Block, ...]:
    return (OWN_PAGE, Heading(f"Section {number}", 1, f"section-{number}"), *blocks)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("before", (10, 20, 28, 34))
def test_a_case_study_is_cut_only_where_something_is_on_both_sides(
    before: int, large: bool
) -> None:
    document = document_of(lines(before), *CASE_STUDY, contents=False, large_print=large)
    pages = pages_of(document)

    heading = page_with("Hackney · 2016", pages)
    assert "A lunch club" in pages[heading - 1].removeprefix("Co-production")
    assert page_with("To the end.", pages) == heading
    assert page_with("Fact 0", pages) == page_with("Fact 1", pages)
    assert page_with("Fact 4", pages) == page_with("Fact 5", pages)
    assert page_with("Summary by", pages) == page_with("Fact 5", pages)
    assert page_with("Read it online.", pages) == page_with("by us.", pages)


BULLETS = Items(tuple((words(f"Item {number}."),) for number in range(5)))
STORIES = (
    lines(8),
    # On this page one story ends and another begins.
    Heading("The first story, whose long title goes on to a second line in contents", 2, "first"),
    lines(40),
    Heading("The second story", 2, "second"),
    lines(10),
    NewPage(),
    lines(28),
    BULLETS,
    NewPage(),
    lines(27),
    BULLETS,
    NewPage(),
    lines(19),
    Heading("A story with few facts", 2, "few"),
    Facts(tuple((f"Few {number}", (Run("Known."),)) for number in range(8))),
)


@pytest.fixture(scope="module")
def stories() -> PdfReader:
    target = BytesIO()
    write_pdf(document_of(*STORIES), SomePictures(), target)
    return PdfReader(target)


def said_on(reader: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def test_the_running_head_names_what_stands_right_below_it(stories: PdfReader) -> None:
    pages = said_on(stories)
    begins = page_with("The second story A line.", pages)

    assert "Co-production in London The first story" in pages[begins - 1]
    assert "Co-production in London The second story" in pages[begins]


def test_no_item_of_a_list_is_alone_on_a_page(stories: PdfReader) -> None:
    shown = [page.count("Item") for page in said_on(stories) if "Item" in page]

    assert sum(shown) == 10
    assert 1 not in shown


def test_few_facts_stay_on_one_page_with_their_title(stories: PdfReader) -> None:
    pages = said_on(stories)
    title = max(n for n, page in enumerate(pages, 1) if "A story with few facts" in page)

    assert page_with("Few 0", pages) == page_with("Few 7", pages) == title


def test_numbers_in_the_contents_stand_at_one_edge(stories: PdfReader) -> None:
    at: list[tuple[str, float]] = []

    def note(text: str, _cm: list, place: list, _font: object, size: float) -> None:
        if text.strip().isdigit():
            at.append((text.strip(), place[4] + len(text.strip()) * 0.556 * size))

    stories.pages[1].extract_text(visitor_text=note)
    edges = [round(edge) for _number, edge in at]

    assert len(edges) >= 4
    assert max(edges) - min(edges) <= 1


@pytest.mark.parametrize("large", [False, True])
def test_a_running_head_stays_on_one_line(large: bool) -> None:
    title = "Wide words: " + "WWWW MMMM " * 12
    document = document_of(words("Text."), title=title, contents=False, large_print=large)
    target = BytesIO()
    write_pdf(
        replace(document, blocks=(Heading(title, 1, "wide"), lines(60))), SomePictures(), target
    )
    tops = set()

    def note(text: str, _cm: list, place: list, _font: object, _size: float) -> None:
        if text.strip() and place[5] < 80:
            tops.add(round(place[5]))

    PdfReader(target).pages[-1].extract_text(visitor_text=note)
    assert len(tops) == 1


def test_short_sections_share_a_page() -> None:
    pages = pages_of(document_of(*section(1, words("One.")), *section(2, words("Two."))))

    assert page_with("One.", pages) == page_with("Two.", pages) == 3


def test_a_section_that_does_not_fit_whole_begins_a_page() -> None:
    document = document_of(*section(1, lines(20)), *section(2, lines(25)), *section(3, lines(90)))
    pages = pages_of(document)[2:]

    assert [page_with(f"Section {number}", pages) for number in (1, 2, 3)] == [1, 2, 3]
    assert len(pages) == 5


def test_nothing_shares_a_page_that_was_told_to_begin_one() -> None:
    pages = pages_of(document_of(words("One."), NewPage(), words("Two."), NewPage(), words("3.")))

    assert page_with("Two.", pages) == page_with("One.", pages) + 1 == page_with("3.", pages) - 1


def contents_pages(entries: int, large: bool = False) -> list[str]:
    blocks = [Heading(f"Entry {number}", 2, f"entry-{number}") for number in range(entries)]
    pages = pages_of(document_of(*blocks, large_print=large))
    return [page for page in pages if "Entry 1 ." in page or ". ." in page]


@pytest.mark.parametrize("entries", (36, 44, 47, 92))
def test_contents_do_not_end_with_a_few_lines_on_a_page(entries: int) -> None:
    for page in contents_pages(entries)[1:]:
        assert page.count("Entry") >= 6


def test_contents_are_set_more_tightly_to_save_a_page() -> None:
    assert len(contents_pages(41)) == 1


def test_an_index_does_not_end_with_a_few_lines_on_a_page() -> None:
    for names in (27, 30, 33):
        entries = tuple(IndexEntry(f"Name {number}", (("", "part"),)) for number in range(names))
        index = (NewPage(), Heading("Index", 1, "index"), Index(entries))
        pages = [page for page in pages_of(document_of(*index, large_print=True)) if "Name" in page]
        assert all(page.count("Name") >= 6 for page in pages)


@pytest.mark.django_db
def test_contents_of_a_booklet_list_case_studies_and_not_their_parts() -> None:
    chosen = [case_study(f"Club {number}") for number in range(3)]
    document = booklet_document("Clubs", chosen, subtitle="", dated="", site="https://example.org")

    assert [heading.text for heading in contents_of(document)] == ["Club 0", "Club 1", "Club 2"]
    assert any(level == 2 for level, _text in headings(document))


@pytest.mark.django_db
def test_case_studies_of_a_booklet_follow_each_other() -> None:
    chosen = [case_study(f"Club {number}") for number in range(3)]
    document = booklet_document(
        "Clubs", chosen, subtitle="", dated="", site="https://example.org", length="short"
    )

    assert len(pages_of(document)) == 4  # the cover, the contents, and two for three of them


def test_contents_are_set_more_tightly_behind_a_cover_with_a_picture() -> None:
    blocks = [Heading(f"Entry {number}", 2, f"entry-{number}") for number in range(41)]
    cover = Cover(picture=Picture("photograph", "People at a long table"))

    pages = pages_of(document_of(*blocks, cover=cover))

    assert "Entry 0" in pages[1]
    assert "Entry 40" in pages[1]


def test_a_picture_is_as_wide_as_the_text_where_it_has_the_dots_for_it(tmp_path: Path) -> None:
    class Sizes:
        """Pictures by how wide and high they are."""

        def get(self, key: str) -> bytes:
            output = BytesIO()
            Image.new("RGB", tuple(map(int, key.split("x")))).save(output, "JPEG")
            return output.getvalue()

    ours = OnlyOurPictures(Sizes(), tmp_path)

    def width(key: str) -> int:
        picture = Picture(key, "A garden")
        ours.address_of(picture)
        return round(ours.size_of(picture)[0])

    assert [width("1600x1200"), width("900x300")] == [170, 170]
    assert width("320x200") == 81  # a hundred dots to the inch
    assert width("1000x2000") == 64  # no higher than half a page


def test_an_address_breaks_after_its_own_signs() -> None:
    long = "https://example.org/councillors-and-democracy/co-production-doing-things/celebrates"
    document = document_of(*(words("A" * n + " see:", long) for n in range(1, 40, 3)))
    target = BytesIO()
    write_pdf(replace(document, contents=False), SomePictures(), target)
    said = "\n".join(page.extract_text() for page in PdfReader(target).pages)

    for part in ("councillors", "democracy", "doing", "celebrates"):
        assert said.count(part) == 13, part
