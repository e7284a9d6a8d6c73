"""Editions as Word files: real headings, lists, tables, fields, and words for pictures."""

from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document as opened
from docx.oxml.ns import qn
from docx.shared import Mm

from coprod_pages.editions.tree import (
    CallOut,
    Facts,
    Heading,
    NewPage,
    Paragraph,
    Picture,
    Run,
    Table,
    headings,
)
from coprod_pages.editions.word import write_word
from tests.editions.documents import DOCUMENT, LINE, SomePictures, document_of, words


def written(document: Any) -> bytes:
    target = BytesIO()
    write_word(document, SomePictures(), target)
    return target.getvalue()


@pytest.fixture(scope="module")
def file() -> Any:
    return opened(BytesIO(written(DOCUMENT)))


def text_of(file: Any) -> str:
    return "\n".join(paragraph.text for paragraph in file.paragraphs)


def fields_of(file: Any) -> list[str]:
    return [element.text.strip() for element in file.element.iter(qn("w:instrText"))]


def test_headings_are_real_ones(file: Any) -> None:
    found = [
        (int(paragraph.style.name.removeprefix("Heading ")), paragraph.text)
        for paragraph in file.paragraphs
        if paragraph.style.name.startswith("Heading ")
    ]

    assert found == headings(DOCUMENT)
    assert [p.text for p in file.paragraphs if p.style.name == "Title"] == [DOCUMENT.title]


def test_contents_are_a_field_that_is_filled(file: Any) -> None:
    listed = [p for p in file.paragraphs if p.style.name.lower().startswith("toc ")]

    assert any(field.startswith("TOC ") for field in fields_of(file))
    assert [p.text.split("\t")[0] for p in listed] == [
        *("What co-production is", "Examples", "A lunch club", "Boroughs")
    ]
    assert file.settings.element.find(qn("w:updateFields")) is not None


def test_every_page_reference_has_its_place(file: Any) -> None:
    places = {mark.get(qn("w:name")) for mark in file.element.iter(qn("w:bookmarkStart"))}
    asked = {field.split()[1] for field in fields_of(file) if field.startswith("PAGEREF")}

    assert asked
    assert asked <= places


def test_lists_are_real_and_each_counts_from_one(file: Any) -> None:
    items = [p for p in file.paragraphs if p._p.pPr is not None and p._p.pPr.numPr is not None]
    levels = [(item.text, item._p.pPr.numPr.ilvl.val) for item in items]
    lists = {item.text: item._p.pPr.numPr.numId.val for item in items}

    assert levels == [("First", 0), ("Inner", 1), ("Second", 0), ("One", 0), ("Two", 0)]
    assert lists["First"] == lists["Second"] != lists["One"] == lists["Two"]


def test_tables_repeat_their_headings_and_rows_stay_whole(file: Any) -> None:
    rows = list(file.tables[-1].rows)

    assert [cell.text for cell in rows[0].cells] == ["When", "How many"]
    assert rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_the_facts_of_a_case_study_stay_below_its_line() -> None:
    facts = Facts((("Where", (Run("Hackney"),)), ("When", (Run("2016"),))))
    file = opened(BytesIO(written(document_of(Paragraph((Run("A club."),), "lead"), LINE, facts))))
    lead = next(p for p in file.paragraphs if p.text == "A club.")
    line = next(p for p in file.paragraphs if p._p.getprevious() is lead._p)
    kept = [
        [cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells]
        for row in file.tables[0].rows
    ]

    assert lead.style.paragraph_format.keep_with_next
    assert line.paragraph_format.keep_with_next
    assert kept == [[True, True], [None, None]]


def test_two_call_outs_stay_two() -> None:
    call_outs = (CallOut("Try this", (words("Ask."),)), CallOut("Sources", (words("Minutes."),)))
    file = opened(BytesIO(written(document_of(*call_outs))))
    apart = [
        (paragraph.text, paragraph._p.find(f".//{qn('w:pBdr')}") is not None)
        for paragraph in file.paragraphs
    ]
    first, second = apart.index(("Ask.", True)), apart.index(("Sources", True))

    assert [is_apart for _text, is_apart in apart[first + 1 : second]] == [False]


def test_the_longer_the_title_the_smaller_so_that_the_cover_is_one_page() -> None:
    sizes = []
    for title in ("Voices", "Voices of many people " * 5, "Voices of many people " * 11):
        file = opened(BytesIO(written(document_of(words("Text."), title=title))))
        sizes.append(file.styles["Title"].font.size.pt)

    assert sizes == [34, 28, 20]


def test_pictures_have_words_and_decoration_says_so(file: Any) -> None:
    about = list(file.element.iter(qn("wp:docPr")))

    assert [each.get("descr") for each in about] == [
        "The continuum. Three stages.",
        "The continuum. This case study was at: Agree what comes first.",
        "People at a long table",
        "",
    ]
    assert "decorative" in about[-1][0][0][0].tag
    assert len({each.get("id") for each in about}) == len(about)


def test_a_lost_picture_is_told_in_words(file: Any) -> None:
    assert "A picture is missing here: A garden" in text_of(file)


def test_it_says_its_title_its_language_and_its_pages(file: Any) -> None:
    foot = file.sections[0].footer._element.xml

    assert file.core_properties.title == DOCUMENT.title
    assert file.core_properties.language == "en-GB"
    assert " PAGE " in foot


def test_links_lead_where_they_did(file: Any) -> None:
    addresses = {link.address for p in file.paragraphs for link in p.hyperlinks if link.address}

    assert "https://example.org/a/long/address/that/has/to/break/somewhere" in addresses


def test_the_same_edition_makes_the_same_bytes() -> None:
    assert written(DOCUMENT) == written(DOCUMENT)


def test_hostile_content_is_made() -> None:
    rows = tuple((f"Row {number}", "x" * 80) for number in range(500))
    file = opened(
        BytesIO(
            written(
                document_of(
                    words("control \x00\x0b\ufffe characters \U0001f600 <script>"),
                    words("هذا نص من اليمين"),
                    Picture("broken", "A broken picture"),
                    Table("Many", ("Row", "Text"), rows),
                    title="W" * 300,
                )
            )
        )
    )
    text = text_of(file)
    arabic = next(p for p in file.paragraphs if p.text.startswith("هذا"))

    assert "control  characters \U0001f600 <script>" in text
    assert "W" * 300 in text
    assert "A picture is missing here: A broken picture" in text
    assert len(file.tables[0].rows) == 501
    assert arabic._p.pPr.find(qn("w:bidi")) is not None


def test_every_part_is_well_formed_and_in_the_order_that_word_asks_for() -> None:
    with ZipFile(BytesIO(written(DOCUMENT))) as archive:
        names = archive.namelist()
        content = archive.read("word/document.xml").decode()

    assert names[0] == "[Content_Types].xml"
    # A paragraph's properties begin with its style; Word calls a file damaged otherwise.
    assert "<w:pPr><w:bidi" not in content


def test_short_sections_follow_each_other_and_stay_whole() -> None:
    below = NewPage(unless_it_fits=True)
    long = words("They ate together. " * 120)
    sections = [Heading(f"Section {number}", 1, f"s-{number}") for number in range(4)]
    file = opened(
        BytesIO(
            written(
                replace(
                    DOCUMENT,
                    blocks=(
                        *(below, sections[0], words("One."), words("Two.")),
                        *(below, sections[1], words("Three.")),
                        *(below, sections[2], long),
                        *(NewPage(), sections[3], words("Four.")),
                    ),
                )
            )
        )
    )
    begins = [
        paragraph.paragraph_format.page_break_before
        for paragraph in file.paragraphs
        if paragraph.style.name == "Heading 1"
    ]
    kept = {p.text: p.paragraph_format.keep_with_next for p in file.paragraphs}

    assert begins == [True, None, True, True]
    assert (kept["One."], kept["Two."]) == (True, None)


def test_the_source_stays_with_what_comes_before_it() -> None:
    source = Paragraph((Run("Summary by us."),), "note")
    facts = Facts((("Where", (Run("Hackney"),)), ("When", (Run("2016"),))))
    file = opened(BytesIO(written(document_of(facts, source, words("Text."), source))))
    text = next(p for p in file.paragraphs if p.text == "Text.")

    assert text.paragraph_format.keep_with_next
    for cell in file.tables[0].rows[-1].cells:
        assert cell.paragraphs[0].paragraph_format.keep_with_next


def test_pictures_begin_at_the_margin_and_end_before_the_other(file: Any) -> None:
    shapes = list(file.element.iter(qn("wp:inline")))

    assert {shape.get(side) for shape in shapes for side in ("distL", "distR")} == {"0"}
    assert max(shape.extent.cx for shape in shapes) <= Mm(170)


def test_an_index_names_each_case_study_with_one_page(file: Any) -> None:
    said = [p.text for p in file.paragraphs if p.style.name in ("Index Entry", "Index Place")]

    assert said == ["Hackney", "A lunch club, –"]
