"""Which rows the stages of a draft are, without a database."""

from typing import Any

from coprod_pages.continuum.keeping import free_address, stages_kept

Row = dict[str, Any]


def row(pk: int | None, slug: str, order: int = 0) -> Row:
    return {"pk": pk, "slug": slug, "sort_order": order}


def numbers(rows: list[Row]) -> list[int | None]:
    return [one["pk"] for one in rows]


def nothing_used(numbers: list[int]) -> set[int]:
    return set()


def test_a_draft_with_known_stages_stays_as_it_is() -> None:
    stored = [row(1, "need"), row(2, "review", 1)]

    assert stages_kept(list(reversed(stored)), stored, set(), nothing_used) == stored[::-1]


def test_a_new_stage_that_another_draft_has_published_meanwhile_is_that_stage() -> None:
    kept = stages_kept([row(None, "new")], [row(7, "new")], set(), nothing_used)

    assert numbers(kept) == [7]


def test_a_stage_that_was_left_out_goes_unless_it_is_used() -> None:
    stored = [row(1, "need"), row(2, "review", 1), row(3, "beyond", 2)]

    kept = stages_kept([row(1, "need")], stored, set(), lambda asked: {3} & set(asked))

    assert numbers(kept) == [1, 3]
    assert kept[1]["sort_order"] > kept[0]["sort_order"]


def test_a_new_stage_does_not_take_an_address_of_another_line() -> None:
    (kept,) = stages_kept([row(None, "need")], [], {"need"}, nothing_used)

    assert kept == row(None, "need-2")


def test_addresses_are_made_of_words_and_given_once() -> None:
    assert free_address("Shape solutions!", set()) == "shape-solutions"
    assert free_address("Need", {"need", "need-2"}) == "need-3"
    assert free_address("Embed", set()) == "embed-2"
    assert free_address("共同", set()) == "stage"
