"""Going through a storage, folder by folder."""

from collections.abc import Iterator

from django.core.files.storage import Storage


def files_below(storage: Storage, folder: str = "") -> Iterator[str]:
    """The names of all files in `folder` and the folders inside it."""
    try:
        folders, names = storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}/{name}".lstrip("/") for name in names)
    for inner in folders:
        yield from files_below(storage, f"{folder}/{inner}".lstrip("/"))
