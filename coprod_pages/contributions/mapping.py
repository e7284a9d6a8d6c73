"""What a contributor wrote, as the values of a case study. Plain text goes in, nothing else out.

Whatever looks like markup comes out as the characters that were typed. How to reach the
contributor, and their full name, are left out wherever they stand: a page keeps its older
revisions, and whoever is to be named is named by an editor, on purpose.
"""

import re
import textwrap
from html import escape

from ..case_studies.choices import NamingLevel
from ..case_studies.record import SUMMARY_LENGTH
from ..safe_text import one_line, without_unsafe_characters
from .models import Contribution

LEFT_OUT = "[left out]"
EMPTY_LINES = re.compile(r"\n\s*\n")
NO_DIGITS = re.compile(r"\D")
BETWEEN_DIGITS = r"[\s().\-]*"
# Fewer digits are no number to ring.
SHORTEST_NUMBER = 7

Block = dict[str, str]


def title_of(contribution: Contribution) -> str:
    """What the case study is called."""
    return without_contact(contribution, one_line(contribution.title))


def summary_of(contribution: Contribution) -> str:
    """The summary, cut between two words where it is too long for the page."""
    summary = one_line(without_contact(contribution, contribution.summary))
    if len(summary) <= SUMMARY_LENGTH:
        return summary
    cut = textwrap.shorten(summary, SUMMARY_LENGTH, placeholder="…")
    # One word that is longer than a summary may be has no end to cut at.
    return cut if len(cut) > 1 else f"{summary[: SUMMARY_LENGTH - 1]}…"


def story_of(contribution: Contribution) -> list[Block]:
    """The story in blocks; a summary that had to be cut begins it.

    A short one does not, also where nothing else was told: the page would say it twice.
    """
    texts = [contribution.story]
    summary = one_line(without_contact(contribution, contribution.summary))
    if len(summary) > SUMMARY_LENGTH:
        texts.insert(0, contribution.summary)
    written = (paragraphs(contribution, text) for text in texts)
    return [{"type": "paragraph", "value": html} for html in written if html]


def paragraphs(contribution: Contribution, text: str) -> str:
    """`text` as rich text: paragraphs and line breaks, every other sign as it was typed."""
    text = without_contact(contribution, without_unsafe_characters(text))
    parts = (part.strip() for part in EMPTY_LINES.split(text))
    escaped = (escape(part, quote=False).replace("\n", "<br/>") for part in parts if part)
    return "".join(f"<p>{part}</p>" for part in escaped)


def naming_of(contribution: Contribution) -> str:
    """How much may be named; nobody, where nothing was said."""
    said = contribution.naming
    return said if said in NamingLevel.values else NamingLevel.ANONYMISED


def without_contact(contribution: Contribution, text: str) -> str:
    """`text` without the contributor's address, number and full name."""
    for pattern in _patterns(contribution):
        text = re.sub(pattern, LEFT_OUT, text, flags=re.IGNORECASE)
    return text


def _patterns(contribution: Contribution) -> list[str]:
    patterns = []
    if contribution.email:
        patterns.append(re.escape(contribution.email))
    digits = NO_DIGITS.sub("", contribution.phone)
    if len(digits) >= SHORTEST_NUMBER:
        local = digits.removeprefix("00").removeprefix("44").removeprefix("0")
        # Nothing that repeats stands first: a long row of brackets is read through once.
        country = rf"(?:(?:\+|00)44{BETWEEN_DIGITS})?(?:\(?0\)?{BETWEEN_DIGITS})?"
        patterns.append(country + BETWEEN_DIGITS.join(local))
    names = contribution.name.split()
    # A single name may be an everyday word: Will, Grace, May.
    if len(names) > 1:
        patterns.append(r"\b" + r"\s+".join(map(re.escape, names)) + r"(?!\w)")
    return patterns
