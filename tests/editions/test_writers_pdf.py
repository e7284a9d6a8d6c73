"""Editions as PDF: what a program that reads them aloud finds, and what is never read."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from coprod_pages.editions import pdf_parts
from coprod_pages.editions.fetching import OnlyOurPictures
from coprod_pages.editions.pdf import write_pdf
from coprod_pages.editions.pdf_parts import parts_of
from coprod_pages.editions.tree import (
    Heading,
    Index,
    IndexEntry,
    NewPage,
    Picture,
    Table,
    headings,
)
from tests.editions.documents import DOCUMENT, SomePictures, document_of, words


def pdf_of(document: Any) -> PdfReader:
    target = BytesIO()
    result = write_pdf(document, SomePictures(), target)
    reader = PdfReader(target)
    assert result.pages == len(reader.pages)
    return reader


def text_of(reader: PdfReader) -> str:
    return " ".join("\n".join(page.extract_text() for page in reader.pages).split())


@pytest.fixture(scope="module")
def reader() -> PdfReader:
    return pdf_of(DOCUMENT)


def elements(reader: PdfReader) -> Iterator[DictionaryObject]:
    """All elements of the tree of tags, in reading order."""
    waiting = [reader.root_object["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop()
        yield element
        kids = element.get("/K", [])
        kids = [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
        waiting.extend(
            kid for kid in reversed(kids) if isinstance(kid, DictionaryObject) and "/S" in kid
        )


def outline(items: list[Any], level: int = 1) -> Iterator[tuple[int, str]]:
    for item in items:
        if isinstance(item, list):
            yield from outline(item, level + 1)
        else:
            yield level, item.title


def links_inside(reader: PdfReader, page: int) -> Iterator[tuple[str, int]]:
    """The links on a page to places of the document: their words, and the page they lead to."""
    for note in (each.get_object() for each in reader.pages[page - 1]["/Annots"]):
        if "/Dest" in note:
            yield note["/Contents"], reader.get_page_number(note["/Dest"][0].get_object()) + 1


def test_bookmarks_are_the_headings(reader: PdfReader) -> None:
    assert list(outline(reader.outline)) == headings(DOCUMENT)


def test_a_long_heading_is_whole_in_the_bookmarks_and_short_above_each_page() -> None:
    long = (
        "Voice your choice in the ward, where groups were given a share of the money of the county"
    )
    heading = Heading(long, 2, "long", short="Voice your choice…")
    document = document_of(NewPage(), heading, words("Text."))
    reader = pdf_of(document)

    assert list(outline(reader.outline)) == headings(document)
    assert "Voice your choice…" in reader.pages[-1].extract_text()


def test_tagged_headings_are_the_headings_below_the_title(reader: PdfReader) -> None:
    levels = [int(e["/S"][2]) for e in elements(reader) if e.get("/S", "")[:2] == "/H"]

    assert levels == [1, *(level + 1 for level, _text in headings(DOCUMENT))]


def test_it_says_its_title_its_language_and_that_it_is_tagged(reader: PdfReader) -> None:
    root = reader.root_object

    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == DOCUMENT.title
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()


def test_every_figure_has_words_and_decoration_is_no_figure(reader: PdfReader) -> None:
    figures = [e.get("/Alt") for e in elements(reader) if e.get("/S") == "/Figure"]

    assert "People at a long table" in figures
    assert len(figures) == 3  # the line on the cover, the line of the case study, the photograph
    assert all(figures)


def test_heading_cells_say_what_they_head_and_items_have_bodies(reader: PdfReader) -> None:
    cells = [e for e in elements(reader) if e.get("/S") == "/TH"]
    items = [e for e in elements(reader) if e.get("/S") == "/LI"]

    assert {cell["/A"]["/Scope"] for cell in cells} == {"/Row", "/Column"}
    assert items
    for item in items:
        kids = [kid.get_object() for kid in item["/K"]]
        assert "/LBody" in [kid["/S"] for kid in kids]


def test_running_heads_are_not_read_out(reader: PdfReader) -> None:
    content = reader.pages[-1]["/Contents"].get_data()

    assert b"/Pagination" in content


def test_contents_and_index_tell_pages_and_lead_there(reader: PdfReader) -> None:
    place = next(n for n, page in enumerate(reader.pages, 1) if "2016" in page.extract_text())
    entries = dict(links_inside(reader, 2))

    assert f"Hackney, {place}" in text_of(reader)
    assert f"A lunch club {place}" in text_of(reader).replace(" .", "")
    last = len(reader.pages)
    assert entries == {
        "What co-production is": 3,
        "Examples": place,
        "A lunch club": place,
        "Boroughs": last,
    }
    assert dict(links_inside(reader, last)) == {"A lunch club": place}


def test_addresses_are_printed_beside_the_words_that_lead_there(reader: PdfReader) -> None:
    assert "(example.org/neighbours)" in text_of(reader)


def test_a_lost_picture_is_told_in_words(reader: PdfReader) -> None:
    assert "A picture is missing here: A garden" in text_of(reader)


@pytest.fixture
def in_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hardly anything is laid out at once."""
    monkeypatch.setattr(pdf_parts, "ENOUGH", 0.01)
    monkeypatch.setattr(pdf_parts, "MOST", 0.02)


STORIES = tuple(
    block
    for number in range(12)
    for block in (
        NewPage(),
        Heading(f"Story {number}", 2, f"story-{number}"),
        words("One ran on. " * 40),
        words(f"See story {(number + 5) % 12}.", f"#story-{(number + 5) % 12}"),
        Heading("The need", 3, f"story-{number}-need"),
        words("Words. " * 40),
    )
)
INDEX = (
    NewPage(),
    Heading("Index", 1, "index"),
    Index((IndexEntry("All", tuple((f"S{n}", f"story-{n}") for n in range(12))),)),
)


def test_a_document_in_parts_is_the_same_as_in_one_piece(
    monkeypatch: pytest.MonkeyPatch, in_many_parts: None
) -> None:
    document = document_of(*STORIES, *INDEX)
    joined = pdf_of(document)
    monkeypatch.setattr(pdf_parts, "ENOUGH", 1000)
    monkeypatch.setattr(pdf_parts, "MOST", 1000)
    whole = pdf_of(document)

    assert len(parts_of(document)) == 2  # the text and the index
    for one, other in zip(joined.pages, whole.pages, strict=True):
        assert one.extract_text() == other.extract_text()
    assert list(outline(joined.outline)) == list(outline(whole.outline)) == headings(document)
    assert [e.get("/S") for e in elements(joined)] == [e.get("/S") for e in elements(whole)]
    for page in range(1, len(joined.pages) + 1):
        if "/Annots" in joined.pages[page - 1]:
            assert list(links_inside(joined, page)) == list(links_inside(whole, page))


def test_links_and_numbers_lead_from_part_to_part(in_many_parts: None) -> None:
    document = document_of(*STORIES, *INDEX)
    reader = pdf_of(document)
    pages = {f"Story {number}": 4 + number for number in range(12)}

    assert len(parts_of(document)) == 14
    assert dict(links_inside(reader, pages["Story 3"])) == {"Story 8": pages["Story 8"]}
    assert dict(links_inside(reader, pages["Story 9"])) == {"Story 2": pages["Story 2"]}
    assert f"All, {', '.join(str(page) for page in pages.values())}" in text_of(reader)
    for title, page in pages.items():
        assert f"{title} Page {page}" in " ".join(reader.pages[page - 1].extract_text().split())


def test_every_tag_of_a_joined_document_stands_on_its_own_page(in_many_parts: None) -> None:
    reader = pdf_of(document_of(*STORIES))
    tree = reader.root_object["/StructTreeRoot"]["/ParentTree"]
    owners = {}
    for part in (kid.get_object() for kid in tree["/Kids"]):
        numbers = part["/Nums"]
        assert part["/Limits"] == [numbers[0], numbers[-2]]
        owners |= {numbers[place]: numbers[place + 1] for place in range(0, len(numbers), 2)}

    for page in reader.pages:
        for owner in owners[page["/StructParents"]].get_object():
            element = owner.get_object()
            if isinstance(element, DictionaryObject):
                assert element["/Pg"] == page
        for note in (each.get_object() for each in page.get("/Annots", [])):
            assert owners[note["/StructParent"]].get_object()["/S"] == "/Link"
    found = {element.indirect_reference.idnum for element in elements(reader) if "/S" in element}
    for kids in owners.values():
        kids = kids.get_object()
        for owner in kids if isinstance(kids, list) else [kids]:
            element = owner.get_object()
            assert not isinstance(element, DictionaryObject) or (
                element.indirect_reference.idnum in found
            )


def test_an_index_before_what_it_names_has_the_right_numbers() -> None:
    reader = pdf_of(document_of(*INDEX, *STORIES))

    assert f"All, {', '.join(str(5 + number) for number in range(12))}" in text_of(reader)


def test_a_part_that_begins_without_a_heading_goes_on_under_the_same_head(
    in_many_parts: None,
) -> None:
    reader = pdf_of(document_of(words("Long. " * 90), NewPage(), words("More.")))

    assert "Co-production in London Part" in " ".join(reader.pages[3].extract_text().split())


def test_the_same_edition_makes_the_same_bytes() -> None:
    first, second, later = BytesIO(), BytesIO(), BytesIO()
    for target in (first, second):
        write_pdf(document_of(words("Text.")), SomePictures(), target)
    made = DOCUMENT.made.replace(year=2018)
    write_pdf(document_of(words("Text."), made=made), SomePictures(), later)

    assert first.getvalue() == second.getvalue() != later.getvalue()


def test_progress_is_told_in_words() -> None:
    told: list[str] = []

    write_pdf(document_of(words("Text.")), SomePictures(), BytesIO(), told.append)

    assert told == [
        "Reading the text and the pictures",
        "Setting the pages",
        "Writing 3 pages",
    ]


def test_large_print_has_letters_of_18_points_at_least() -> None:
    sizes: set[float] = set()
    reader = pdf_of(document_of(words("Body."), large_print=True))
    reader.pages[2].extract_text(
        visitor_text=lambda text, cm, tm, font, size: (
            sizes.add(size * abs(tm[3]) * abs(cm[3])) if "Body." in text else None
        )
    )

    assert min(sizes) >= 17.9


def test_nothing_is_fetched_whatever_people_wrote(tmp_path: Any, monkeypatch: Any) -> None:
    asked: list[str] = []
    fetch = OnlyOurPictures.fetch

    def noting(self: OnlyOurPictures, url: str, headers: Any = None) -> Any:
        asked.append(url)
        return fetch(self, url, headers)

    monkeypatch.setattr(OnlyOurPictures, "fetch", noting)
    attack = (
        '<img src="file:///etc/passwd"><link rel=stylesheet href="http://127.0.0.1/x.css">'
        "<style>@import url(http://127.0.0.1/y.css)</style><script>alert(1)</script>"
    )
    reader = pdf_of(
        document_of(
            words(attack),
            Picture("file:///etc/passwd", attack, attack),
            Picture("photograph", '"><img src="http://127.0.0.1/">'),
            title=attack,
        )
    )

    assert asked
    assert all(address.startswith("edition-picture:") for address in asked)
    assert "file:///etc/passwd" in text_of(reader)  # as words, to be read


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "http://127.0.0.1/", "data:text/plain,x", ""]
)
def test_the_door_is_closed(address: str, tmp_path: Any) -> None:
    with pytest.raises(ValueError, match="Only the pictures"):
        OnlyOurPictures(SomePictures(), tmp_path).fetch(address)


def test_hostile_content_is_made() -> None:
    long = "W" * 300
    rows = tuple((f"Row {number}", "x" * 80) for number in range(500))
    reader = pdf_of(
        document_of(
            words("control \x00\x0b\ufffe characters \U0001f600"),
            words("هذا نص من اليمين"),
            Picture("broken", "A broken picture"),
            Table("Many", ("Row", "Text"), rows),
            title=long,
        )
    )
    text = text_of(reader)

    assert "control characters" in text
    assert "A picture is missing here: A broken picture" in text
    assert text.count("Row Text") > 5  # the headings come again on each page
    assert "Row 499" in text
    assert long in text.replace(" ", "").replace("\n", "")


def test_an_edition_without_contents_has_none() -> None:
    assert "Contents" not in text_of(pdf_of(replace(DOCUMENT, contents=False)))


def test_an_index_names_each_page_once() -> None:
    places = (("A lunch club", "lunch-club"), ("A garden", "garden"), ("A choir", "choir"))
    reader = pdf_of(
        document_of(
            Heading("A lunch club", 2, "lunch-club"),
            Heading("A garden", 2, "garden"),
            Picture("photograph", "People at a long table"),
            NewPage(),
            Heading("A choir", 2, "choir"),
            NewPage(),
            Heading("Boroughs", 2, "boroughs"),
            Index((IndexEntry("Hackney", places),)),
        )
    )

    assert "Hackney, 3, 4" in text_of(reader)
    assert "A picture is missing" not in text_of(reader)
    assert "/Figure" in [e.get("/S") for e in elements(reader)]
    assert any(page.images for page in reader.pages)


def test_letters_in_addresses_are_printed_as_letters() -> None:
    printed = text_of(
        pdf_of(document_of(words("Read.", "https://example.org/bud%C5%BCet%20a%FF/")))
    )

    assert "(example.org/budżet%20a%FF)" in printed


def test_a_long_title_is_cut_between_words_above_each_page() -> None:
    title = "Co-production in London: what was sent to us, and what we recommend"
    heads = pdf_of(document_of(words("Text."), title=title)).pages[-1].extract_text()

    assert "Co-production in London: what was…" in heads
