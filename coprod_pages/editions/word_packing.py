"""A Word file packed so that the same content makes the same bytes."""

from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = (1980, 1, 1, 0, 0, 0)  # that an archive can say


def packed(raw: BinaryIO, target: BinaryIO) -> None:
    """Copy the archive `raw` to `target` without the times at which its parts were written."""
    with ZipFile(raw) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            about = ZipInfo(name, EARLIEST)
            about.compress_type = ZIP_DEFLATED
            new.writestr(about, old.read(name))
