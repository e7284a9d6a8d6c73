"""The parts of a PDF joined into one, of any length, in the memory of one part."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from coprod_pages.editions import pdf_parts
from coprod_pages.editions.pdf import write_pdf
from coprod_pages.editions.pdf_writing import SHARING, PdfWriter, references
from coprod_pages.editions.tree import Block, Heading, NewPage, Picture
from tests.editions.documents import SomePictures, document_of, words

# What looks like a reference, and signs that have a meaning in a PDF.
HOSTILE = r"See 12 0 R ) and ( 3 0 R \) >> endobj <</A 4 0 R"


@pytest.fixture(autouse=True)
def in_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hardly anything is laid out at once."""
    monkeypatch.setattr(pdf_parts, "ENOUGH", 0.01)
    monkeypatch.setattr(pdf_parts, "MOST", 0.02)


def story(number: int, *blocks: Block) -> tuple[Block, ...]:
    return (NewPage(), Heading(f"Story {number}", 2, f"story-{number}"), *blocks)


def joined(*blocks: Block, **changed: Any) -> pikepdf.Pdf:
    target = BytesIO()
    write_pdf(document_of(*blocks, **changed), SomePictures(), target)
    return pikepdf.open(target)


def test_nothing_is_wrong_with_what_was_joined() -> None:
    pdf = joined(*(block for number in range(6) for block in story(number, words("Text."))))

    assert pdf.check_pdf_syntax() == []
    assert len(pdf.pages) == 9


def test_one_part_is_open_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    open_now, read = 0, 0
    really = pikepdf.open

    @contextmanager
    def opening(path: Any) -> Iterator[pikepdf.Pdf]:
        nonlocal open_now, read
        assert not open_now
        open_now, read = 1, read + 1
        with really(path) as pdf:
            yield pdf
        open_now = 0

    monkeypatch.setattr(pikepdf, "open", opening)
    stories = (*story(1, words("Text.")), *story(2, words("Text.")))
    write_pdf(document_of(*stories), SomePictures(), BytesIO())

    assert read == 4  # the front, and what stands before and in the two stories


def test_words_that_look_like_the_inside_of_a_pdf_stay_words() -> None:
    pdf = joined(
        *story(1, words(HOSTILE, "#other"), Picture("photograph", HOSTILE, HOSTILE)),
        *story(2, Heading(HOSTILE, 3, "other")),
        title=HOSTILE,
    )
    elements = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary)]
    said = [str(element.Alt) for element in elements if "/Alt" in element]
    notes = [note for page in pdf.pages for note in page.obj.get("/Annots", ())]

    assert pdf.check_pdf_syntax() == []
    assert HOSTILE in said
    assert HOSTILE in [str(note.Contents) for note in notes]
    assert str(pdf.docinfo.Title) == HOSTILE
    with pdf.open_outline() as outline:
        assert outline.root[0].children[1].children[0].title == HOSTILE


def test_bookmarks_are_open_as_far_as_the_sections() -> None:
    pdf = joined(*story(1, Heading("Need", 3, "need"), Heading("Detail", 4, "detail")), *story(2))
    top = pdf.Root.Outlines
    section = top.First
    first = section.First

    assert top.Count == 3  # the section, and two stories below it
    assert section.Count == 2
    assert (first.Title, first.Count) == ("Story 1", -1)
    assert first.Next.Title == section.Last.Title == "Story 2"
    assert section.Last.Prev == first
    assert "/Count" not in section.Last


def test_many_objects_are_all_found_again() -> None:
    target = BytesIO()
    writer = PdfWriter(target)
    root, pages = writer.reserve(), writer.reserve()
    numbers = [writer.reserve() for _each in range(3 * SHARING + 7)]
    for number in reversed(numbers):
        writer.add(number, b"<< /Number %d >>" % number)
    stream = writer.reserve()
    writer.add_stream(stream, b"<< /Length 5 >>", b"hello")
    writer.add(pages, b"<< /Type /Pages /Kids [ ] /Count 0 >>")
    all_of_them = references([*numbers, stream])
    writer.add(root, b"<< /Type /Catalog /Pages %d 0 R /All %s >>" % (pages, all_of_them))
    writer.close(root, None, b"edition-1")

    with pikepdf.open(target) as pdf:
        found = list(pdf.Root.All)
        assert [item.Number for item in found[:-1]] == numbers
        assert found[-1].read_bytes() == b"hello"
        assert bytes(pdf.trailer.ID[0]) == b"edition-1"
