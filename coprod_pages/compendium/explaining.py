"""Telling visitors how their search was understood, and what else would find something."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib.humanize.templatetags.humanize import intcomma
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..searching.queries import QUOTES
from .finding import Found
from .selection import Selection, without

# Each is a search of its own, so of a great many choices only some are tried.
MOST_TRIED = 12
WITHOUT_QUOTES = str.maketrans(dict.fromkeys(QUOTES, " "))


@dataclass(frozen=True)
class WayOn:
    """Another search: what is different, its query, and how much it finds."""

    label: str
    query: str
    count: int


def coverage(found: Found, every: int, total: int, best_first: bool = True) -> str:
    """Which of `total` answers have all the words, where not all do but only `every` one."""
    if every >= total:
        return ""
    several = len(found.query.clauses) > 1
    if not every:
        if several:
            return _("No case study has all of these words. These have some of them.")
        return _("No case study has just this word. These have words that begin with it.")
    if several:
        first = ngettext(
            "%(number)s case study has all your words.",
            "%(number)s case studies have all your words.",
            every,
        )
    else:
        first = ngettext(
            "%(number)s case study has just this word.",
            "%(number)s case studies have just this word.",
            every,
        )
    return f"{first % {'number': intcomma(every)}} {_rest(total - every, several, best_first)}"


def _rest(number: int, several: bool, best_first: bool) -> str:
    if not best_first:
        if several:
            return _("The others have some of them.")
        return _("The others have words that begin with it.")
    if several:
        text = ngettext(
            "The one after has some of them.", "The %(number)s after them have some.", number
        )
    else:
        text = ngettext(
            "The one after has words that begin with it.",
            "The %(number)s after have words that begin with it.",
            number,
        )
    return text % {"number": intcomma(number)}


def ways_on(selection: Selection) -> list[WayOn]:
    """What would find something, where nothing was found.

    Everything but one choice; or, where that is still too much, one choice alone.
    """
    chosen = [
        (term.name, parameter, term.slug)
        for parameter, terms in selection.selected.items()
        for term in terms
    ]
    if selection.lessons:
        chosen.append((_("Has lessons from difficulty"), "lessons", "1"))
    if selection.text:
        chosen.append((f"“{selection.text}”", "q", selection.text))
    pairs = selection.parameters()
    tried = []
    if len(chosen) > 1:
        tried = [
            (_("without %(choice)s") % {"choice": label}, without(pairs, parameter, value))
            for label, parameter, value in chosen
        ]
    # Words that stand nowhere together may be found apart.
    apart = " ".join(selection.text.translate(WITHOUT_QUOTES).split())
    if apart and apart != selection.text:
        changed = [("q", apart), *[pair for pair in pairs if pair[0] != "q"]]
        tried.append((_("without the quotation marks"), urlencode(changed)))
    ways = _with_results(selection, tried)
    if not ways and len(chosen) > 2:
        ways = _with_results(
            selection,
            [
                (_("with nothing but %(choice)s") % {"choice": label}, urlencode({name: value}))
                for label, name, value in chosen
            ],
        )
    return ways


def _with_results(selection: Selection, tried: list[tuple[str, str]]) -> list[WayOn]:
    ways = [
        WayOn(label, query, Selection(QueryDict(query), selection.catalogue).total)
        for label, query in tried[:MOST_TRIED]
    ]
    return [way for way in ways if way.count]
