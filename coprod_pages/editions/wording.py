"""How words are written in every format: addresses, running heads, direction. Pure."""

from unicodedata import bidirectional

from .tree import Block, Document, Heading, Run, Runs

LONGEST_RUNNING_HEAD = 64
CONTENTS_LEVELS = 2  # sections and what is in them


def readable_address(address: str) -> str:
    """An address as people write it: without scheme, `www.` and the last slash."""
    for start in ("https://", "http://", "mailto:", "tel:"):
        address = address.removeprefix(start)
    return address.removeprefix("www.").rstrip("/")


def printed_address(run: Run) -> str:
    """What has to be printed beside a link, because paper cannot be pressed; often nothing."""
    if not run.link.startswith(("https://", "http://", "mailto:")):
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


def shortened(text: str, length: int = LONGEST_RUNNING_HEAD) -> str:
    """`text` on one line of at most `length` characters."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1].rstrip()}…"


def running_head(heading: Heading) -> str:
    """What stands above each page of the part below `heading`."""
    return shortened(heading.short or heading.text)


def contents_of(document: Document) -> list[Heading]:
    """The headings that the table of contents lists."""

    def is_listed(block: Block) -> bool:
        return isinstance(block, Heading) and block.level <= CONTENTS_LEVELS

    return [block for block in document.blocks if is_listed(block)] if document.contents else []
