"""What is where in a PDF, and the bookmarks that lead there. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from .pdf_writing import PdfWriter


@dataclass(frozen=True)
class Place:
    """A place on a page, counted from 0 in the whole document; points from the lower left."""

    page: int
    x: float
    y: float


@dataclass(frozen=True)
class Bookmark:
    """A bookmark; level 1 is the outermost."""

    level: int
    label: str
    place: Place
    is_open: bool


@dataclass
class Places:
    """What is where in the whole document; `names` says what stands at an anchor."""

    names: dict[str, str] = field(default_factory=dict)
    anchors: dict[str, Place] = field(default_factory=dict)
    bookmarks: list[Bookmark] = field(default_factory=list)


@dataclass
class _Item:
    """A bookmark as it is written, with its neighbours."""

    number: int
    above: "_Item | None" = None
    before: "_Item | None" = None
    after: "_Item | None" = None
    below: list["_Item"] = field(default_factory=list)
    is_open: bool = True

    @property
    def shown(self) -> int:
        """How many are seen below it when it is open."""
        return sum(1 + (item.shown if item.is_open else 0) for item in self.below)

    def put_below(self, item: "_Item") -> None:
        """Make `item` the last one below this."""
        item.above = self
        if self.below:
            item.before = self.below[-1]
            item.before.after = item
        self.below.append(item)

    @property
    def entries(self) -> bytes:
        """What it says of its neighbours."""
        beside = {b"Parent": self.above, b"Prev": self.before, b"Next": self.after}
        if self.below:
            beside |= {b"First": self.below[0], b"Last": self.below[-1]}
        written = [b"/%s %d 0 R" % (name, item.number) for name, item in beside.items() if item]
        if self.below:
            # Below zero when what is below it is hidden at first.
            written.append(b"/Count %d" % (self.shown if self.is_open else -self.shown))
        return b" ".join(written)


def write_bookmarks(
    writer: PdfWriter,
    top: int,
    bookmarks: Sequence[Bookmark],
    text: Callable[[str], bytes],
    destination: Callable[[Place], bytes],
) -> None:
    """Write `bookmarks` as the outline `top`. `text` and `destination` say how these are written."""
    outline = _Item(top)
    items = []
    # The last bookmark of each level that is still open to more, outermost first.
    above = [(0, outline)]
    for bookmark in bookmarks:
        item = _Item(writer.reserve(), is_open=bookmark.is_open)
        while above[-1][0] >= bookmark.level:
            above.pop()
        above[-1][1].put_below(item)
        above.append((bookmark.level, item))
        items.append(item)
    writer.add(top, b"<< /Type /Outlines %s >>" % outline.entries)
    for bookmark, item in zip(bookmarks, items, strict=True):
        said = b"/Title %s /Dest %s" % (text(bookmark.label), destination(bookmark.place))
        writer.add(item.number, b"<< %s %s >>" % (said, item.entries))
