"""What somebody typed, understood: words, phrases, what to leave out, and what else they mean.

Whatever is typed is a query: there is no syntax to get wrong. Quotation marks keep words
together, a minus leaves a word out, everything else is just words.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import accumulate

from ..safe_text import without_unsafe_characters
from .full_text import Phrase
from .stop_words import STOP_WORDS
from .synonyms import Synonyms
from .text_normalising import DASHES, compounds_of, joined, stem, words_of

MAX_CHARACTERS = 200
MAX_WORDS = 12

QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02'
QUOTED = re.compile(rf"(?P<minus>(?<!\S)[{DASHES}])?[{QUOTES}](?P<phrase>[^{QUOTES}]*)[{QUOTES}]")
# A minus before a word; "co -production" and "a - b" are no such thing.
LEFT_OUT = re.compile(rf"(?<!\S)(?<!\bco )[{DASHES}](?P<word>[^\W_][^\s{QUOTES}]*)", re.IGNORECASE)

# How much a page counts for that has another word for what was typed.
SYNONYM_WEIGHT = 0.7


@dataclass(frozen=True)
class Alternative:
    """One way to say something: phrases that all have to be there."""

    phrases: tuple[Phrase, ...]
    weight: float = 1.0


@dataclass(frozen=True)
class Clause:
    """One thing that was asked for, in one or several ways."""

    shown: str
    alternatives: tuple[Alternative, ...]
    quoted: bool = False

    def phrases(self) -> list[Phrase]:
        """All phrases of all ways."""
        return [phrase for alternative in self.alternatives for phrase in alternative.phrases]


@dataclass(frozen=True)
class Query:
    """Everything that was asked for with words."""

    text: str = ""
    clauses: tuple[Clause, ...] = ()
    left_out: tuple[Phrase, ...] = ()
    # The whole of the words in order, for a title that says just that.
    whole: Phrase = field(default=())

    def __bool__(self) -> bool:
        return bool(self.clauses or self.left_out)

    def phrases(self) -> list[Phrase]:
        """All phrases, those left out too."""
        return [p for clause in self.clauses for p in clause.phrases()] + list(self.left_out)

    def replacing(self, changed: Iterable[Clause | None]) -> "Query":
        """The same query with other clauses; `None` drops one."""
        return replace(self, clauses=tuple(clause for clause in changed if clause))


@dataclass(frozen=True)
class _Word:
    """A word of the query, or several joined by dashes."""

    written: str
    stem: str
    parts: tuple[str, ...] = ()  # of "well-being", which is also one word

    @property
    def stopped(self) -> bool:
        return self.written in STOP_WORDS


def read_query(text: str, synonyms: Synonyms) -> Query:
    """What is asked for with `text`; whatever that is, this does not fail."""
    text = " ".join(without_unsafe_characters(text)[:MAX_CHARACTERS].split())
    phrases: list[str] = []
    left_out: list[Phrase] = []

    def take_quoted(match: re.Match[str]) -> str:
        words = tuple(words_of(match["phrase"]))[:MAX_WORDS]
        if words and match["minus"]:
            left_out.append(words)
        elif words:
            phrases.append(match["phrase"])
        return " "

    def take_left_out(match: re.Match[str]) -> str:
        words = tuple(words_of(match["word"]))[:MAX_WORDS]
        if words:
            left_out.append(words)
        return " "

    rest = LEFT_OUT.sub(take_left_out, QUOTED.sub(take_quoted, text))
    words = _words(rest)
    clauses = [_quoted(phrase) for phrase in phrases]
    if not phrases and all(word.stopped for word in words):
        clauses += [_plain(word) for word in words]
    else:
        clauses += _clauses(words, synonyms)
    unique = list({clause.alternatives[0]: clause for clause in clauses}.values())
    return Query(
        text=text,
        clauses=tuple(unique[:MAX_WORDS]),
        left_out=tuple(dict.fromkeys(left_out))[:MAX_WORDS],
        whole=tuple(words_of(rest)),
    )


def _words(text: str) -> list[_Word]:
    words = []
    for parts in compounds_of(text):
        if len(parts) > 1 and (one := joined(parts)):
            words.append(_Word("-".join(parts), stem(one), tuple(stem(part) for part in parts)))
        else:
            words.extend(_Word(part, stem(part)) for part in parts)
    return words


def _quoted(text: str) -> Clause:
    phrase = tuple(words_of(text))[:MAX_WORDS]
    return Clause(text.strip(), (Alternative((phrase,)),), quoted=True)


def _plain(word: _Word) -> Clause:
    ways = [Alternative(((word.stem,),))]
    if word.parts:
        ways.insert(0, Alternative((word.parts,)))
    return Clause(word.written, tuple(ways))


def _clauses(words: list[_Word], synonyms: Synonyms) -> list[Clause]:
    """A clause for each word, or for several that have a synonym together."""
    clauses = []
    at = 0
    flat = [part for word in words for part in (word.parts or (word.stem,))]
    lengths = [len(word.parts or (word.stem,)) for word in words]
    starts = [0, *accumulate(lengths)]
    while at < len(words):
        length, others = synonyms.at(flat, starts[at])
        covered = _covered(words, at, length)
        if others and covered:
            clauses.append(_with_synonyms(words[at : at + covered], others))
            at += covered
            continue
        if not words[at].stopped:
            clauses.append(_plain(words[at]))
        at += 1
    return clauses


def _covered(words: list[_Word], at: int, length: int) -> int:
    """How many words from `at` make up `length` of their parts; 0 if none do exactly."""
    count = 0
    while length > 0 and at + count < len(words):
        length -= len(words[at + count].parts or (words[at + count].stem,))
        count += 1
    return count if length == 0 else 0


def _with_synonyms(words: list[_Word], others: Iterable[Phrase]) -> Clause:
    said = tuple((word.stem,) for word in words if not word.stopped) or tuple(
        (word.stem,) for word in words
    )
    ways = [Alternative(said)]
    if len(words) == 1 and words[0].parts:
        ways.insert(0, Alternative((words[0].parts,)))
    ways += [Alternative((phrase,), SYNONYM_WEIGHT) for phrase in others]
    return Clause(" ".join(word.written for word in words), tuple(ways))
