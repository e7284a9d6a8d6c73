"""Related case studies: those pinned by hand, then those that share most."""

from ..case_studies.models import CaseStudyPage
from ..conf import RELATED_CASE_STUDIES
from .cards import Card, cards_once
from .catalogue import Catalogue, current
from .entries import facet_keys

# What is shared, and how much it says. A tag is chosen with more care than a theme.
WEIGHTS = {"tag": 3, "theme": 2, "stage": 1, "borough": 1}


def related_to(page: CaseStudyPage) -> list[Card]:
    """Case studies to read next, as many as the setting says, none that is not public."""
    limit = RELATED_CASE_STUDIES.get()
    catalogue = current()
    pinned = [row.related_id for row in page.pinned_related.all()]
    others = catalogue.visible & ~catalogue.bits_of_pages([page.pk, *pinned])
    best = most_shared(catalogue, facet_keys(page), others, limit)
    return cards_once(catalogue, [*pinned, *catalogue.page_ids_of(best)])[:limit]


def most_shared(catalogue: Catalogue, keys: list[str], among: int, limit: int) -> list[int]:
    """The positions in `among` that share most of `keys`, of equals the newest."""
    digits: list[int] = []
    for key in keys:
        weight = WEIGHTS.get(key.partition("-")[0], 0)
        for place in range(weight.bit_length()):
            if weight >> place & 1:
                _add(digits, catalogue.values.get(key, 0) & among, place)
    left = 0
    for digit in digits:
        left |= digit
    best: list[int] = []
    while left and len(best) < limit:
        equals = left
        for digit in reversed(digits):
            equals = equals & digit or equals
        best += catalogue.in_order(equals, "newest")[: limit - len(best)]
        left &= ~equals
    return best


def _add(digits: list[int], bits: int, place: int) -> None:
    """Add 2**place to the score of everything in `bits`.

    The scores of all case studies are kept as sets, one for each binary digit: adding costs a
    few operations on whole sets, however many case studies there are.
    """
    while bits:
        while len(digits) <= place:
            digits.append(0)
        carry = digits[place] & bits
        digits[place] ^= bits
        bits = carry
        place += 1
