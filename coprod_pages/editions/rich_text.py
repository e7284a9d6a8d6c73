"""Wagtail's rich text as blocks of a document."""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag
from wagtail.models import Site
from wagtail.rich_text import expand_db_html

from .readying import DEEPEST
from .tree import Block, Heading, Items, Paragraph, Run, Runs

HEADINGS = {"h1": 0, "h2": 0, "h3": 1, "h4": 2, "h5": 3, "h6": 4}
LISTS = {"ul": False, "ol": True}
LEFT_OUT = {"script", "style", "template", "noscript", "iframe", "object", "svg", "head", "title"}
INLINE = {
    *("a", "b", "strong", "i", "em", "span", "br", "sup", "sub", "small", "code", "cite", "q"),
    *("abbr", "mark", "s", "u", "del", "ins", "time", "img", "label", "font"),
}
LINKED = ("http", "https", "mailto", "tel")


class Levels:
    """Gives headings levels that never skip one, whatever the text says.

    `rank` is what the text says: 0 for a heading of the page, 1 and more for those inside a text.
    """

    def __init__(self, level: int) -> None:
        self._level = level
        self._ranks: list[int] = []

    def level_of(self, rank: int) -> int:
        """The level of the next heading."""
        while self._ranks and self._ranks[-1] >= rank:
            self._ranks.pop()
        self._ranks.append(rank)
        return min(self._level + len(self._ranks) - 1, DEEPEST)


def rich_text_blocks(
    html: str, level: int, base: str = "", levels: Levels | None = None
) -> tuple[Block, ...]:
    """Rich text as it is stored, as blocks; its first headings are of `level`.

    Links are made absolute with `base`, or with the address of the site. `levels` goes on with
    the headings of a longer text.
    """
    soup = BeautifulSoup(expand_db_html(html or ""), "html.parser")
    reader = _Reader(levels or Levels(level), base or site_address())
    return tuple(reader.blocks(soup))


def site_address() -> str:
    """The address of the site, for links that have to be whole; asked of no request."""
    paths = Site.get_site_root_paths()
    return f"{paths[0].root_url}/" if paths else ""


def absolute(address: str, base: str) -> str:
    """`address` as a whole one; nothing when it leads to what no document may link to."""
    try:
        whole = urljoin(base, (address or "").strip())
        scheme = urlsplit(whole).scheme.lower()
    except ValueError:
        return ""
    return whole if scheme in LINKED else ""


class _Reader:
    """Reads HTML; what it does not know is read for its words."""

    def __init__(self, levels: Levels, base: str) -> None:
        self.levels = levels
        self.base = base

    def blocks(self, parent: Tag) -> Iterator[Block]:
        """The blocks inside `parent`; words that stand among them are paragraphs."""
        loose: list[Run] = []
        for child in parent.children:
            if self._is_inline(child):
                loose.extend(self._runs(child))
                continue
            yield from _paragraph(loose)
            loose = []
            if isinstance(child, Tag):
                yield from self._block(child)
        yield from _paragraph(loose)

    def _block(self, tag: Tag) -> Iterator[Block]:
        if tag.name in LEFT_OUT:
            return
        if tag.name in HEADINGS:
            words = _tidy(list(self._children(tag)))
            text = " ".join("".join(run.text for run in words).split())
            if text:
                yield Heading(text, self.levels.level_of(HEADINGS[tag.name]), "")
        elif tag.name in LISTS:
            items = [tuple(self.blocks(li)) for li in tag.find_all("li", recursive=False)]
            if any(items):
                yield Items(tuple(item for item in items if item), LISTS[tag.name])
        else:
            yield from self.blocks(tag)

    def _is_inline(self, child: object) -> bool:
        if isinstance(child, PreformattedString):
            return False
        if isinstance(child, NavigableString):
            return True
        return isinstance(child, Tag) and child.name in INLINE

    def _runs(
        self, node: object, bold: bool = False, italic: bool = False, link: str = ""
    ) -> Iterator[Run]:
        if isinstance(node, PreformattedString):
            return
        if isinstance(node, NavigableString):
            yield Run(str(node).replace("\n", " "), bold, italic, link)
        elif isinstance(node, Tag) and node.name == "br":
            yield Run("\n", bold, italic)
        elif isinstance(node, Tag) and node.name == "img":
            yield Run(str(node.get("alt") or ""), bold, italic, link)
        elif isinstance(node, Tag) and node.name not in LEFT_OUT:
            bold = bold or node.name in ("b", "strong")
            italic = italic or node.name in ("i", "em", "cite")
            if node.name == "a":
                link = absolute(str(node.get("href") or ""), self.base) or link
            yield from self._children(node, bold, italic, link)

    def _children(
        self, node: Tag, bold: bool = False, italic: bool = False, link: str = ""
    ) -> Iterator[Run]:
        for child in node.children:
            yield from self._runs(child, bold, italic, link)


def _paragraph(runs: list[Run]) -> Iterator[Paragraph]:
    tidy = _tidy(runs)
    if tidy:
        yield Paragraph(tidy)


def _tidy(runs: list[Run]) -> Runs:
    """`runs` without blanks at their ends; nothing when they say nothing."""
    tidy = [run for run in runs if run.text]
    while tidy and not tidy[0].text.strip():
        tidy.pop(0)
    while tidy and not tidy[-1].text.strip():
        tidy.pop()
    if not tidy:
        return ()
    first = tidy[0]
    tidy[0] = Run(first.text.lstrip(), first.bold, first.italic, first.link)
    last = tidy[-1]
    tidy[-1] = Run(last.text.rstrip(), last.bold, last.italic, last.link)
    return tuple(tidy)
