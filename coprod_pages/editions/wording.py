"""How words are written in every format: addresses, running heads, direction. Pure."""

import re
from unicodedata import bidirectional
from urllib.parse import unquote_to_bytes

from .tree import Block, Document, Heading, Run, Runs

LONGEST_RUNNING_HEAD = 64
LONGEST_LARGE_RUNNING_HEAD = 54
_ENCODED_LETTERS = re.compile(r"(?:%[89A-F][0-9A-F])+", re.IGNORECASE)


def readable_address(address: str) -> str:
    """An address as people write it: without scheme, `www.` and the last slash, letters as such."""
    for start in ("https://", "http://", "mailto:", "tel:"):
        address = address.removeprefix(start)
    return _ENCODED_LETTERS.sub(_letters, address.removeprefix("www.").rstrip("/"))


def _letters(encoded: re.Match[str]) -> str:
    """The letters that are meant; what are none stays as it is."""
    try:
        letters = unquote_to_bytes(encoded[0]).decode()
    except UnicodeDecodeError:
        return encoded[0]
    return letters if letters.isalnum() else encoded[0]


def printed_address(run: Run) -> str:
    """What has to be printed beside a link, because paper cannot be pressed; often nothing."""
    if run.is_repeated or not run.link.startswith(("https://", "http://", "mailto:")):
        return ""
    address = readable_address(run.link)
    return "" if readable_address(run.text.strip()) == address else address


def is_from_the_right(text: str) -> bool:
    """Whether `text` begins with a letter that is written from right to left."""
    for character in text:
        kind = bidirectional(character)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def words_of(runs: Runs) -> str:
    """The words of `runs` without their look."""
    return "".join(run.text for run in runs)


def sentence(text: str) -> str:
    """`text` with a full stop, unless it ends a sentence already."""
    text = text.rstrip()
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def shortened(text: str, length: int = LONGEST_RUNNING_HEAD) -> str:
    """`text` on one line of at most `length` characters, cut between words if it can be."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    whole_words = line[:length].rpartition(" ")[0]
    cut = whole_words if len(whole_words) > length // 2 else line[: length - 1]
    return f"{cut.rstrip(' ,;:–—-')}…"


def running_head(heading: Heading, large: bool = False) -> str:
    """What stands above each page of the part below `heading`: no more than a line has room for."""
    most = LONGEST_LARGE_RUNNING_HEAD if large else LONGEST_RUNNING_HEAD
    return shortened(heading.short or heading.text, most)


def contents_of(document: Document) -> list[Heading]:
    """The headings that the table of contents lists."""

    def is_listed(block: Block) -> bool:
        return isinstance(block, Heading) and block.level <= document.contents_levels

    return [block for block in document.blocks if is_listed(block)] if document.contents else []
