"""The search finds what people mean: our own records, queries and judgments."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command

from tests.compendium.golden.measuring import answers, measure, read
from tests.factories import OrganisationFactory, case_study
from tests.shared_world import kept_for_a_module

pytestmark = pytest.mark.django_db


def html(text: str) -> str:
    return f"<p>{text}</p>"


@pytest.fixture(scope="module")
def names(django_db_setup: Any, django_db_blocker: Any) -> Iterator[dict[int, str]]:
    """The golden records as case studies: the name of each page."""
    with kept_for_a_module(django_db_blocker):
        yield make_case_studies()


def make_case_studies() -> dict[int, str]:
    """A case study of each golden record; returns their names by number."""
    organisations = {}
    pages = {}
    for record in read("records"):
        name = record["organisation"]
        if name not in organisations:
            organisations[name] = OrganisationFactory(name=name)
        page = case_study(
            record["title"],
            summary=record["summary"],
            need=html(record["need"]),
            story=[{"type": "paragraph", "value": html(record["story"])}],
            worked=html(record["worked"]),
            did_not_work=html(record["did_not_work"]),
            tags=record["tags"],
            themes=record["themes"],
            boroughs=record["boroughs"],
            stages=record["stages"],
            equality_groups=record["equality_groups"],
            lead_organisation=organisations[name],
        )
        pages[page.pk] = record["id"]
    return pages


def test_a_right_answer_comes_first_and_the_others_soon(names: dict[int, str]) -> None:
    figures = measure(read("queries"), names)

    assert not [wrong for wrong in figures.wrong if ": never" in wrong]
    assert figures.first >= 0.95, figures.wrong
    assert figures.recall >= 0.92


def test_the_spellings_of_co_production_find_the_same_set(names: dict[int, str]) -> None:
    spellings = ["co-production", "coproduction", "co production", "CO–PRODUCTION", "coproduced"]
    sets = [set(answers(spelling, names)) for spelling in spellings]

    assert sets[0]
    assert all(found == sets[0] for found in sets)


def test_rebuilding_the_index_changes_no_answer(names: dict[int, str]) -> None:
    queries = [query["query"] for query in read("queries")[:40]]
    before = [answers(query, names) for query in queries]

    call_command("rebuild_search_index")

    assert [answers(query, names) for query in queries] == before
