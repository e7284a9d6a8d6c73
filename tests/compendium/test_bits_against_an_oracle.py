"""Sets of case studies as numbers give what Python's sets give."""

from hypothesis import given
from hypothesis import strategies as st

from coprod_pages.compendium.bits import bits_of, flags_of, positions_of
from coprod_pages.compendium.catalogue import Shelf

POSITIONS = st.sets(st.integers(min_value=0, max_value=300))


@given(POSITIONS)
def test_a_set_comes_back_as_it_was(positions: set[int]) -> None:
    bits = bits_of(positions, 301)

    assert list(positions_of(bits)) == sorted(positions)
    assert bits.bit_count() == len(positions)


@given(POSITIONS, POSITIONS)
def test_what_both_have_and_what_either_has(one: set[int], other: set[int]) -> None:
    bits, others = bits_of(one, 301), bits_of(other, 301)

    assert set(positions_of(bits & others)) == one & other
    assert set(positions_of(bits | others)) == one | other
    assert set(positions_of(bits & ~others)) == one - other


@given(POSITIONS)
def test_there_is_a_flag_for_each_position(positions: set[int]) -> None:
    flags = flags_of(bits_of(positions, 301)).ljust(301, b"\x00")

    assert {position for position, flag in enumerate(flags) if flag} == positions


@given(
    pages=st.lists(st.integers(1, 4000), min_size=2, max_size=400, unique=True),
    asked=st.lists(st.integers(1, 6000), min_size=1, max_size=400, unique=True),
    later=st.integers(7000, 9000),
)
def test_a_set_of_many_pages_is_that_of_each_page_by_itself(pages, asked, later):
    shelf = Shelf()
    for page_id in pages:
        shelf.place_of(page_id)

    def one_by_one():
        return {shelf.position[page_id] for page_id in asked if page_id in shelf.position}

    assert set(positions_of(shelf.set_of_many(asked))) == one_by_one()
    # A page that is published later is found too.
    shelf.place_of(later)
    asked.append(later)
    assert set(positions_of(shelf.set_of_many(asked))) == one_by_one()
