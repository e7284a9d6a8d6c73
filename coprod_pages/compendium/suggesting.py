"""What to look for, while somebody is typing: tags, themes, places and case studies."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _

from ..safe_text import without_unsafe_characters
from ..searching.full_text import Scope, pages_holding
from ..searching.spelling import SHORTEST_COMPLETED, vocabulary_at
from ..searching.stop_words import STOP_WORDS
from ..searching.text_normalising import compounds_of, fold, stem
from .cards import cards_for
from .catalogue import Catalogue, current
from .terms import Term
from .words import with_all

MOST = 8
MOST_TERMS = 5
LONGEST_TEXT = 80
MOST_WORDS = 6
# Of the words that begin like the one being typed, the usual ones.
MOST_COMPLETIONS = 12
SUGGESTED_FACETS = ("borough", "theme", "tag")


def suggest(request: HttpRequest) -> JsonResponse:
    """Suggestions for `?q=`; whatever that is, this does not fail."""
    text = without_unsafe_characters(request.GET.get("q", "")[:LONGEST_TEXT])
    address = request.path.removesuffix("suggest/")
    response = JsonResponse({"suggestions": suggestions_for(text, address)})
    # It means the same, and no markup of a title's goes out as such.
    response.content = response.content.replace(b"<", b"\\u003c")
    return response


def suggestions_for(text: str, address: str) -> list[dict[str, str]]:
    """What `text` may be the beginning of, in the compendium at `address`."""
    words = [word for parts in compounds_of(text) for word in parts][:MOST_WORDS]
    if not words:
        return []
    catalogue = current()
    kinds = {"borough": _("Place"), "theme": _("Theme"), "tag": _("Tag")}
    found = [
        {
            "label": term.name,
            "kind": kinds[parameter],
            "url": f"{address}?{urlencode({parameter: term.slug})}",
        }
        for parameter, term in _terms(catalogue, " ".join(words))
    ]
    titles = cards_for(catalogue, _with_titles(catalogue, words, MOST - len(found)))
    return found + [
        {"label": card.title, "kind": _("Case study"), "url": card.url} for card in titles
    ]


def _terms(catalogue: Catalogue, typed: str) -> list[tuple[str, Term]]:
    """Values with a word that begins with what was typed, those that begin with it first."""
    ranked: dict[tuple[str, Term], tuple[bool, int]] = {}
    for parameter, name, term in _names(catalogue):
        at = name.find(f" {typed}")
        count = catalogue.values.get(term.key, 0).bit_count() if at >= 0 else 0
        if count:
            rank = (at > 0, -count)
            ranked[parameter, term] = min(rank, ranked.get((parameter, term), rank))
    return sorted(ranked, key=ranked.__getitem__)[:MOST_TERMS]


def _names(catalogue: Catalogue) -> list[tuple[str, str, Term]]:
    """What values are called, other names of tags too, ready to compare: " tower hamlets"."""
    key = ("names to suggest",)
    names: Any = catalogue.remembered.get(key)
    if names is None:
        terms = catalogue.terms
        names = [
            (parameter, " " + fold(called).replace("-", " "), term)
            for parameter in SUGGESTED_FACETS
            for slug, term in terms.by_slug[parameter].items()
            for called in {term.name, slug}
        ]
        catalogue.remembered.put(key, names)
    return names


def _with_titles(catalogue: Catalogue, words: list[str], number: int) -> list[int]:
    """The newest case studies whose titles have all the words, the last one perhaps half typed."""
    *before, last = words
    whole = [word for word in before if word not in STOP_WORDS]
    if len(last) < SHORTEST_COMPLETED and not whole:
        return []
    completed = vocabulary_at(catalogue.version).beginning_with(last)[:MOST_COMPLETIONS]
    ends = dict.fromkeys(stem(word) for word in [last, *completed])
    keys = [(Scope.TITLE, (stem(word),)) for word in whole]
    last_keys = [(Scope.TITLE, (end,)) for end in ends]
    held = pages_holding([*dict.fromkeys([*keys, *last_keys])])
    sets = {key: catalogue.bits_of_pages(pages) for key, pages in held.items()}
    any_end = 0
    for key in last_keys:
        any_end |= sets[key]
    bits = with_all([any_end, *(sets[key] for key in keys)])
    return catalogue.page_ids_of(catalogue.in_order(bits, "newest")[:number])
