"""Boroughs and places as people write them."""

import pytest

from coprod_pages.spreadsheets.notes import Notes
from coprod_pages.spreadsheets.places import boroughs, where
from coprod_pages.spreadsheets.vocabulary import words_for
from coprod_pages.taxonomy.seeds import BOROUGHS

KNOWN = words_for((name, slug) for _code, slug, name, *_rest in BOROUGHS)


def place(**cells: str) -> tuple[object, str]:
    notes = Notes()
    return where(cells, KNOWN, notes), "\n".join(str(note) for note in notes.all)


@pytest.mark.parametrize(
    ("typed", "slugs"),
    [
        ("hackney", ["hackney"]),
        ("LB Hammersmith & Fulham", ["hammersmith-and-fulham"]),
        ("Hammersmith and Fulham ", ["hammersmith-and-fulham"]),
        ("London Borough of Camden", ["camden"]),
        ("Royal Borough of Kensington and Chelsea", ["kensington-and-chelsea"]),
        ("The Royal Borough of Greenwich", ["greenwich"]),
        ("RBKC", ["kensington-and-chelsea"]),
        ("Kingston", ["kingston-upon-thames"]),
        ("Royal Borough of Kingston upon Thames", ["kingston-upon-thames"]),
        ("Richmond", ["richmond-upon-thames"]),
        ("Tower Hamlets Council", ["tower-hamlets"]),
        ("City of Westminster", ["westminster"]),
        ("City of London", ["city-of-london"]),
        ("The City", ["city-of-london"]),
        ("Barking & Dagenham", ["barking-and-dagenham"]),
        ("Hackney and Islington", ["hackney", "islington"]),
        ("Wandsworth; Merton; Sutton", ["wandsworth", "merton", "sutton"]),
        ("Brent, Harrow / Barnet", ["brent", "harrow", "barnet"]),
        ("Lambeth, London", ["lambeth"]),
        ("hackney; Hackney", ["hackney"]),
    ],
)
def test_boroughs_are_recognised_as_people_write_them(typed: str, slugs: list[str]) -> None:
    found = boroughs(typed, KNOWN)

    assert (found.slugs, found.unknown, found.london_wide) == (slugs, [], False)


@pytest.mark.parametrize("typed", ["London-wide", "pan-London", "All boroughs", "Greater London"])
def test_all_of_london_is_recognised(typed: str) -> None:
    assert place(borough=typed)[0].reach == "london-wide"


def test_every_borough_is_known_by_its_own_name() -> None:
    assert [name for _c, slug, name, *_r in BOROUGHS if boroughs(name, KNOWN).slugs != [slug]] == []


def test_an_unknown_borough_is_reported_and_the_others_are_kept() -> None:
    found, said = place(borough="Hackney; Atlantis")

    assert found.boroughs == ("hackney",)
    assert "not understood: borough: “Atlantis”" in said


def test_london_without_a_borough_is_assumed_to_be_all_of_london() -> None:
    found, said = place(city="London", country="United Kingdom")

    assert found.reach == "london-wide"
    assert "assumed: across London" in said


def test_a_national_matter_decided_in_london_is_beyond_london() -> None:
    found, said = place(city="London", country="United Kingdom", scope="National")

    assert (found.reach, found.place) == ("beyond-london", "London, United Kingdom")
    assert "scope is National" in said


def test_london_in_another_country_is_beyond_london() -> None:
    assert place(city="London", country="Canada")[0].reach == "beyond-london"


def test_a_city_that_is_a_borough_is_assumed_only_where_it_can_mean_nothing_else() -> None:
    found, said = place(city="Croydon", country="United Kingdom")
    assert found.boroughs == ("croydon",)
    assert "because the city is Croydon" in said
    assert place(city="Richmond", country="United Kingdom")[0].reach == "beyond-london"
    assert place(city="Croydon", country="Australia")[0].reach == "beyond-london"


def test_the_place_names_town_county_and_country_once() -> None:
    found, said = place(
        location_name="Boston", city="Boston", region="LIN", country="United Kingdom"
    )
    assert found.place == "Boston, Lincolnshire, United Kingdom"
    assert said == ""


def test_a_region_code_that_nobody_knows_is_left_out_and_said() -> None:
    found, said = place(city="Lecce", region="QX", country="Italien")

    assert found.place == "Lecce, Italy"
    assert "region “QX”" in said
    assert "“Italien” is written Italy" in said


def test_nothing_about_the_place_leaves_it_open() -> None:
    assert place()[0].reach == ""
