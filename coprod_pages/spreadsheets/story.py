"""An account in HTML, as the blocks that a case study tells it in. Pure."""

from bs4 import Tag

from ..safe_text import one_line
from . import cleaning
from .notes import LEFT_OUT, Notes

QUOTATION_LENGTH = 1000
HEADING_LENGTH = 200

Block = tuple[str, str | dict[str, str]]


def story_of(html: str, notes: Notes) -> list[Block]:
    """The blocks of an account: headings, paragraphs, quotations, in their order."""
    if not html.strip():
        return []
    soup = cleaning.clean(html, notes)
    for box in soup.find_all("div"):
        box.unwrap() if not _is_paragraph(box) else setattr(box, "name", "p")
    levels = [heading.name for heading in soup.find_all(cleaning.HEADINGS)]
    blocks = _Blocks(top=min(levels, default="")).read(soup)
    empty = [i for i, block in enumerate(blocks) if _has_nothing_below(blocks, i)]
    notes.list_words(
        LEFT_OUT, "headings with nothing below them", [str(blocks[i][1]) for i in empty]
    )
    return [block for i, block in enumerate(blocks) if i not in empty]


def _has_nothing_below(blocks: list[Block], i: int) -> bool:
    return blocks[i][0] == "heading" and (i + 1 == len(blocks) or blocks[i + 1][0] == "heading")


def _is_paragraph(box: Tag) -> bool:
    return all(cleaning.is_inline(node) for node in box.contents)


class _Blocks:
    """Collects blocks while walking over the account."""

    def __init__(self, top: str) -> None:
        # The highest level that is used makes headings of the page, those below stay in the text.
        self.top = top
        self.blocks: list[Block] = []
        self.running: list[str] = []

    def read(self, parent: Tag) -> list[Block]:
        """The blocks for everything in `parent`."""
        self._read(parent)
        self._end_paragraph()
        return self.blocks

    def _read(self, parent: Tag) -> None:
        holder: list[object] = []
        for node in [*parent.contents, None]:
            if node is not None and (cleaning.is_inline(node) or node.name in ("p", "ul", "ol")):
                holder.append(node)
                continue
            self._flow(holder)
            holder = []
            if node is not None:
                self._special(node)

    def _flow(self, nodes: list[object]) -> None:
        if nodes:
            box = Tag(name="div")
            box.extend(nodes)
            self.running.extend(cleaning.paragraphs(box))

    def _special(self, node: Tag) -> None:
        words = one_line(node.get_text(" "))
        if not words:
            return
        if node.name == "blockquote":
            self._quotation(node)
        elif len(words) > HEADING_LENGTH:
            self.running.append(f"<p><b>{_escaped(words)}</b></p>")
        elif node.name == self.top:
            self._end_paragraph()
            self.blocks.append(("heading", words))
        else:
            self.running.append(f"<h4>{_escaped(words)}</h4>")

    def _quotation(self, node: Tag) -> None:
        words = "\n\n".join(
            one_line(part.get_text(" ")) for part in node.find_all("p") or [node]
        ).strip()
        fits = len(words) <= QUOTATION_LENGTH
        if fits and not node.find(["ul", "ol", "blockquote", "a", *cleaning.HEADINGS]):
            self._end_paragraph()
            self.blocks.append(("quotation", {"quotation": words, "named_as": ""}))
        else:
            # Too long for one, or with a list or links in it: running text keeps all of it.
            self._read(node)

    def _end_paragraph(self) -> None:
        if self.running:
            self.blocks.append(("paragraph", "".join(self.running)))
            self.running = []


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
