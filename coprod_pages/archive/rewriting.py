"""A page of the site as a file that needs no server: relative links, no forms, no scripts."""

from collections.abc import Callable
from urllib.parse import parse_qsl, urlsplit

from bs4 import BeautifulSoup, Tag

from .addresses import link_between
from .crawling import KEPT_RELATIONS, LINKS, Crawl

# What cannot work in a file. A search that is a form is replaced by lists.
NEEDS_A_SITE = ["script", "noscript", "form", "input", "textarea", "select", "button", "label"]
NEEDS_A_SITE += ["iframe", "base", "datalist"]
FACTS_OF_THE_SITE = ("og:", "twitter:")


class Rewriting:
    """Rewrites the pages of one crawl."""

    def __init__(
        self, crawl: Crawl, instead: str, list_of: Callable[[list[tuple[str, str]]], str]
    ) -> None:
        self.crawl = crawl
        # The page that is shown for what is not in the copy, and the list for a search.
        self.instead = instead
        self.list_of = list_of

    def rewrite(self, soup: BeautifulSoup, address: str, name: str) -> None:
        """Make `soup`, which stood at `address`, the page of the file `name`."""
        for element in soup.find_all(NEEDS_A_SITE):
            element.decompose()
        # What templates say themselves to be of no use in a copy.
        for element in soup.find_all(attrs={"data-needs-site": True}):
            element.decompose()
        for element in soup.find_all("link"):
            if not KEPT_RELATIONS & set(element.get("rel") or []):
                element.decompose()
        for element in soup.find_all("meta"):
            if str(element.get("property") or element.get("name") or "").startswith(
                FACTS_OF_THE_SITE
            ):
                element.decompose()
        for tag, attribute in [*LINKS, ("link", "href")]:
            for element in soup.find_all(tag, attrs={attribute: True}):
                self._point(element, attribute, address, name)
        for element in soup.find_all(srcset=True):
            del element["srcset"]  # the picture in `src` is there
        for paragraph in soup.find_all(["p", "li"]):
            if not paragraph.find(True) and not paragraph.get_text(strip=True):
                paragraph.decompose()

    def _point(self, element: Tag, attribute: str, address: str, name: str) -> None:
        link = element[attribute]
        target = self.crawl.own.address(link, address)
        if target is None:
            return
        fragment = urlsplit(link).fragment
        file = self.crawl.file_for(target)
        if target.partition("?")[0] == self.crawl.compendium and "?" in target:
            lists, _hash, fragment = self.list_of(parse_qsl(urlsplit(target).query)).partition("#")
            file = self.crawl.file_for(lists)
        if file is not None:
            relative = link_between(name, file)
            element[attribute] = f"{relative}#{fragment}" if fragment else relative
        elif element.name == "a" and self.crawl.is_left_out(target):
            if "nofollow" in (element.get("rel") or []):
                (element.find_parent("li") or element).decompose()
            else:
                element[attribute] = link_between(name, self.crawl.files[self.instead])
        elif element.name == "a":
            element.unwrap()  # its words stay
        else:
            element.decompose()
