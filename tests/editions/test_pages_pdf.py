"""Where pages of a PDF end: nothing cut, nothing alone, and hardly any of them nearly empty."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from coprod_pages.editions.assembling import booklet_document
from coprod_pages.editions.pdf import write_pdf
from coprod_pages.editions.tree import (
    Block,
    Document,
    Facts,
    Heading,
    Index,
    IndexEntry,
    NewPage,
    Paragraph,
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
