"""One e-mail address in texts of any kind: the same however it is written, and no longer one."""

import re
from html import escape
from urllib.parse import quote

# Not as a part of a longer address, such as nada@example.org or ada@example.org.uk. What stands
# before may be the end of an escape: a line break in JSON (\n), a space in a link (%20).
BEFORE = r"(?:(?<!\w)(?<!\w[.+-])|(?<=\\[bfnrt])|(?<=\\u[0-9a-f]{4})|(?<=%[0-9a-f]{2}))"
AFTER = r"(?!\w)(?![.-]\w)"


def normal_form(email: str) -> str:
    """The form in which two spellings of one address are equal: no spaces, small letters."""
    return email.strip().casefold()


def mention_of(email: str) -> re.Pattern[str]:
    """What finds `email` in a text, in any case, as it is or escaped for a link, HTML or JSON."""
    written = "".join(_ways_to_write(character) for character in email.strip())
    return re.compile(f"{BEFORE}{written}{AFTER}", re.IGNORECASE)


def certain_parts(email: str) -> list[str]:
    """Parts that stand in a text as they are when it mentions `email`, the longest first.

    Letters and digits are the same in every escape, and only ASCII ones in any case are the same
    for every database: for a first choice of rows, before `mention_of` looks at them.
    """
    return sorted(set(re.findall(r"[a-z0-9]+", email, re.IGNORECASE)), key=len, reverse=True)


def _ways_to_write(character: str) -> str:
    if character.isascii() and character.isalnum():
        return character
    code = ord(character)
    ways = {character, escape(character), quote(character, safe=""), f"&#{code};", f"&#x{code:x};"}
    ways |= {f"\\u{code:04x}", f"\\{character}"} if code < 0x10000 else set()
    return "(?:" + "|".join(re.escape(way) for way in sorted(ways, key=len, reverse=True)) + ")"
