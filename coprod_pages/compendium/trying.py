"""Trying a search from the admin: where it leads and how much it finds."""

from urllib.parse import urlencode

from django.http import QueryDict

from .models import CompendiumPage
from .selection import Selection


def compendium_address() -> str:
    """The address of the search; empty while the compendium is not published."""
    compendium = CompendiumPage.objects.live().first()
    return (compendium.url or "") if compendium else ""


def address_of_search(address: str, words: str) -> str:
    """The address that searches for `words`; empty without a search."""
    return f"{address}?{urlencode({'q': words})}" if address else ""


def how_many_have(words: str) -> int:
    """How many case studies have all of `words`, or what else they are called."""
    parameters = QueryDict(urlencode({"q": words, "exact": "1"}))
    return Selection(parameters).total_with_all
