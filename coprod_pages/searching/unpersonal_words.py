"""What of a search may be kept: words, and nothing that could tell who somebody is.."""

import re

from ..safe_text import without_unsafe_characters
from .queries import LEFT_OUT, MAX_CHARACTERS
from .text_normalising import LONGEST_WORD, compounds_of

# Longer texts are sentences, and in sentences people tell about themselves.
MOST_WORDS = 6
# As long as the column that holds them.
LONGEST_KEPT = 200

ADDRESS_ON_THE_NET = re.compile(r"@|://|\bwww\.", re.IGNORECASE)
POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b", re.IGNORECASE)
DATE = re.compile(r"\b\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{2,4}\b")
HOUSE = re.compile(
    r"\b\d+[a-z]?,?\s+(?:\w+\s+){1,3}"
    r"(?:street|st|road|rd|avenue|ave|lane|close|court|house|gardens|square|terrace|way|drive)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Fewer digits are a year, an age or the name of a disease; more are a number of somebody.
MOST_DIGITS = 4


def kept_words(text: str) -> str:
    """The folded words of `text`, one blank between them; empty when they may not be kept.

    Left out as a whole is what looks like an e-mail address, a link, a telephone, NHS or
    other number, a postcode, a house or a date, and what is longer than six words. Names
    cannot be told from other words: the report shows only what was searched on several days.
    """
    text = without_unsafe_characters(text[:MAX_CHARACTERS])
    if any(sign.search(text) for sign in (ADDRESS_ON_THE_NET, POSTCODE, DATE, HOUSE)):
        return ""
    if sum(character.isdigit() for character in YEAR.sub("", text)) > MOST_DIGITS:
        return ""
    words = [word for parts in compounds_of(LEFT_OUT.sub(" ", text)) for word in parts]
    if len(words) > MOST_WORDS or any(len(word) > LONGEST_WORD for word in words):
        return ""
    kept = " ".join(words)
    # Folding makes some letters longer: one stands for a whole greeting.
    return kept if len(kept) <= LONGEST_KEPT else ""
