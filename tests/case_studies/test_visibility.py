"""The one visibility rule: what is not public appears on no surface."""

import io
import re
import zipfile
from typing import Any

import pytest
from django.test import Client

from coprod_pages.case_studies.models import CaseStudyConsent, CaseStudyPage
from coprod_pages.editions.models import EditionPage
from coprod_pages.news.models import NewsCaseStudy, NewsPage
from tests.editions.building import by_hand, made, make_again, write_quickly
from tests.factories import case_study, news

pytestmark = pytest.mark.django_db

# Every public surface that shows case studies. A new surface is added here when it is built.
SURFACES = [
    "/",
    "/compendium/",
    "/compendium/?q=kingfisher",
    "/compendium/?tag=kingfisher-tag",
    "/compendium/?borough=hackney",
    "/compendium/?theme=health",
    "/compendium/?stage=need",
    "/compendium/?sort=title",
    "/compendium/?lessons=1",
    "/compendium/seen-by-all/",  # related case studies
    "/compendium/coverage/",
    "/continuum/",
    "/continuum/need/",
    "/continuum/diagram.svg",
    "/continuum/embed/",
    "/search/?query=kingfisher",
    "/sitemap.xml",
    "/compendium/feed/",
    "/compendium/feed/?q=kingfisher",
    "/compendium/export.csv",
    "/compendium/export.json?tag=kingfisher-tag",
    "/compendium/export.xlsx?borough=hackney",
    "/api/v2/pages/?type=coprod_pages.CaseStudyPage&limit=50",
    "/api/v2/pages/?type=coprod_pages.CaseStudyPage&q=kingfisher&fields=*",
    "/api/v2/pages/?type=coprod_pages.CaseStudyPage&tag=kingfisher-tag&order=title",
    "/api/v2/pages/?search=kingfisher",
    "/api/v2/pages/?limit=50",
    "/api/v2/pages/?child_of=4&fields=*",
    "/working-group/news/about-them-all/",  # chosen by hand
    "/editions/",
    "/editions/all-of-them/",  # chosen by hand and made anew
    "/booklets/?tag=kingfisher-tag",
]

HIDDEN_STATES = [
    {"live": False},
    {"private": True},
    {"expired": True},
    {"withdrawn": True},
    {"consent_ended": True},
]


@pytest.fixture(autouse=True)
def quick_writers(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in documents is tested with them."""
    write_quickly(monkeypatch)


@pytest.fixture(autouse=True)
def item() -> NewsPage:
    """A news item that is about every case study there is."""
    return news("About them all")


# Compressed, the same document made at another time is some bytes longer or shorter; each form has
# a key of its own.
NEVER_THE_SAME = re.compile(r'[\d.]+\xa0KB|value="[^"]*" id="id_form_key"')


def tell_of_all(item: NewsPage) -> None:
    """Let the news item be about every case study, whatever its state."""
    rows = [NewsCaseStudy(case_study=page) for page in CaseStudyPage.objects.order_by("pk")]
    item.case_study_rows.set(rows)
    item.case_study_rows.commit()


def compile_all(edition: EditionPage | None = None) -> EditionPage:
    """An edition for which every case study is chosen, whatever its state, made anew."""
    section = by_hand("All of them", *CaseStudyPage.objects.order_by("pk"))
    if edition is None:
        return made(section, title="All of them", large_print=False)
    edition.sections = edition._meta.get_field("sections").to_python([section])
    edition.save_revision().publish()
    make_again(edition)
    return edition


def text_of(response: Any) -> str:
    """What a response says, without what is never the same; of a workbook, what its sheet says."""
    content = response.getvalue()
    if "spreadsheetml" in response["Content-Type"]:
        content = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")
    return NEVER_THE_SAME.sub("", content.decode())


@pytest.mark.parametrize("state", HIDDEN_STATES, ids=lambda state: next(iter(state)))
def test_what_is_not_public_changes_no_surface(client: Client, state: dict, item: NewsPage) -> None:
    case_study("Seen by all", slug="seen-by-all", tags=["kingfisher tag"])
    tell_of_all(item)
    edition = compile_all()
    compile_all(edition)  # from now on it says that it replaces one
    before = {surface: text_of(client.get(surface)) for surface in SURFACES}
    case_study("Kingfisher secret", slug="kingfisher-secret", tags=["kingfisher tag"], **state)
    tell_of_all(item)
    compile_all(edition)

    for surface in SURFACES:
        response = client.get(surface)
        assert response.status_code == 200, surface
        text = text_of(response)
        assert "Kingfisher secret" not in text, surface
        assert "kingfisher-secret" not in text, surface
        # Counts, facets and totals stay what they were as well.
        assert text == before[surface], surface


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ({"live": False}, 404),
        ({"private": True}, 302),
        ({"expired": True}, 404),
        ({"withdrawn": True}, 410),
        ({"consent_ended": True}, 410),
    ],
)
def test_its_own_address_does_not_show_it(client: Client, state: dict, status: int) -> None:
    page = case_study("Kingfisher secret", **state)

    response = client.get(page.url)

    assert response.status_code == status
    assert "found out together what was needed" not in response.content.decode()


def test_an_expired_page_with_consent_is_not_said_to_have_been_taken_down(client: Client) -> None:
    page = case_study("Over", expired=True)
    CaseStudyConsent.objects.create(page=page)

    assert client.get(page.url).status_code == 404


def test_a_case_study_with_recorded_consent_is_not_copied(client: Client, reviewer: object) -> None:
    withdrawn = case_study("Withdrawn", withdrawn=True)
    client.force_login(reviewer)

    client.post(
        f"/admin/pages/{withdrawn.pk}/copy/",
        {"new_title": "Copy", "new_slug": "copy", "new_parent_page": withdrawn.get_parent().pk},
    )

    assert not CaseStudyPage.objects.filter(slug="copy").exists()


def test_a_draft_cannot_take_the_place_of_a_section_in_links(client: Client) -> None:
    before = client.get("/").content.decode()
    for slug in ("news", "meetings", "privacy", "contribute"):
        case_study(slug.title(), slug=slug, live=False)

    assert client.get("/").content.decode() == before


def test_what_is_public_appears_on_the_surfaces(client: Client, item: NewsPage) -> None:
    case_study("Seen by all", slug="seen-by-all", tags=["kingfisher tag"])
    case_study("Kingfisher open", slug="kingfisher-open", tags=["kingfisher tag"])
    tell_of_all(item)
    compile_all()

    silent = [s for s in SURFACES if "ingfisher-open" not in text_of(client.get(s))]

    # Counts only.
    counted = ["/continuum/", "/continuum/diagram.svg", "/continuum/embed/"]
    others = ["/compendium/coverage/", "/editions/", "/booklets/?tag=kingfisher-tag"]
    assert sorted(silent) == sorted([*counted, *others])


def test_publishing_an_older_revision_does_not_bring_a_withdrawn_consent_back(
    client: Client,
) -> None:
    page = case_study("Kingfisher secret", withdrawn=True)

    page.get_latest_revision().publish()

    assert client.get(page.url).status_code == 410
    assert not CaseStudyPage.objects.visible_to_public().filter(pk=page.pk).exists()
