"""Reading the whole public site as an anonymous visitor would, page after page, into a folder."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import Client

from .addresses import Names, Own, known_query

# What leads from a page to something that belongs to the copy.
LINKS = [
    *(("a", "href"), ("area", "href"), ("img", "src"), ("source", "src"), ("video", "src")),
    *(("video", "poster"), ("audio", "src"), ("image", "href"), ("object", "data")),
]
KEPT_RELATIONS = {"stylesheet", "icon"}
# Registering, the diagram for other sites, what is offered while typing, and documents that are
# made when somebody asks. (Sheets of months are left out too: there is one for every month of a
# century.)
ENDS_LEFT_OUT = ("/attend/", "/embed/", "/suggest/", "/case-study.pdf", "/case-study.docx")
REDIRECTS = (301, 302, 303, 307, 308)
GONE = (401, 403, 404, 405, 410)


class CannotArchive(Exception):
    """The copy cannot be made; the message names the address."""


@dataclass
class Crawl:
    """What was found. Texts are on disk at once: memory holds addresses and file names only."""

    own: Own
    folder: Path
    site: dict[str, Any]  # what the client has to be told of the host
    left_out: tuple[str, ...]  # addresses that begin like this make no sense without the site
    compendium: str
    files: dict[str, str] = field(default_factory=dict)
    pages: list[str] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)
    names: Names = field(default_factory=Names)
    _seen: set[str] = field(default_factory=set)
    _waiting: deque[str] = field(default_factory=deque)

    def run(self, seeds: Iterable[str]) -> None:
        """Read `seeds` and everything that can be reached from them."""
        client = Client(raise_request_exception=False)
        self._add(seeds)
        while self._waiting:
            self._read(client, self._waiting.popleft())

    def canonical(self, address: str) -> str:
        """`address` without what makes no difference in the copy."""
        if address.startswith((self.compendium, "/documents/")):
            kept = known_query(address)
            # Searches are answered by lists; only the versions of a case study are pages.
            return kept if "version=" in kept else kept.partition("?")[0]
        return known_query(address)

    def is_left_out(self, address: str) -> bool:
        """Whether `address` makes no sense without the site."""
        path = address.partition("?")[0]
        return path.startswith(self.left_out) or path.endswith(ENDS_LEFT_OUT) or "/month/" in path

    def file_for(self, address: str) -> str | None:
        """The file of what stands at `address`, if it is in the copy."""
        address = self.canonical(address)
        for _step in range(5):
            if address in self.files or address not in self.moved:
                break
            address = self.moved[address]
        return self.files.get(address)

    def _add(self, addresses: Iterable[str]) -> None:
        for address in map(self.canonical, addresses):
            if address not in self._seen and not self.is_left_out(address):
                self._seen.add(address)
                self._waiting.append(address)

    def _read(self, client: Client, address: str) -> None:
        if address.startswith(settings.STATIC_URL):
            self._keep_static(address)
            return
        response = client.get(address, **self.site)
        if response.status_code in REDIRECTS:
            target = self.own.address(response["Location"], address)
            if target is not None:
                self.moved[address] = self.canonical(target)
                self._add([target])
        elif response.status_code == 200:
            self._keep(address, response)
        elif response.status_code not in GONE:
            raise CannotArchive(f"{address} answered {response.status_code}.")

    def _keep(self, address: str, response: Any) -> None:
        content_type = response.get("Content-Type", "").partition(";")[0]
        name = self.names.give(address, content_type)
        path = self._place(name)
        with path.open("wb") as file:
            for piece in response if response.streaming else [response.content]:
                file.write(piece)
        self.files[address] = name
        if content_type == "text/html":
            self.pages.append(address)
            soup = BeautifulSoup(path.read_bytes(), "html.parser")
            self._add(addresses_in(soup, address, self.own))

    def _keep_static(self, address: str) -> None:
        name = address.removeprefix(settings.STATIC_URL)
        found = finders.find(name)
        if found:
            content = Path(found).read_bytes()
        elif staticfiles_storage.exists(name):
            with staticfiles_storage.open(name) as file:
                content = file.read()
        else:
            raise CannotArchive(f"{address} is not among the static files.")
        stored = self.names.give(address, "static")
        self._place(stored).write_bytes(content)
        self.files[address] = stored
        if stored.endswith(".css"):
            links = re.findall(r"url\(['\"]?([^'\")]+)", content.decode())
            own = [self.own.address(link, address) for link in links if ":" not in link]
            self._add(link for link in own if link)

    def _place(self, name: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path


def addresses_in(soup: BeautifulSoup, base: str, own: Own) -> Iterator[str]:
    """The addresses on this site that a page leads to or shows."""
    for link in links_in(soup):
        address = own.address(link, base)
        if address is not None:
            yield address


def links_in(soup: BeautifulSoup) -> Iterator[str]:
    """Whatever a page links to or shows."""
    for tag, attribute in LINKS:
        yield from (element[attribute] for element in soup.find_all(tag, attrs={attribute: True}))
    for element in soup.find_all(srcset=True):
        yield from (part.split()[0] for part in element["srcset"].split(",") if part.strip())
    for element in soup.find_all("link", href=True):
        if KEPT_RELATIONS & set(element.get("rel") or []):
            yield element["href"]
