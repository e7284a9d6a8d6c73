"""HTML from elsewhere, made into what the editor's own text may hold. Pure.

Text that code saves is not cleaned by the editor, so it is cleaned here: no scripts, no
attributes but safe addresses, no characters that break documents.
"""

import html as html_entities
import re

import nh3
from bs4 import BeautifulSoup, NavigableString, Tag

from ..safe_text import without_unsafe_characters
from .interpreting import line
from .notes import CHANGED, LEFT_OUT, LOOK, Notes

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
INLINE = {"a", "b", "strong", "i", "em", "sup", "sub", "br"}
TABLE = {"table", "thead", "tbody", "tr", "td", "th"}
KEPT = {"p", "ul", "ol", "li", "blockquote", "div", *HEADINGS, *INLINE, *TABLE}
DROPPED_WITH_CONTENT = {"script", "style", "iframe", "object", "template", "noscript", "svg"}
SCHEMES = {"http", "https", "mailto"}
A_TAG = re.compile(r"</?[a-zA-Z][^>]*>|<!--")
E_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*[a-zA-Z]")


def clean(html: str, notes: Notes) -> BeautifulSoup:
    """`html` with only the tags in `KEPT`, and editor's names for them (b, i)."""
    html = without_unsafe_characters(html)
    if html.startswith("'") and html[1:2] in ("=", "+", "-", "@"):
        html = html[1:]
    if not A_TAG.search(html):
        html = _paragraphs(html)
    _say_what_goes(html, notes)
    cleaned = nh3.clean(
        html,
        tags=KEPT,
        clean_content_tags=DROPPED_WITH_CONTENT,
        attributes={"a": {"href"}},
        url_schemes=SCHEMES,
        url_relative="deny",
        link_rel=None,
    )
    # Again: an entity such as &#1; has become its character only now.
    soup = BeautifulSoup(without_unsafe_characters(cleaned), "html.parser")
    _rename(soup)
    _keep_notes_readable(soup)
    _lay_out_tables(soup)
    _drop_dead_links(soup, html, notes)
    _flatten_list_items(soup)
    return soup


def rich_text(html: str, notes: Notes) -> str:
    """`html` for a field of text without headings: they become bold paragraphs."""
    if not html.strip():
        return ""
    soup = clean(html, notes)
    for heading in soup.find_all(HEADINGS):
        heading.name = "p"
        heading.attrs = {}
        inner = soup.new_tag("b")
        inner.extend(list(heading.contents))
        heading.append(inner)
    for quotation in soup.find_all(["blockquote", "div"]):
        quotation.unwrap()
    return "".join(block for block in paragraphs(soup))


def paragraphs(parent: Tag) -> list[str]:
    """The block elements in `parent` as HTML; loose text between them becomes paragraphs."""
    blocks: list[str] = []
    loose: list[str] = []
    for node in [*parent.contents, None]:
        if node is not None and is_inline(node):
            loose.append(str(node) if isinstance(node, Tag) else node.output_ready("minimal"))
            continue
        text = _trimmed("".join(loose))
        loose = []
        if text:
            blocks.append(f"<p>{text}</p>")
        if node is not None and node.get_text(strip=True):
            inner = _trimmed(node.decode_contents())
            blocks.append(f"<{node.name}>{inner}</{node.name}>")
    return blocks


def is_inline(node: object) -> bool:
    """Whether a node stands in running text."""
    return isinstance(node, NavigableString) or node.name in INLINE


def _paragraphs(text: str) -> str:
    parts = re.split(r"\n\s*\n", html_entities.unescape(text))
    return "".join(
        f"<p>{html_entities.escape(part.strip(), quote=False).replace(chr(10), '<br>')}</p>"
        for part in parts
        if part.strip()
    )


def _say_what_goes(html: str, notes: Notes) -> None:
    for name, words in (
        ("script", "a script in the account"),
        ("iframe", "something embedded from another site"),
        ("img", "pictures in the account; add them by hand with their description"),
    ):
        if re.search(rf"<{name}\b", html, re.IGNORECASE):
            notes.add(LEFT_OUT, words)
    if E_MAIL.search(re.sub(r"https?://\S+", "", line(html))):
        notes.add(LOOK, "the account holds an e-mail address: may it be public?")


def _rename(soup: BeautifulSoup) -> None:
    for old, new in (("strong", "b"), ("em", "i")):
        for tag in soup.find_all(old):
            tag.name = new


def _keep_notes_readable(soup: BeautifulSoup) -> None:
    """A raised footnote number would run into the word before it: "1980s[3]"."""
    for raised in soup.find_all(["sup", "sub"]):
        text = raised.get_text(strip=True)
        if raised.name == "sup" and text.isdigit():
            if raised.a:
                raised.a.string = f"[{text}]"
            else:
                raised.string = f"[{text}]"
        raised.unwrap()


def _lay_out_tables(soup: BeautifulSoup) -> None:
    for row in soup.find_all("tr"):
        cells = [cell.get_text(" ", strip=True) for cell in row.find_all(["td", "th"])]
        row.clear()
        row.string = " | ".join(cells)
        row.name = "p"
    for part in soup.find_all(["table", "thead", "tbody"]):
        part.unwrap()


def _drop_dead_links(soup: BeautifulSoup, html: str, notes: Notes) -> None:
    """Links without a safe, complete address become plain words."""
    dead = [link for link in soup.find_all("a") if not link.get("href")]
    for link in dead:
        link.unwrap()
    words = len(re.findall(r"<a\b[^>]*\bhref=", html, re.IGNORECASE)) - len(soup.find_all("a"))
    for link in soup.find_all("a"):
        if not link.get_text(strip=True):
            link.unwrap()
    if words > 0:
        notes.add(CHANGED, f"links without a complete web address are now plain words ({words})")


def _flatten_list_items(soup: BeautifulSoup) -> None:
    """The editor keeps plain text in list items: paragraphs in them become line breaks."""
    for item in soup.find_all("li"):
        for block in item.find_all(["p", "div", "blockquote", *HEADINGS]):
            if block.find_previous_sibling() or (block.previous_sibling or "").strip():
                block.insert_before(soup.new_tag("br"))
            block.unwrap()


def _trimmed(inner: str) -> str:
    """Without blanks and line breaks at either end."""
    return re.sub(r"^(?:\s|\u00a0|<br\s*/?>)+|(?:\s|\u00a0|<br\s*/?>)+$", "", inner)
