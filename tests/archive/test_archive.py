"""The archive: the whole public site in a folder, with nothing that needs a server."""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.conf import settings as django_settings
from django.core.management import CommandError, call_command
from django.test import override_settings

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.editions.making_models import Making
from tests import factories
from tests.shared_world import kept_for_a_module

pytestmark = pytest.mark.django_db

HIDDEN = [
    {"live": False},
    {"private": True},
    {"expired": True},
    {"withdrawn": True},
    {"consent_ended": True},
]


@pytest.fixture(scope="module")
def site(
    django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """A small site with case studies in every state, its files on disk."""
    on_disk = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    storages = {**django_settings.STORAGES, "default": on_disk}
    media = str(tmp_path_factory.mktemp("media"))
    with (
        override_settings(MEDIA_ROOT=media, STORAGES=storages),
        kept_for_a_module(django_db_blocker),
    ):
        make_site()
        yield


def make_site() -> None:
    """Case studies in every state, news and a meeting."""
    factories.case_study(
        "Lunch club",
        tags=["food"],
        boroughs=["hackney", "camden"],
        plain_language="<p>The club stayed open.</p>",
    )
    factories.case_study("=Bus (stop) & ‘more’", slug="bus-stop", stages=["delivery"])
    for state in HIDDEN:
        name = next(iter(state))
        factories.case_study(f"Kingfisher {name}", tags=["hidden tag"], **state)
    for number in range(12):
        factories.news(f"News {number}")
    body = '<p><a href="/compendium/?borough=hackney">From Hackney</a> <a href="/gone/">Old</a></p>'
    factories.news("With links", body=[("paragraph", body)])
    factories.meeting()


@pytest.fixture(scope="module")
def folder(site: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of that site, to be looked at."""
    folder = tmp_path_factory.mktemp("archive") / "copy"
    call_command("archive_site", folder, stdout=StringIO())
    return folder


def pages_of(folder: Path) -> dict[Path, BeautifulSoup]:
    """Every page of an archive."""
    return {
        path: BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for path in folder.rglob("*.html")
    }


def targets(page: BeautifulSoup) -> list[str]:
    """Whatever a page links to or loads."""
    attributes = ("href", "src", "poster", "data")
    return [tag[name] for tag in page.find_all(True) for name in attributes if tag.get(name)]


def test_every_link_leads_to_a_file_and_to_a_place_on_it(folder: Path) -> None:
    pages = pages_of(folder)
    ids = {path: {tag["id"] for tag in page.find_all(id=True)} for path, page in pages.items()}

    for path, page in pages.items():
        for target in targets(page):
            parts = urlsplit(target)
            if parts.scheme:
                assert parts.scheme in ("http", "https", "mailto", "tel"), (path, target)
                assert parts.hostname not in ("localhost", "testserver"), (path, target)
                continue
            assert not parts.query and not parts.path.startswith("/"), (path, target)
            file = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert file.is_file(), (path, target)
            if parts.fragment and file in ids:
                assert parts.fragment in ids[file], (path, target)


def test_nothing_in_it_needs_a_server(folder: Path) -> None:
    for path, page in pages_of(folder).items():
        found = page.find(["form", "script", "input", "textarea", "button", "iframe", "select"])
        assert found is None, (path, found)
        assert len(page.find_all("h1")) == 1, path


def test_every_public_case_study_is_there_and_no_other(folder: Path) -> None:
    case_studies = {path.parent.name for path in folder.glob("compendium/*/index.html")}
    of_the_copy = {name for name in case_studies if name.startswith("by-")} | {"coverage"}

    assert case_studies - of_the_copy == {"lunch-club", "bus-stop"}
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix not in (".png", ".xlsx", ".pdf"):
            assert "ingfisher" not in path.read_text(encoding="utf-8"), path
    assert CaseStudyPage.objects.count() == 2 + len(HIDDEN)


def test_lists_stand_where_the_search_was(folder: Path) -> None:
    pages = pages_of(folder)
    index = pages[folder / "compendium/index.html"]
    assert {"Lunch club", "=Bus (stop) & ‘more’"} <= {link.get_text() for link in index.select("a")}

    news = pages[folder / "working-group/news/with-links/index.html"]
    link = news.find("a", string="From Hackney")
    assert link["href"] == "../../../compendium/by-borough/index.html#hackney"
    assert news.find("a", string="Old") is None and "Old" in news.get_text()
    hackney = pages[folder / "compendium/by-borough/index.html"].find(id="hackney").parent
    assert "Lunch club" in hackney.get_text()


def test_other_versions_and_pages_of_a_list_are_files(folder: Path) -> None:
    plain = folder / "compendium/lunch-club/index--version-plain.html"
    assert "The club stayed open." in plain.read_text(encoding="utf-8")
    assert (folder / "working-group/news/index--page-2.html").exists()


def test_the_data_is_what_its_description_says(folder: Path) -> None:
    data = folder / "data"
    package = json.loads((data / "datapackage.json").read_text())
    for resource in package["resources"]:
        assert (data / resource["path"]).exists()
        if resource["format"] == "csv":
            text = (data / resource["path"]).read_text(encoding="utf-8-sig")
            rows = list(csv.DictReader(StringIO(text)))
            names = [field["name"] for field in resource["schema"]["fields"]]
            assert rows and list(rows[0]) == names
    schema = json.loads((data / "case-studies.schema.json").read_text())
    found = json.loads((data / "case-studies.json").read_text())
    described = schema["properties"]["results"]["items"]["properties"]
    assert found["total"] == len(found["results"]) == 2
    kinds = {"string": str, "boolean": bool, "array": list, "null": type(None)}
    for result in found["results"]:
        assert list(result) == list(described)
        for name, value in result.items():
            kind = described[name]["type"]
            allowed = kind if isinstance(kind, list) else [kind]
            assert isinstance(value, tuple(kinds[each] for each in allowed)), name
    values = json.loads((data / "values.json").read_text())
    assert {"list": "borough", "slug": "camden", "name": "Camden", "case_studies": 1} in values


def test_it_says_what_it_is(folder: Path) -> None:
    assert "index.html" in (folder / "README.txt").read_text()
    home = (folder / "index.html").read_text(encoding="utf-8")
    assert 'href="about-this-copy/index.html"' in home
    about = (folder / "about-this-copy/index.html").read_text(encoding="utf-8")
    for path in (folder / "data").glob("*.csv"):
        assert f'href="../data/{path.name}"' in about


def test_an_earlier_archive_is_replaced_and_any_other_folder_is_not(
    site: None, tmp_path: Path
) -> None:
    folder = tmp_path / "copy"
    call_command("archive_site", folder, stdout=StringIO())
    factories.case_study("Younger")
    said = StringIO()
    call_command("archive_site", folder, stdout=said)
    assert (folder / "compendium/younger/index.html").exists()
    assert "3 case studies" in said.getvalue()
    assert sorted(path.name for path in tmp_path.glob("*copy*")) == ["copy"]

    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("Keep me")
    with pytest.raises(CommandError, match="not empty"):
        call_command("archive_site", mine, stdout=StringIO())
    assert [path.name for path in mine.iterdir()] == ["letter.txt"]


def test_a_page_that_breaks_is_named_and_nothing_is_left_behind(
    site: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: Any, **_kwargs: Any) -> None:
        raise RuntimeError("a fault in a page")

    monkeypatch.setattr("coprod_pages.compendium.coverage.coverage_page", broken)
    factories.news("To coverage", body=[("paragraph", '<a href="/compendium/coverage/">x</a>')])

    with pytest.raises(CommandError, match="/compendium/coverage/ answered 500"):
        call_command("archive_site", tmp_path / "copy", stdout=StringIO())

    assert not (tmp_path / "copy").exists()
    assert not list(tmp_path.glob(".copy*"))


def test_no_document_is_made_for_it(folder: Path) -> None:
    assert not Making.objects.exists()
    assert not (folder / "booklets").exists()
    for page in pages_of(folder).values():
        assert "Download as" not in page.get_text()
