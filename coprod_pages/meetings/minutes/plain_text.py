"""Rich text as plain text that prints well. Pure: no models, no requests."""

import textwrap
from html.parser import HTMLParser

WIDTH = 76
HEADINGS = {"h2", "h3", "h4"}
BLOCKS = {"p", "div", "li", "ul", "ol", "blockquote", *HEADINGS}


class _Writer(HTMLParser):
    """Collects paragraphs: headings underlined, points with a dash, links with their address."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self._width = width
        self.paragraphs: list[str] = []
        self._words: list[str] = []
        self._lists: list[int | None] = []  # of each open list its last number, if it has any
        self._address = ""
        self._follows_point = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self._finish()
        if tag in ("ul", "ol"):
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li" and self._lists and self._lists[-1] is not None:
            self._lists[-1] += 1
        elif tag == "a":
            self._address = dict(attrs).get("href") or ""
        elif tag == "br":
            self._words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._address:
            self._words.append(f" ({self._address})")
            self._address = ""
        if tag in BLOCKS:
            self._finish(tag)
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        # A line break in the HTML is a space; one that somebody made is `br`.
        self._words.append(data.replace("\n", " "))

    def close(self) -> None:
        super().close()
        self._finish()

    def _finish(self, tag: str = "") -> None:
        lines = [" ".join(line.split()) for line in "".join(self._words).split("\n")]
        text = "\n".join(line for line in lines if line)
        self._words = []
        if not text:
            return
        is_point = bool(self._lists) and tag not in HEADINGS
        if tag in HEADINGS:
            text = underlined(text)
        elif is_point:
            number = self._lists[-1]
            mark = f"{number}. " if number else "- "
            text = point(text, mark, depth=len(self._lists) - 1, width=self._width)
        else:
            text = "\n".join(textwrap.fill(line, self._width) for line in text.split("\n"))
        if is_point and self._follows_point:
            # The points of one list stand close together.
            text = f"{self.paragraphs.pop()}\n{text}"
        self.paragraphs.append(text)
        self._follows_point = is_point


def plain_text(html: str, width: int = WIDTH) -> str:
    """`html` as paragraphs with an empty line between them; "" if it has no words."""
    writer = _Writer(width)
    writer.feed(html)
    writer.close()
    return "\n\n".join(writer.paragraphs)


def underlined(text: str, with_sign: str = "-") -> str:
    """A heading."""
    lines = textwrap.wrap(text, WIDTH)
    return "\n".join([*lines, with_sign * max(map(len, lines), default=0)])


def point(text: str, mark: str = "- ", depth: int = 0, width: int = WIDTH) -> str:
    """One point of a list, with its lines below each other."""
    indent = "  " * depth
    return textwrap.fill(
        text, width, initial_indent=indent + mark, subsequent_indent=indent + " " * len(mark)
    )
