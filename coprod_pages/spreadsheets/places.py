"""Where it happened, from what people type as borough, city and country. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from . import mapping
from .interpreting import items, key, line, once, shortened
from .notes import ASSUMED, CHANGED, LEFT_OUT, NOT_UNDERSTOOD, Notes

PLACE_LENGTH = 150
BEFORE = re.compile(
    r"^(?:the )?(?:royal |london )?(?:borough of |lb of |lb |rb of |rb )?(?:london borough of )?"
)
AFTER = re.compile(r"(?: london)?(?: borough)?(?: council)?(?: london)?$")
REGION_CODE = re.compile(r"[A-Z]{2,3}")

BOROUGHS, LONDON_WIDE, BEYOND_LONDON = "boroughs", "london-wide", "beyond-london"


@dataclass
class Boroughs:
    """What a cell says about boroughs."""

    slugs: list[str] = field(default_factory=list)
    london_wide: bool = False
    unknown: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Where:
    """Where it happened, as a case study keeps it."""

    reach: str = ""
    boroughs: tuple[str, ...] = ()
    place: str = ""


def borough(name: str, known: Mapping[str, str]) -> str:
    """The borough that `name` means, however it is written, or nothing."""
    full = key(name).replace("&", " and ").replace(",", " ").replace("(", " ").replace(")", " ")
    full = " ".join(full.split())
    short = AFTER.sub("", BEFORE.sub("", full))
    for form in (full, short, f"city of {short}", short.replace("-", " ")):
        slug = known.get(form) or mapping.BOROUGHS.get(form, "")
        if slug in known.values():
            return slug
    return ""


def boroughs(cell: str, known: Mapping[str, str]) -> Boroughs:
    """All boroughs that a cell names; several are separated by `;`, `,`, `/` or "and"."""
    found = Boroughs()
    for part in items(cell.replace("/", ";").replace(",", ";")):
        _add(part, known, found)
    if found.slugs and not explicit_london_wide(cell):
        # "Lambeth, London" is an address.
        found.london_wide = False
    found.slugs = list(dict.fromkeys(found.slugs))
    return found


def explicit_london_wide(cell: str) -> bool:
    """Whether all of London is meant, and not only named as the city."""
    parts = items(cell.replace("/", ";").replace(",", ";"))
    return any(key(part) in mapping.LONDON_WIDE - {"london", "greater london"} for part in parts)


def _add(part: str, known: Mapping[str, str], found: Boroughs) -> None:
    if key(part) in mapping.LONDON_WIDE:
        found.london_wide = True
    elif slug := borough(part, known):
        found.slugs.append(slug)
    else:
        # Only now: "Barking and Dagenham" is one borough, "Hackney and Islington" are two.
        halves = [half for half in re.split(r"\s+and\s+|\s*&\s*", part) if half]
        slugs = [borough(half, known) for half in halves]
        if len(halves) > 1 and all(slugs):
            found.slugs.extend(slugs)
        else:
            found.unknown.append(part)


def where(cells: Mapping[str, str], known: Mapping[str, str], notes: Notes) -> Where:
    """Where it happened. What had to be assumed is said in `notes`."""
    named = boroughs(cells.get("borough", ""), known)
    notes.list_words(NOT_UNDERSTOOD, "borough", named.unknown)
    city, country = line(cells.get("city", "")), _country(cells, notes)
    if not named.slugs and not named.london_wide:
        _borough_from_city(city, country, known, named, notes)
    if named.slugs:
        if named.london_wide:
            notes.add(ASSUMED, "in the boroughs named, although the cell also says London-wide")
        outside = "" if borough(city, known) else city
        return Where(BOROUGHS, tuple(named.slugs), _place(cells, outside, country, True, notes))
    is_london = key(city) in mapping.LONDON_WIDE and country in {"", *mapping.UNITED_KINGDOM}
    wider = is_london and key(line(cells.get("scope", ""))) in mapping.WIDER_THAN_A_PLACE
    if named.london_wide or (is_london and not wider):
        if not named.london_wide:
            notes.add(ASSUMED, "across London: the city is London and no borough is named")
        return Where(LONDON_WIDE, (), _place(cells, city, country, True, notes))
    if wider:
        notes.add(ASSUMED, f"beyond London, because the scope is {line(cells['scope'])}")
    place = _place(cells, city, country, False, notes)
    return Where(BEYOND_LONDON if place else "", (), place)


def _country(cells: Mapping[str, str], notes: Notes) -> str:
    typed = line(cells.get("country", ""))
    country = mapping.COUNTRIES.get(key(typed), typed)
    if country != typed:
        notes.add(CHANGED, f"country “{typed}” is written {country}")
    return country


def _borough_from_city(
    city: str, country: str, known: Mapping[str, str], named: Boroughs, notes: Notes
) -> None:
    if country not in mapping.UNITED_KINGDOM or key(city) in mapping.NOT_ONLY_IN_LONDON:
        return
    slug = "" if key(city) in mapping.LONDON_WIDE else borough(city, known)
    if slug:
        named.slugs.append(slug)
        notes.add(ASSUMED, f"borough {slug}, because the city is {city}")


def _place(cells: Mapping[str, str], city: str, country: str, in_london: bool, notes: Notes) -> str:
    location = line(cells.get("location_name", ""))
    if key(location) in mapping.NO_PLACE:
        notes.add(LEFT_OUT, f"location “{location}” is not a place")
        location = ""
    location = mapping.COUNTRIES.get(key(location), location)
    wider = [] if in_london else [_region(cells, country, notes), country]
    parts = once([location, city, *wider])
    if in_london:
        parts = [part for part in parts if key(part) not in mapping.LONDON_WIDE]
    place = ", ".join(parts)
    if len(place) > PLACE_LENGTH:
        notes.add(CHANGED, f"place shortened; in full: {place}")
    return shortened(place, PLACE_LENGTH)


def _region(cells: Mapping[str, str], country: str, notes: Notes) -> str:
    region = line(cells.get("region", ""))
    if country in mapping.UNITED_KINGDOM:
        region = mapping.UNITED_KINGDOM_REGIONS.get(region, region)
    if REGION_CODE.fullmatch(region) and country not in mapping.COUNTRIES_WITH_KNOWN_REGION_CODES:
        notes.add(LEFT_OUT, f"region “{region}”: a code that readers would not know")
        return ""
    return region
