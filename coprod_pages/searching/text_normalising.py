"""One form for words that mean the same, used when indexing and when querying. Pure.

Words come out as plain letters and digits, so they can neither be search-engine syntax nor
be split again differently by one database than by another.
"""

import re
import unicodedata
from functools import lru_cache

from snowballstemmer import stemmer

from .word_forms import base_form

_stemmer = stemmer("english")

# For character classes. Hyphens and dashes, soft and no-break ones included; quotes that stand for an apostrophe.
DASHES = "\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d\\-"
APOSTROPHES = "\u2018\u2019\u02bc\u0060\u00b4\uff07\u2032'"

# Letters that Unicode does not take apart into a plain one and a mark.
LIKE_TWO_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i"}
)
MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
# What stands in a place where two texts meet, so that no phrase runs from one into the other.
BREAK = "zzbreak"
PARAGRAPH = "\f"

# "co" and what is done together: joined by a dash, a blank or both, or written as one word.
# "co" is no English word, so whatever follows belongs to it: co-production, co design, co-op.
TOGETHER = re.compile(rf"\bco(?:\s?[{DASHES}]\s?|\s)(?=[^\W\d_]{{2,}})")
DASH = re.compile(rf"[{DASHES}]")
POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s\b")
APOSTROPHE = re.compile(rf"[{APOSTROPHES}]")
COMPOUND = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

# A word of more characters is cut: nobody looks for it, and databases have limits.
LONGEST_WORD = 40


def fold(text: str) -> str:
    """`text` in lower case, without accents, apostrophes, and with "co-production" as one word."""
    text = text.lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).casefold()
        text = MARKS.sub("", text).translate(LIKE_TWO_LETTERS)
    text = APOSTROPHE.sub("", POSSESSIVE.sub("", text)).replace(" & ", " and ")
    return DASH.sub("-", TOGETHER.sub("co", text))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of one folded word: plurals, endings and American spellings are one."""
    if not word.isascii():
        # Other scripts keep their words, in letters that no database takes apart.
        return "u" + word[:LONGEST_WORD].encode().hex()
    if not word.isalpha():
        # Digits among letters are taken apart by some databases, unless a letter comes first.
        return word[:LONGEST_WORD] if word.isdigit() else "n" + word[:LONGEST_WORD]
    word = word[:LONGEST_WORD]
    return base_form(word, _stemmer.stemWord)


def compounds_of(text: str) -> list[list[str]]:
    """The folded words of `text`, in order; those joined by dashes ("well-being") together."""
    return [compound.split("-") for compound in COMPOUND.findall(fold(text))]


def words_of(text: str) -> list[str]:
    """The normalised words of `text`, in order."""
    return [stem(word) for parts in compounds_of(text) for word in parts]


def normalise(text: str) -> str:
    """The normalised words of `text`, one blank between them."""
    return " ".join(words_of(text))


def joined(parts: list[str]) -> str:
    """The one word that dashes make of `parts` ("well-being"); empty when they make none."""
    return "".join(parts) if len(parts) > 1 and all(part.isalpha() for part in parts) else ""


def to_index(text: str) -> tuple[str, set[str]]:
    """What is stored of `text`: its normalised words, and the words as people wrote them.

    Paragraphs are kept apart, so that no phrase runs from one into the next. Words made by
    dashes come after their paragraph, where they come between no two of its words.
    """
    stems: list[str] = []
    written: set[str] = set()
    for paragraph in text.split(PARAGRAPH):
        together = []
        for compound in COMPOUND.findall(fold(paragraph)):
            if "-" not in compound:
                stems.append(stem(compound))
                written.add(compound)
                continue
            parts = compound.split("-")
            stems.extend(map(stem, parts))
            written.update(parts)
            if one := joined(parts):
                together.append(stem(one))
                written.add(one)
        stems += [BREAK, *together, BREAK] if together else [BREAK]
    while stems and stems[-1] == BREAK:
        stems.pop()
    return " ".join(stems), written
