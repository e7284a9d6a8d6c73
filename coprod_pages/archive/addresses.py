"""From addresses of the site to files of a folder. Pure: no models, no requests."""

import hashlib
import posixpath
import re
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

# Folders are carried between computers: some cannot read longer names, or tell A from a.
LONGEST_NAME = 80
# What pages may be told apart by; any other parameter is left out of the copy.
PARAMETERS = {"page", "year", "tag", "version", "owner", "show"}
EXTENSIONS = {
    "application/atom+xml": ".xml",
    "application/xml": ".xml",
    "application/json": ".json",
    "text/calendar": ".ics",
    "image/svg+xml": ".svg",
    "image/png": ".png",
}


@dataclass
class Own:
    """The site that is copied: how its own addresses look."""

    hosts: frozenset[str]

    def address(self, link: str, base: str) -> str | None:
        """The address on this site that `link` leads to from `base`, without its fragment.

        `None` for what is elsewhere, is no address, or stays on the page.
        """
        link = link.strip()
        if not link or link.startswith("#"):
            return None
        parts = urlsplit(link)
        if parts.scheme not in ("", "http", "https", "webcal"):
            return None
        if parts.netloc and parts.netloc.lower() not in self.hosts:
            return None
        path = parts.path or ("/" if parts.netloc else urlsplit(base).path)
        path = posixpath.join(posixpath.dirname(urlsplit(base).path), path)
        # `normpath` takes the last slash away, which tells pages from files.
        normal = posixpath.normpath(path).replace("//", "/")
        if path.endswith("/") and normal != "/":
            normal += "/"
        return f"{normal}?{parts.query}" if parts.query else normal


def known_query(address: str) -> str:
    """`address` with the parameters that pages are told apart by, in one order."""
    parts = urlsplit(address)
    pairs = [(name, value) for name, value in parse_qsl(parts.query) if name in PARAMETERS]
    pairs = [pair for pair in pairs if pair != ("page", "1")]
    query = urlencode(sorted(pairs))
    return f"{parts.path}?{query}" if query else parts.path


@dataclass
class Names:
    """The file of each address. No two differ by large and small letters alone."""

    taken: dict[str, str] = field(default_factory=dict)

    def give(self, address: str, content_type: str) -> str:
        """A file name of its own for `address`, relative to the folder."""
        wanted = file_of(address, content_type)
        stem, extension = posixpath.splitext(wanted)
        name, number = wanted, 1
        while self.taken.setdefault(name.casefold(), address) != address:
            number += 1
            name = f"{stem}-{number}{extension}"
        return name


def file_of(address: str, content_type: str) -> str:
    """Where what stands at `address` is kept: directories as their index.html."""
    parts = urlsplit(address)
    names = [_short(name) for name in unquote(parts.path).strip("/").split("/") if name]
    is_page = content_type == "text/html"
    query = f"--{_short(re.sub(r'[^a-zA-Z0-9]+', '-', parts.query))}" if parts.query else ""
    if is_page:
        return "/".join([*names, f"index{query}.html"])
    last = names.pop() if names else "file"
    stem, extension = posixpath.splitext(last)
    if not extension or parts.path.endswith("/"):
        stem, extension = last, EXTENSIONS.get(content_type, "")
    return "/".join([*names, f"{stem}{query}{extension}"])


def _short(name: str) -> str:
    """`name` as every file system takes it, and short."""
    safe = re.sub(r"[^\w.\-]+", "-", name).strip(".-") or "x"
    if len(safe.encode()) <= LONGEST_NAME:
        return safe
    stem, extension = posixpath.splitext(safe)
    mark = hashlib.sha256(name.encode()).hexdigest()[:8]
    kept = stem.encode()[: LONGEST_NAME - 20].decode(errors="ignore")
    return f"{kept}-{mark}{extension[:10]}"


def link_between(source: str, target: str) -> str:
    """The relative address of the file `target` in the file `source`."""
    return quote(posixpath.relpath(target, posixpath.dirname(source) or "."))
