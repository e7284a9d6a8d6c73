"""Writes the whole public site into a folder that opens without a server."""

import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from ..case_studies.models import CaseStudyPage
from ..compendium.models import CompendiumPage
from ..contributions.models import ContributePage
from ..working_group.models import JoinPage
from .addresses import Own, link_between
from .crawling import CannotArchive, Crawl
from .lists import Lists
from .open_data import write_open_data
from .rewriting import Rewriting

MARK = "archive.json"  # what says that a folder is an earlier archive
HOME = "/"
INSTEAD = "/not-in-this-copy/"
ABOUT = "/about-this-copy/"
DATA = "/open-data-of-this-copy/"
# Addresses of no page, which make no sense without the site.
LEFT_OUT = ["/admin/", "/search/", "/contribute/", "/attend/", "/dev/", "/api/", "/healthz/"]
LEFT_OUT += ["/working-group/list/", "/_util/", "/booklets/"]
TEMPLATES = "coprod_pages/archive"


@dataclass(frozen=True)
class Written:
    """What was written."""

    pages: int
    case_studies: int
    files: int
    megabytes: float


def archive(folder: Path, tell: Callable[[str], Any]) -> Written:
    """Write the public site into `folder`, which is new, empty or an earlier archive.

    It is written beside it and put in its place when all is there. `tell` is given what is
    being done. Raises `CannotArchive`.
    """
    if folder.exists() and not may_replace(folder):
        raise CannotArchive(f"{folder} is not empty and no earlier archive. Name another folder.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        written = _Archive(new, tell).write()
        new.chmod(0o755)  # a temporary folder is for its owner alone
        _put_in_place(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)  # gone when all went well
    return written


def may_replace(folder: Path) -> bool:
    """Whether nothing is lost when `folder` is written anew."""
    return folder.is_dir() and ((folder / MARK).exists() or not any(folder.iterdir()))


def _put_in_place(new: Path, folder: Path) -> None:
    if not folder.exists():
        new.rename(folder)
        return
    old = new.with_name(f"{new.name}-old")
    folder.rename(old)
    new.rename(folder)
    shutil.rmtree(old)


class _Archive:
    """One archive while it is being written."""

    def __init__(self, folder: Path, tell: Callable[[str], Any]) -> None:
        self.folder, self.tell = folder, tell
        self.made = timezone.localtime()
        site = Site.objects.filter(is_default_site=True).first()
        compendium = CompendiumPage.objects.live().public().first()
        if site is None or compendium is None:
            raise CannotArchive("There is no default site, or its compendium is not published.")
        self.site_name = site.site_name or site.hostname
        self.lists = Lists(compendium.url)
        self.crawl = Crawl(
            own=_own(site),
            folder=folder,
            site={
                "SERVER_NAME": site.hostname,
                "SERVER_PORT": str(site.port),
                "secure": site.port == 443 or settings.SECURE_SSL_REDIRECT,
            },
            left_out=_left_out(),
            compendium=compendium.url,
        )

    def write(self) -> Written:
        """Read the site, then make files of its pages, lists and data."""
        lines = self.lists.lines
        self.tell("Reading the public site…")
        exports = [f"{self.lists.compendium}export.{form}" for form in ("json", "csv", "xlsx")]
        listed = [HOME, *_public_pages(), *(line.address for line in lines), *exports]
        self.crawl.run(listed)
        self._refuse_gaps([HOME, self.lists.compendium, *exports, *(x.address for x in lines)])
        self.tell(f"Writing {len(self.crawl.pages)} pages…")
        self._write_data()
        self._write_pages()
        return self._describe(len(lines))

    def _refuse_gaps(self, addresses: list[str]) -> None:
        missing = [a for a in addresses if self.crawl.file_for(a) is None]
        # What was taken down while the site was read is no gap; the rest is.
        if missing and CaseStudyPage.objects.visible_to_public().count() >= len(self.lists.lines):
            raise CannotArchive(f"{missing[0]} could not be read.")

    def _write_pages(self) -> None:
        own = dict(self._own_pages())
        shell = (self.folder / self.crawl.files[HOME]).read_bytes()
        for address in own:
            if address not in self.crawl.files:
                self.crawl.files[address] = self.crawl.names.give(address, "text/html")
        rewriting = Rewriting(self.crawl, INSTEAD, self.lists.list_of)
        for address in dict.fromkeys([*self.crawl.pages, *own]):
            name = self.crawl.files[address]
            path = self.folder / name
            text = path.read_bytes() if path.exists() else shell
            soup = BeautifulSoup(text, "html.parser")
            if address in own:
                _say_instead(soup, *own[address])
            rewriting.rewrite(soup, address, name)
            self._sign(soup, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(str(soup), encoding="utf-8")

    def _own_pages(self) -> Any:
        """The pages that only the copy has: address, then title and content."""
        lists = self.lists
        context = {"lines": lists.lines, "ways": lists.ways}
        yield lists.compendium, self._own_page("a_to_z", _("All case studies, A to Z"), context)
        for address, label, sections in lists.by_facet():
            title = _("Case studies by: %(what)s") % {"what": label}
            context = {"sections": sections, "compendium": lists.compendium}
            yield address, self._own_page("by_facet", title, context)
        yield INSTEAD, self._own_page("instead", _("Not in this copy"), {})
        context = {"made": self.made, "total": len(lists.lines), "site_name": self.site_name}
        context["data"] = DATA
        yield ABOUT, self._own_page("about", _("About this copy"), context)

    def _own_page(self, template: str, title: str, context: dict[str, Any]) -> tuple[str, str]:
        html = render_to_string(f"{TEMPLATES}/{template}.html", {**context, "title": title})
        return title, html

    def _sign(self, soup: BeautifulSoup, name: str) -> None:
        """Say on the page that it is a copy, and of which day."""
        footer = soup.find("footer") or soup.body
        if footer is None:
            return
        about = link_between(name, self.crawl.files[ABOUT])
        context = {"made": self.made, "about": about}
        html = render_to_string(f"{TEMPLATES}/signature.html", context)
        footer.append(BeautifulSoup(html, "html.parser"))

    def _write_data(self) -> None:
        data = self.folder / "data"
        data.mkdir(exist_ok=True)
        for form in ("json", "csv", "xlsx"):
            stored = self.crawl.files[f"{self.lists.compendium}export.{form}"]
            shutil.copyfile(self.folder / stored, data / f"case-studies.{form}")
        write_open_data(data, self.lists, self.made.isoformat(timespec="seconds"))
        for path in data.iterdir():
            self.crawl.files[f"{DATA}{path.name}"] = f"data/{path.name}"

    def _describe(self, case_studies: int) -> Written:
        context = {"made": self.made, "total": case_studies, "site_name": self.site_name}
        text = render_to_string(f"{TEMPLATES}/readme.txt", context)
        (self.folder / "README.txt").write_text(text, encoding="utf-8")
        mark = {"made": self.made.isoformat(timespec="seconds"), "case_studies": case_studies}
        (self.folder / MARK).write_text(json.dumps(mark) + "\n", encoding="utf-8")
        sizes = [path.stat().st_size for path in self.folder.rglob("*") if path.is_file()]
        pages = sum(1 for _path in self.folder.rglob("*.html"))
        return Written(pages, case_studies, len(sizes), sum(sizes) / 1_000_000)


def _own(site: Site) -> Own:
    """How the site's own addresses look, with the port or without."""
    return Own(frozenset([site.hostname.lower(), f"{site.hostname}:{site.port}".lower()]))


def _left_out() -> tuple[str, ...]:
    forms = [page.url for kind in (ContributePage, JoinPage) for page in kind.objects.live()]
    return tuple(dict.fromkeys([*LEFT_OUT, *(url for url in forms if url)]))


def _public_pages() -> list[str]:
    """Every page that everybody may read, also those that nothing links to. Case studies come by
    their own rule."""
    pages = (
        Page.objects.live().public().filter(depth__gt=1).not_type(CaseStudyPage).order_by("path")
    )
    return [url for url in (page.get_url() for page in pages.iterator()) if url]


def _say_instead(soup: BeautifulSoup, title: str, html: str) -> None:
    """Put our own words in the frame of another page."""
    main = soup.find("main")
    if main is None or soup.title is None:
        raise CannotArchive("The site's pages have no <main> or no <title>.")
    main.clear()
    main.append(BeautifulSoup(html, "html.parser"))
    soup.title.string = title
    for element in soup.find_all(attrs={"aria-current": True}):
        del element["aria-current"]
    description = soup.find("meta", attrs={"name": "description"})
    if description is not None:
        description.decompose()
