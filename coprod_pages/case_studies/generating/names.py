"""Invented names of places and people, thousands of them, always the same ones. Pure."""

import random
from itertools import product


def listed(text: str, between: str = " ") -> list[str]:
    """The words of a long list, which is read better as lines than as a word a line."""
    return text.split(between)


BEGINNINGS = listed(
    "Alder Ash Barn Beck Birch Bram Brindle Cal Carra Chal Clay Corn Dal Den Dun Elder Els Fen "
    "Fern Gar Gil Hal Hazel Hol Ing Kel Lang Lark Lin Mar Mel Mor Nether Oak Pen Quar Raven Rush "
    "Sal Selby Thorn Tor Under Wal Wen Wick Wren Yar"
)
ENDINGS = listed(
    "bourne bridge brook bury combe cote croft dale den field ford gate ham hurst ley marsh mere "
    "moor ridge shaw stead thorpe ton vale wick wood worth"
)
KINDS = ["Estate", "House", "Road", "Street", "Gardens", "Court", "Green", "Lane", "Fields"]
ORGANISATION_KINDS = {
    "community-group": ["Residents’ Association", "Friends Group", "Women’s Group", "Youth Forum"],
    "charity": ["Trust", "Community Centre", "Foundation", "Settlement"],
    "cvs": ["Voluntary Action", "Council for Voluntary Service", "Volunteer Centre"],
    "council": ["Borough Council", "Council Housing Service", "Council Libraries"],
    "nhs": ["NHS Trust", "Health Centre", "Hospital", "Surgery"],
    "housing": ["Homes", "Housing Association", "Housing Co-operative"],
    "funder": ["Community Fund", "Charitable Trust"],
    "business": ["Architects", "Consulting", "Bakery"],
    "university": ["University", "College"],
    "national": ["Commission", "Police"],
    "other": ["Partnership", "Network"],
}
TOWNS = ["Leeds", "Glasgow", "Cardiff", "Belfast", "Bristol", "Hull", "Norwich", "Lisbon", "Bergen"]
GIVEN_NAMES = listed(
    "Aisha Amara Anil Bridget Carlos Chloe Dawit Dorothy Eunice Farida Gloria Hassan Ines Jamal "
    "Joyce Kofi Leyla Mei Mohammed Nadia Olu Pauline Priya Ravi Rosa Samira Stan Tariq Winston Zofia"
)

PLACES = [first + last for first, last in product(BEGINNINGS, ENDINGS)]
random.Random(1965).shuffle(PLACES)  # noqa: S311  nothing secret
SURNAMES = [
    f"{first}{middle}{last}"
    for first, middle, last in product(BEGINNINGS, ("", "er", "ing", "le"), ENDINGS)
]
random.Random(1969).shuffle(SURNAMES)  # noqa: S311  nothing secret
ADDRESSES = [f"{place} {kind}" for place, kind in product(PLACES, KINDS)]


def organisation_names(number: int) -> list[tuple[str, str]]:
    """Names of organisations, each with its kind, all kinds in turn."""
    kinds = list(ORGANISATION_KINDS.items())
    found = []
    for n in range(number):
        kind, endings = kinds[n % len(kinds)]
        found.append((f"{PLACES[n]} {endings[n // len(kinds) % len(endings)]}", kind))
    return found
