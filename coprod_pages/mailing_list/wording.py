"""From the words of a message to the HTML and the plain text of a mail. Pure.

Headings, lists, paragraphs and links, and nothing else: all other signs are shown as they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

HEADING, BULLET = "# ", "- "
NAMED = r"\[(?P<words>[^\[\]\n]{1,300})\]\((?P<named>https?://[^\s()<>\"]+)\)"
BARE = r"(?P<bare>https?://[^\s<>\"]*[^\s<>\".,;:!?)\]])"
LINK = re.compile(f"{NAMED}|{BARE}")
# What would end the words of a link too early.
BRACKETS = str.maketrans("[]", "()")


@dataclass(frozen=True)
class Part:
    """A heading, a list or a paragraph, with its lines."""

    kind: str
    lines: list[str]


def parts(text: str) -> Iterator[Part]:
    """The parts of a text, which empty lines keep apart."""
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        if lines and lines[0].startswith(HEADING):
            yield Part("heading", [lines[0].removeprefix(HEADING).strip()])
            lines = lines[1:]
        if lines and all(line.startswith(BULLET) for line in lines):
            yield Part("list", [line.removeprefix(BULLET).strip() for line in lines])
        elif lines:
            yield Part("paragraph", lines)


def as_html(text: str) -> str:
    """`text` as safe HTML. Its headings are of the second level."""
    return "\n".join(_part_as_html(part) for part in parts(text))


def as_text(text: str) -> str:
    """`text` as plain text: headings underlined, addresses after the words of their links."""
    return "\n\n".join(_part_as_text(part) for part in parts(text))


def link(words: str, address: str) -> str:
    """A link as one writes it in a message."""
    return f"[{words.translate(BRACKETS)}]({address})"


def _part_as_html(part: Part) -> str:
    lines = [_links_as_html(line) for line in part.lines]
    if part.kind == "heading":
        return f"<h2>{lines[0]}</h2>"
    if part.kind == "list":
        return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"
    return "<p>" + "<br>".join(lines) + "</p>"


def _part_as_text(part: Part) -> str:
    lines = [LINK.sub(_link_as_text, line) for line in part.lines]
    if part.kind == "heading":
        return f"{lines[0]}\n{'-' * min(len(lines[0]), 70)}"
    if part.kind == "list":
        return "\n".join(f"- {line}" for line in lines)
    return "\n".join(lines)


def _links_as_html(line: str) -> str:
    written, end = [], 0
    for found in LINK.finditer(line):
        address = found["named"] or found["bare"]
        words = found["words"] or address
        written += [escape(line[end : found.start()]), _anchor(words, address)]
        end = found.end()
    return "".join([*written, escape(line[end:])])


def _anchor(words: str, address: str) -> str:
    return f'<a href="{escape(address)}">{escape(words)}</a>'


def _link_as_text(found: re.Match) -> str:
    return f"{found['words']}\n{found['named']}" if found["named"] else found["bare"]
