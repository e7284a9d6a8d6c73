"""The order from A to Z in a document. Pure.

A name stands where a reader looks for it: by its first letter or digit. Quotation marks and signs
such as # and = before it do not count, nor does The, A or An; nor do accents and capitals.
"""

import re
import unicodedata

_SIGNS = re.compile(r"^[\W_]+")
_ARTICLE = re.compile(r"^(?:the|an?)\s+(?=\S)", re.IGNORECASE)


def place_in_alphabet(name: str) -> tuple[str, str]:
    """What to sort `name` by; names that differ only in what does not count stay in one order."""
    counted = _SIGNS.sub("", _ARTICLE.sub("", _SIGNS.sub("", name))) or name
    letters = unicodedata.normalize("NFKD", counted.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c)), name
