"""In which order an edition says things, where its sections begin, and what it says of itself."""

from typing import Any

import pytest

from coprod_pages.editions.alphabet import place_in_alphabet
from coprod_pages.editions.assembling import edition_document
from coprod_pages.editions.tree import (
    Block,
    Document,
    Facts,
    Heading,
    Index,
    NewPage,
    Paragraph,
    all_blocks,
)
from coprod_pages.editions.web import html_of
from coprod_pages.editions.wording import words_of
from tests.editions.building import by_hand, by_rule, edition, text
from tests.factories import OrganisationFactory, case_study

pytestmark = pytest.mark.django_db


def document_of(*sections: tuple[dict, list[Any]], **fields: Any) -> Document:
    """An edition of these sections with their pages."""
    page = edition(*(section for section, _pages in sections), **fields)
    keys = [str(block.id) for block in page.sections]
    pages = dict(zip(keys, (pages for _section, pages in sections), strict=True))
    return edition_document(page, pages, site="https://example.org")


def names_in(document: Document, heading: str) -> list[str]:
    """The names of the index below `heading`."""
    blocks = list(document.blocks)
    place = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.text == heading)
    index = blocks[place + 1]
    assert isinstance(index, Index)
    return [entry.name for entry in index.entries]


def beginnings(blocks: tuple[Block, ...]) -> dict[str, bool]:
    """Each section, and whether it may stand below the one before."""
    return {
        heading.text: before.unless_it_fits
        for before, heading in zip(blocks, blocks[1:], strict=False)
        if isinstance(before, NewPage) and isinstance(heading, Heading)
    }


def test_names_stand_where_a_reader_looks_for_them() -> None:
    names = ["The Wren", "“Berlin” debate", "#Lockdown", "=Stirling", "An apple", "Zoo", "Écoute"]

    assert sorted(names, key=place_in_alphabet) == [
        *("An apple", "“Berlin” debate", "Écoute", "#Lockdown", "=Stirling", "The Wren", "Zoo")
    ]
    assert place_in_alphabet("100 people") < place_in_alphabet("A") < place_in_alphabet("Theatre")


def test_a_rule_from_a_to_z_and_the_indexes_have_one_alphabet() -> None:
    titles = ["The zoo", "“Berlin” debate", "#Apples"]
    pages = [
        case_study(title, lead_organisation=OrganisationFactory(name=title)) for title in titles
    ]
    document = document_of((by_rule("All", sort="title"), pages), (by_hand("Some"), pages[:2]))

    told = [b.text for b in document.blocks if isinstance(b, Heading) and b.level == 2]
    assert told[:5] == ["#Apples", "“Berlin” debate", "The zoo", "The zoo", "“Berlin” debate"]
    assert names_in(document, "Organisations") == ["#Apples", "“Berlin” debate", "The zoo"]


def test_every_case_study_is_in_the_index_of_places() -> None:
    pages = [
        case_study("Far", reach="beyond-london", place="Leeds", boroughs=[]),
        case_study("All", reach="london-wide", boroughs=[]),
        case_study("Here", boroughs=["hackney"]),
    ]

    document = document_of((by_hand("All"), pages))

    assert names_in(document, "Places") == ["Hackney", "Across London", "Beyond London"]


def test_a_stage_has_one_name_and_its_meaning_is_said_once() -> None:
    page = case_study(stages=["need"])
    document = document_of((by_hand("All"), [page]))

    name = "Need: understand the need"
    assert names_in(document, "Stages") == [name]
    rows = [row for b in all_blocks(document.blocks) if isinstance(b, Facts) for row in b.rows]
    assert ("Stages", name) in [(row, words_of(value)) for row, value in rows]
    assert [words_of(value) for row, value in rows if row == name] == [page.stages[0].description]


def test_sections_begin_by_one_rule() -> None:
    page = case_study()
    document = document_of(
        (text("One", "A text."), []),
        (text("Two", "A text."), []),
        (by_hand("Stories"), [page]),
        (by_hand("More stories"), [page]),
        (text("After", "A text."), []),
        (text("Last", "A text."), []),
    )

    begins = beginnings(document.blocks)
    assert [name for name, may_share in begins.items() if not may_share] == [
        *("Stories", "More stories", "After", "Indexes")
    ]
    assert {"Introduction", "One", "Two", "Last", "About this edition"} <= set(begins)


def test_at_the_end_it_says_who_published_it_and_where_it_is_online() -> None:
    document = document_of((by_hand("All"), [case_study()]), published_by="The working group")
    *_rest, facts, online = document.blocks

    assert isinstance(facts, Facts)
    assert dict(facts.rows)["Published by"][0].text == "The working group"
    assert isinstance(online, Paragraph)
    assert "example.org/editions/voices-of-2027" in words_of(online.runs)


def test_the_web_page_leads_to_the_case_study_and_does_not_print_its_address() -> None:
    document = document_of((by_hand("All"), [case_study()]))

    written = html_of(document, lambda key: "")

    assert "Read it online" not in written
    assert written.count(">This case study by itself</a>") == 1
