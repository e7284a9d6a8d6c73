"""Which searches of the compendium are counted for the report."""

from django.http import HttpRequest

from ..searching import search_log
from .finding import Found
from .selection import Selection


def note_search(request: HttpRequest, selection: Selection) -> None:
    """Count a search for words alone.

    When facets narrow it, the words were counted before, and that nothing is left then says
    nothing about the words.
    """
    if selection.text and not selection.lessons and not any(selection.selected.values()):
        results = answers(selection.found, selection.total)
        search_log.note_search(request, selection.text, results)


def answers(found: Found, total: int) -> int:
    """How many of `total` results answer what was asked: none that leaves out a word nobody
    knows, for that is what editors can mend with synonyms."""
    return min(found.with_all.bit_count(), total) if found.unknown else total
