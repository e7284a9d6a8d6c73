"""A PDF written from its first byte to its last. Pure.

What makes PDFs otherwise holds every object until the file is saved. Here nothing is held but where
each object is; what it says is known to whoever adds it.
"""

import hashlib
import zlib
from array import array
from collections.abc import Iterable
from typing import BinaryIO

# Small objects share a stream, as many as a reader has to unpack for one of them.
SHARING = 200
FREE, PLAIN, SHARED = 0, 1, 2
# Columns of the table at the end: what kind, where, and which of those that share a stream.
COLUMNS = (1, 5, 1)
WIDTH = sum(COLUMNS)


def dictionary_with(dictionary: bytes, entries: bytes) -> bytes:
    """`dictionary` as it is written, with more `entries`."""
    return dictionary[: dictionary.rindex(b">>")] + entries + b" >>"


def references(numbers: Iterable[int]) -> bytes:
    """An array of references to `numbers`."""
    return b"[ " + b" ".join(b"%d 0 R" % number for number in numbers) + b" ]"


class PdfWriter:
    """Writes objects to `target`, each once, in any order; `reserve` gives them numbers.

    The same objects in the same order make the same bytes.
    """

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self._at = 0
        self._digest = hashlib.md5(usedforsecurity=False)
        self._kinds = array("B", [FREE])
        self._places = array("Q", [0])
        self._turns = array("B", [255])
        self._sharing: list[tuple[int, bytes]] = []
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def reserve(self) -> int:
        """A number for an object that is added later."""
        self._kinds.append(FREE)
        self._places.append(0)
        self._turns.append(0)
        return len(self._kinds) - 1

    def add(self, number: int, written: bytes) -> None:
        """Add an object that is no stream, as it is written in a PDF."""
        self._sharing.append((number, written))
        if len(self._sharing) == SHARING:
            self._share()

    def add_stream(self, number: int, dictionary: bytes, data: bytes) -> None:
        """Add a stream; `dictionary` has its length already."""
        self._kinds[number] = PLAIN
        self._places[number] = self._at
        self._write(b"%d 0 obj\n" % number, dictionary, b"\nstream\n", data)
        self._write(b"\nendstream\nendobj\n")

    def close(self, root: int, info: int | None, identifier: bytes) -> None:
        """Write the table of objects. `identifier` is that of all versions of the document."""
        self._share()
        number, start = self.reserve(), self._at
        self._kinds[number], self._places[number] = PLAIN, start
        entries = b"/Type /XRef /Size %d /Root %d 0 R" % (len(self._kinds), root)
        if info is not None:
            entries += b" /Info %d 0 R" % info
        this = self._digest.hexdigest().encode()
        entries += b" /ID [ <%s> <%s> ]" % (identifier.hex().encode() or this, this)
        entries += b" /W [ %d %d %d ]" % COLUMNS
        # Each row as what is different from the row above: packed, it is half as large.
        entries += b" /DecodeParms << /Predictor 12 /Columns %d >>" % WIDTH
        self._add_packed(number, entries, self._table())
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _table(self) -> bytes:
        table = bytearray()
        above = bytes(WIDTH)
        for kind, place, turn in zip(self._kinds, self._places, self._turns, strict=True):
            row = bytes([kind, *place.to_bytes(COLUMNS[1]), turn])
            table.append(2)
            table += bytes((this - that) % 256 for this, that in zip(row, above, strict=True))
            above = row
        return bytes(table)

    def _share(self) -> None:
        """Write the objects that wait as one stream."""
        if not self._sharing:
            return
        stream = self.reserve()
        where, bodies, length = [], [], 0
        for turn, (number, written) in enumerate(self._sharing):
            self._kinds[number] = SHARED
            self._places[number] = stream
            self._turns[number] = turn
            where.append(b"%d %d" % (number, length))
            bodies.append(written)
            length += len(written) + 1
        head = b" ".join(where) + b"\n"
        entries = b"/Type /ObjStm /N %d /First %d" % (len(bodies), len(head))
        self._sharing = []
        self._add_packed(stream, entries, head + b"\n".join(bodies))

    def _add_packed(self, number: int, entries: bytes, data: bytes) -> None:
        packed = zlib.compress(data, 9)
        entries += b" /Filter /FlateDecode /Length %d" % len(packed)
        self.add_stream(number, b"<< " + entries + b" >>", packed)

    def _write(self, *pieces: bytes) -> None:
        for piece in pieces:
            self._target.write(piece)
            self._digest.update(piece)
            self._at += len(piece)
