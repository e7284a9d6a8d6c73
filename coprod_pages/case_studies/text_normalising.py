"""One form for words that mean the same, used when indexing and when querying. Pure.

Words come out as plain letters and digits, so they can neither be search-engine syntax nor
be split again differently by one database than by another.
"""

import re
import unicodedata
from functools import lru_cache

from snowballstemmer import stemmer

_stemmer = stemmer("english")

# Hyphens and dashes, soft and no-break ones included; quotes that stand for an apostrophe.
DASHES = "\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d-"
APOSTROPHES = "\u2018\u2019\u02bc\u0060\u00b4\uff07'"

# "co" joined to one of the things people do together: by a dash, a blank or nothing. The
# list is of the verbs' beginnings; each covers every ending. "co op" is not among them.
TOGETHER = re.compile(
    rf"\bco[{DASHES}]?\s?"
    r"(?=(?:produc|design|creat|deliver|commission|assess|author|evaluat|decid|decision|"
    r"govern|research|facilitat|develop|plan|own|lead|led|chair|locat))"
)
WORD = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """`text` in lower case, without accents, apostrophes, and with "co-production" as one word."""
    text = unicodedata.normalize("NFKD", text).casefold()
    text = "".join(character for character in text if not unicodedata.combining(character))
    text = re.sub(rf"[{APOSTROPHES}]s\b", "", text)
    text = re.sub(rf"[{APOSTROPHES}]", "", text)
    return TOGETHER.sub("co", text)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of one folded word, with British -ise written as American -ize."""
    word = re.sub(r"is(e|es|ed|er|ers|ing|ation|ations)$", r"iz\1", word) if len(word) > 5 else word
    return _stemmer.stemWord(word)


def words_of(text: str) -> list[str]:
    """The normalised words of `text`, in order."""
    return [stem(word) for word in WORD.findall(fold(text))]


def normalise(text: str) -> str:
    """The normalised words of `text`, one blank between them."""
    return " ".join(words_of(text))
