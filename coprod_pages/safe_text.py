"""Making text from outside safe to keep: whatever is typed, pasted or imported.

One stray control character makes every later spreadsheet, Word file and feed fail, and
direction overrides can make text read as something else.
"""

import re
import unicodedata

# C0 and C1 controls except tab and newline, the two non-characters U+FFFE and U+FFFF,
# the replacement for lone surrogates, and bidirectional overrides and isolates.
UNSAFE_CHARACTERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff\u202a-\u202e\u2066-\u2069]"
)
LETTER_OR_DIGIT = re.compile(r"[^\W_]")
BLANKS = re.compile(r"[ \t\u00a0]+")


def without_unsafe_characters(text: str) -> str:
    """`text` in Unicode normal form C, without characters that break documents."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", UNSAFE_CHARACTERS.sub("", text))


def one_line(text: str) -> str:
    """`text` made safe, on one line, without stray spaces."""
    return BLANKS.sub(" ", without_unsafe_characters(text).replace("\n", " ")).strip()


def says_something(text: str) -> bool:
    """Whether `text` holds a letter or a digit; a title of signs alone makes no address."""
    return bool(LETTER_OR_DIGIT.search(text))


# What a spreadsheet program takes for the beginning of a formula (OWASP, CSV injection).
FORMULA_START = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def without_formula(value: object) -> object:
    """`value` for a spreadsheet cell: text that would run as a formula starts with an apostrophe."""
    if isinstance(value, str) and value.startswith(FORMULA_START):
        return f"'{value}"
    return value
