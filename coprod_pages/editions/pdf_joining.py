"""Parts of a tagged PDF joined into one: pages, tags, bookmarks, and links from part to part.

One part is open at a time, and what is in it is written before the next is opened. Held are only
numbers: those of pages, of what is right below the top of the tree of tags, and where objects are.
"""

import re
from array import array
from collections import defaultdict, deque
from collections.abc import Sequence
from copy import copy
from pathlib import Path
from typing import BinaryIO

import pikepdf
from pikepdf import Dictionary, Name, Stream, String

from .pdf_places import Place, Places, write_bookmarks
from .pdf_writing import PdfWriter, dictionary_with, references

# In parts a link inside the document is one to such an address; here it becomes a real one.
INSIDE = "edition-place:"
NUMBERS_OF = ("/StructParents", "/StructParent")
START = Place(0, 0, 0)
# A reference to an object; what looks like one in a text is none.
REFERENCE = re.compile(rb"\((?:[^\\()]|\\.)*\)|\b(\d+) 0 R\b", re.DOTALL)


def join(parts: Sequence[Path], places: Places, target: BinaryIO) -> None:
    """Write the PDFs `parts`, the first of which says what it is, as one PDF to `target`."""
    whole = _Whole(places, target)
    for path in parts:
        with pikepdf.open(path) as pdf:
            part = _Part(whole, pdf)
            if path == parts[0]:
                part.say_what_it_is()
            part.write()
    whole.close()


def _text(words: str) -> bytes:
    return String(words).unparse()


class _Whole:
    """What is written, and what its parts have in common."""

    def __init__(self, places: Places, target: BinaryIO) -> None:
        self.places = places
        self.writer = PdfWriter(target)
        reserve = self.writer.reserve
        self.root, self.pages, self.tags, self.owners = (reserve() for _each in range(4))
        self.document, self.outline = reserve(), reserve()
        self.info: int | None = None
        self.identifier = b""
        self.document_says = self.tags_say = b""
        # Pages have numbers before they are written, so that links lead to them.
        self.page: defaultdict[int, int] = defaultdict(reserve)
        self.pages_done = self.owners_done = 0
        self.parts_pages, self.parts_owners = array("Q"), array("Q")
        self.elements = array("Q")

    def destination(self, place: Place) -> bytes:
        """`place` as a link leads there."""
        page = self.page[place.page]
        return b"[ %d 0 R /XYZ %.4f %.4f 0 ]" % (page, place.x, place.y)

    def close(self) -> None:
        """Write what leads to everything else."""
        add, bookmarks = self.writer.add, self.places.bookmarks
        kids = references(self.parts_pages)
        add(self.pages, b"<< /Type /Pages /Kids %s /Count %d >>" % (kids, self.pages_done))
        tags = b"/K [ %d 0 R ] /ParentTree %d 0 R" % (self.document, self.owners)
        add(self.tags, dictionary_with(self.tags_say, tags))
        add(self.owners, b"<< /Kids %s >>" % references(self.parts_owners))
        below = b"/P %d 0 R /K %s" % (self.tags, references(self.elements))
        add(self.document, dictionary_with(self.document_says, below))
        write_bookmarks(self.writer, self.outline, bookmarks, _text, self.destination)
        self.writer.close(self.root, self.info, self.identifier)


class _Part:
    """One part while it is open: its objects get numbers of the whole when they are first met."""

    def __init__(self, whole: _Whole, pdf: pikepdf.Pdf) -> None:
        self.whole, self.writer, self.pdf = whole, whole.writer, pdf
        self.tags = pdf.Root.StructTreeRoot
        # Numbers in the part, and in the whole.
        self.numbers = {
            self.tags.objgen[0]: whole.tags,
            self.tags.K[0].objgen[0]: whole.document,
        }
        for place, page in enumerate(pdf.pages, start=whole.pages_done):
            self.numbers[page.obj.objgen[0]] = whole.page[place]
        self.first_owner = whole.owners_done
        self.waiting: deque[int] = deque()

    def say_what_it_is(self) -> None:
        """Write what stands at the top of the whole; this is its first part."""
        whole, root = self.whole, self.pdf.Root
        whole.identifier = bytes(self.pdf.trailer.get("/ID", [b""])[0])
        if "/Info" in self.pdf.trailer:
            whole.info = self._number_of(self.pdf.trailer.Info.objgen[0])
        document = self.tags.K[0]
        whole.document_says = self._says(document, without=("/K", "/P"))
        whole.tags_say = self._says(self.tags, without=("/K", "/ParentTree"))
        replaced = ("/Pages", "/StructTreeRoot", "/Outlines", "/Names")
        entries = b"/Pages %d 0 R /StructTreeRoot %d 0 R" % (whole.pages, whole.tags)
        if whole.places.bookmarks:
            entries += b" /Outlines %d 0 R" % whole.outline
        self.writer.add(whole.root, dictionary_with(self._says(root, without=replaced), entries))

    def write(self) -> None:
        """Write the pages, what is read on them, and everything they need."""
        whole = self.whole
        top = self.pdf.Root.Pages
        self.numbers[top.objgen[0]] = number = self.writer.reserve()
        above = b"/Parent %d 0 R" % whole.pages
        self.writer.add(number, dictionary_with(self._says(top), above))
        whole.parts_pages.append(number)
        self.waiting.extend(page.obj.objgen[0] for page in self.pdf.pages)
        for element in self.tags.K[0].K:
            whole.elements.append(self._number_of(element.objgen[0]))
        self._write_owners()
        while self.waiting:
            self._write(self.waiting.popleft())
        whole.pages_done += len(self.pdf.pages)

    def _write_owners(self) -> None:
        """Write which tag has what on which page."""
        whole, found = self.whole, self.tags.ParentTree.Nums
        pairs = sorted((int(found[place]), place + 1) for place in range(0, len(found), 2))
        if not pairs:
            return
        first, last = (pairs[end][0] + self.first_owner for end in (0, -1))
        written = b" ".join(
            b"%d %s" % (number + self.first_owner, self._renumbered(found[place].unparse()))
            for number, place in pairs
        )
        number = self.writer.reserve()
        self.writer.add(number, b"<< /Limits [ %d %d ] /Nums [ %s ] >>" % (first, last, written))
        whole.parts_owners.append(number)
        whole.owners_done = last + 1

    def _write(self, old: int) -> None:
        item, new = self.pdf.get_object(old, 0), self.numbers[old]
        if isinstance(item, Dictionary | Stream):
            for name in NUMBERS_OF:
                if name in item:
                    item[name] = int(item[name]) + self.first_owner
        if isinstance(item, Stream):
            says = self._renumbered(item.stream_dict.unparse(resolved=True))
            self.writer.add_stream(new, says, item.read_raw_bytes())
        elif isinstance(item, Dictionary) and item.get("/Subtype") == Name.Link:
            self.writer.add(new, self._link(item))
        else:
            self.writer.add(new, self._renumbered(item.unparse(resolved=True)))

    def _link(self, note: Dictionary) -> bytes:
        """A link inside as a real one; one to nowhere leads to the start."""
        address = str(note.get("/A", Dictionary()).get("/URI", ""))
        if not address.startswith(INSIDE):
            return self._says(note)
        places, anchor = self.whole.places, address.removeprefix(INSIDE)
        note.Contents = String(places.names.get(anchor, ""))
        leads = self.whole.destination(places.anchors.get(anchor, START))
        return dictionary_with(self._says(note, without=("/A",)), b"/Dest " + leads)

    def _says(self, item: Dictionary, without: Sequence[str] = ()) -> bytes:
        kept = copy(item)
        for name in without:
            if name in kept:
                del kept[name]
        return self._renumbered(kept.unparse(resolved=True))

    def _renumbered(self, written: bytes) -> bytes:
        def renumbered(found: re.Match[bytes]) -> bytes:
            old = found[1]
            return found[0] if old is None else b"%d 0 R" % self._number_of(int(old))

        return REFERENCE.sub(renumbered, written)

    def _number_of(self, old: int) -> int:
        if old not in self.numbers:
            self.numbers[old] = self.writer.reserve()
            self.waiting.append(old)
        return self.numbers[old]
