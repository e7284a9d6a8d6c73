"""Parts of a tagged PDF joined into one: pages, tags, bookmarks, and links from part to part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

# In parts a link inside the document is one to such an address; here it becomes a real one.
INSIDE = "edition-place:"
NUMBERS_OF = ("/StructParents", "/StructParent")


@dataclass(frozen=True)
class Place:
    """A place on a page, counted from 0 in the whole document; points from the lower left."""

    page: int
    x: float
    y: float


START = Place(0, 0, 0)


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


def join(parts: Sequence[Path], places: Places, target: BinaryIO) -> None:
    """Write the PDFs `parts`, the first of which says what it is, as one PDF to `target`."""
    with pikepdf.open(parts[0]) as joined:
        for path in parts[1:]:
            with pikepdf.open(path) as part:
                _append(joined, part)
        _lead_inside(joined, places)
        _write_bookmarks(joined, places.bookmarks)
        joined.save(
            target,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
        )


def _append(joined: pikepdf.Pdf, part: pikepdf.Pdf) -> None:
    root = joined.Root.StructTreeRoot
    owners = root.ParentTree.Nums
    used = max((int(owners[place]) for place in range(0, len(owners), 2)), default=-1) + 1
    for item in part.objects:
        if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
            for name in NUMBERS_OF:
                if name in item:
                    item[name] = int(item[name]) + used
    # The pages first: what the tags say of them then leads to these very pages.
    joined.pages.extend(part.pages)
    tags = joined.copy_foreign(part.Root.StructTreeRoot)
    for place in range(0, len(tags.ParentTree.Nums), 2):
        owners.append(int(tags.ParentTree.Nums[place]) + used)
        owners.append(tags.ParentTree.Nums[place + 1])
    document = root.K[0]
    for element in tags.K[0].K:
        element.P = document
        document.K.append(element)


def _links(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for page in pdf.pages:
        for note in page.obj.get("/Annots", ()):
            if note.get("/Subtype") == Name.Link:
                yield note


def _lead_inside(pdf: pikepdf.Pdf, places: Places) -> None:
    """Turn links to places of the document into real ones; those to nowhere lead to its start."""
    for note in _links(pdf):
        address = str(note.get("/A", Dictionary()).get("/URI", ""))
        if address.startswith(INSIDE):
            anchor = address.removeprefix(INSIDE)
            note.Dest = _destination(pdf, places.anchors.get(anchor, START))
            note.Contents = String(places.names.get(anchor, ""))
            del note.A


def _destination(pdf: pikepdf.Pdf, place: Place) -> Array:
    return Array([pdf.pages[place.page].obj, Name.XYZ, place.x, place.y, 0])


def _write_bookmarks(pdf: pikepdf.Pdf, bookmarks: Sequence[Bookmark]) -> None:
    with pdf.open_outline() as outline:
        # The last bookmark of each level that is still open to more, outermost first.
        above: list[tuple[int, OutlineItem]] = []
        for bookmark in bookmarks:
            item = OutlineItem(bookmark.label, _destination(pdf, bookmark.place))
            item.is_closed = not bookmark.is_open
            while above and above[-1][0] >= bookmark.level:
                above.pop()
            (above[-1][1].children if above else outline.root).append(item)
            above.append((bookmark.level, item))
