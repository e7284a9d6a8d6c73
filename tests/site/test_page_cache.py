"""Pages that are kept: never stale, never anybody's own, never filled with junk."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from coprod_pages.case_studies.models import CaseStudyConsent, CaseStudyPage
from coprod_pages.compendium.selection import SelectionForm
from coprod_pages.compendium.terms import FACETS
from coprod_pages.searching import versions
from coprod_pages.searching.models import SynonymGroup
from coprod_pages.taxonomy.models import Theme
from coprod_site import page_cache
from tests.factories import case_study, meeting, news

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_shelf() -> Iterator[None]:
    page_cache.shelf.clear()
    yield
    page_cache.shelf.clear()


def queries(client: Client, address: str, **headers: str) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        client.get(address, headers=headers)
    return [query["sql"] for query in captured.captured_queries]


ADDRESSES = ["/", "/compendium/", "/compendium/?q=story&theme=health", "/search/?query=story"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_kept_page_is_the_page_for_one_small_query(client: Client, address: str) -> None:
    page = case_study()
    for path in (address, page.url):
        first = client.get(path)
        again = client.get(path)

        assert again.content == first.content
        assert dict(again.items()) == dict(first.items())
        assert "Content-Security-Policy" in again
        assert len(queries(client, path)) == 1


def test_what_the_visitor_has_is_not_sent_again(client: Client) -> None:
    case_study()
    etag = client.get("/compendium/")["ETag"]

    response = client.get("/compendium/", headers={"If-None-Match": etag})

    assert response.status_code == 304
    assert response.content == b""
    assert response["ETag"] == etag
    assert len(queries(client, "/compendium/", **{"If-None-Match": etag})) == 1
    assert client.get("/compendium/", headers={"If-None-Match": 'W/"other"'}).status_code == 200


def test_every_change_of_what_is_public_shows_at_once(client: Client) -> None:
    page = case_study("First title", themes=["food"])

    def shown(words: str, address: str = "/compendium/") -> bool:
        client.get(address)
        return words in client.get(address).content.decode()

    assert shown("First title")
    page.title = "Second title"
    page.save_revision().publish()
    assert shown("Second title")
    theme = Theme.objects.get(slug="food")
    theme.name = "Eating well"
    theme.save()
    assert shown("Eating well")
    assert not shown("Second title", "/compendium/?q=xyzzy&exact=1")
    SynonymGroup.objects.create(names="xyzzy\nsecond title")
    assert shown("Second title", "/compendium/?q=xyzzy&exact=1")
    item = news("Something new")
    assert shown("Something new", "/")
    item.unpublish()
    assert not shown("Something new", "/")
    CaseStudyConsent.objects.create(page=page, withdrawn_at=timezone.now())
    assert not shown("Second title")
    assert client.get(page.url).status_code == 410


def test_what_ends_by_itself_is_not_shown_from_then_on(client: Client) -> None:
    page = case_study("Over soon")
    soon = timezone.now() + timedelta(seconds=30)
    CaseStudyPage.objects.filter(pk=page.pk).update(expire_at=soon)
    client.get("/compendium/")

    [kept] = page_cache.shelf._pages.values()

    assert kept.until == pytest.approx(soon.timestamp())


@pytest.mark.parametrize("turn", ["starts_at", "ends_at"])
@pytest.mark.parametrize("address", ["/working-group/meetings/", "/working-group/", "meeting"])
def test_what_is_said_of_a_meeting_ends_when_it_begins_and_when_it_is_over(
    client: Client, turn: str, address: str
) -> None:
    soon = timezone.now() + timedelta(seconds=30)
    other = soon + timedelta(hours=2 if turn == "starts_at" else -2)
    ends, starts = max(soon, other), min(soon, other)
    page = meeting(starts_at=starts, ends_at=ends)
    client.get(page.url if address == "meeting" else address)

    [kept] = page_cache.shelf._pages.values()

    assert kept.until == pytest.approx(soon.timestamp())


def test_no_page_is_kept_for_longer_than_a_minute(client: Client) -> None:
    client.get("/compendium/")

    [kept] = page_cache.shelf._pages.values()

    assert kept.until <= timezone.now().timestamp() + page_cache.LONGEST


def test_junk_in_the_address_neither_fills_the_cache_nor_shows(client: Client) -> None:
    for number in range(3):
        case_study(f"Number {number}")
    clean = client.get("/compendium/?q=number&theme=health").content

    for junk in ["utm_source=x", "fbclid=%3Cscript%3E", "a=b&a=c", "%00=1", "=", "&&"]:
        dirty = client.get(f"/compendium/?theme=health&{junk}&q=number")
        assert dirty.content == clean, junk

    assert len(page_cache.shelf._pages) == 1


def test_what_belongs_to_one_person_is_never_kept(client: Client, reviewer: object) -> None:
    client.get("/working-group/join/")  # a form with its token
    client.get("/admin/login/")
    client.get("/working-group/join/?sent=AB12")
    client.get("/nowhere/")
    client.post("/compendium/")
    assert not page_cache.shelf._pages

    client.force_login(reviewer)
    response = client.get("/compendium/")
    assert not page_cache.shelf._pages
    assert "wagtail-userbar" in response.content.decode()
    assert "wagtail-userbar" not in Client().get("/compendium/").content.decode()


def test_private_sections_are_never_kept(client: Client) -> None:
    page = case_study("Kingfisher secret", private=True)

    assert client.get(page.url).status_code == 302
    assert not page_cache.shelf._pages


def test_compressed_and_plain_pages_are_kept_apart(client: Client) -> None:
    case_study()
    zipped = client.get("/compendium/", headers={"Accept-Encoding": "gzip"})
    plain = client.get("/compendium/")

    assert zipped["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain
    assert client.get("/compendium/", headers={"Accept-Encoding": "gzip"}).content == zipped.content


def test_the_cache_has_a_size(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_cache, "MOST_PAGES", 3)
    for number in range(6):
        client.get(f"/compendium/?q=word{number}")

    assert len(page_cache.shelf._pages) == 3
    client.get("/compendium/?q=" + "x" * 3000)
    assert len(page_cache.shelf._pages) == 3


def test_redirects_go_by_the_whole_address(client: Client) -> None:
    Redirect.add_redirect("/old.php?id=3", "/compendium/")

    response = client.get("/old.php?id=3")

    assert response.status_code == 301
    assert response["Location"].endswith("/compendium/")


def test_signing_in_leads_on_to_the_private_page(client: Client) -> None:
    page = case_study(private=True)

    asked = client.get(f"{page.url}?version=plain&a=b")
    form = client.get(asked["Location"])

    assert f'value="{page.url}?version=plain&amp;a=b"' in form.content.decode()


def test_the_sitemap_has_pages_of_its_own(client: Client) -> None:
    assert client.get("/sitemap.xml").status_code == 200
    assert client.get("/sitemap.xml?p=2").status_code == 404


def test_letters_that_are_not_encoded_are_read_as_they_are_meant(client: Client) -> None:
    raw = "q=café".encode().decode("latin-1")  # as a server hands them on

    page = client.get("/compendium/", QUERY_STRING=raw).content.decode()

    assert 'value="café"' in page
    assert client.get("/compendium/?q=caf%C3%A9").content.decode() == page


def test_asking_for_the_head_of_a_page_gives_its_headers_alone(client: Client) -> None:
    case_study()
    client.head("/compendium/")
    assert not page_cache.shelf._pages  # who asks for no page makes none to keep
    whole = client.get("/compendium/")

    head = client.head("/compendium/")

    assert head.content == b""
    assert dict(head.items()) == dict(whole.items())
    assert head["Content-Length"] == str(len(whole.content))
    with CaptureQueriesContext(connection) as captured:
        client.head("/compendium/")
    assert len(captured) == 1


def test_a_preview_is_neither_kept_nor_answered_from_what_is_kept(client: Client) -> None:
    page = case_study("Published words")
    client.get(page.url, headers={"Host": "localhost"})  # as previews are asked for
    page.title = "Drafted words"

    assert "Drafted words" in page.make_preview_request().content.decode()
    public = client.get(page.url, headers={"Host": "localhost"})
    assert "Drafted words" not in public.content.decode()


def test_what_differs_by_more_than_the_address_is_not_kept(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve = CaseStudyPage.serve

    def in_the_visitors_language(self: CaseStudyPage, *args: object) -> HttpResponse:
        response = serve(self, *args)
        response["Vary"] = "Accept-Language"
        return response

    monkeypatch.setattr(CaseStudyPage, "serve", in_the_visitors_language)
    client.get(case_study().url)

    assert not page_cache.shelf._pages


def test_every_parameter_of_the_compendium_is_known_to_the_cache() -> None:
    asked = {facet.parameter for facet in FACETS} | set(SelectionForm.base_fields)

    assert asked <= page_cache.PARAMETERS


def test_the_menu_follows_its_pages(client: Client) -> None:
    def menu() -> list[str]:
        page = BeautifulSoup(client.get("/").content, "html.parser")
        navigation = page.find("nav", attrs={"aria-label": True})
        return [link.get_text(strip=True) for link in navigation.find_all("a")]

    def section() -> Page:
        return Page.objects.get(slug="about").specific

    before = menu()
    assert "About" in before

    page = section()
    page.title = "Who we are"
    page.save_revision().publish()
    renamed = menu()
    assert "Who we are" in renamed and "About" not in renamed

    section().move(Page.objects.get(slug="compendium"), pos="left")
    assert menu() != renamed

    page = section()
    page.show_in_menus = False
    page.save_revision().publish()
    assert "Who we are" not in menu()

    page = section()
    page.show_in_menus = True
    page.save_revision().publish()
    assert "Who we are" in menu()

    restriction = PageViewRestriction.objects.create(
        page=section(), restriction_type=PageViewRestriction.LOGIN
    )
    assert "Who we are" not in menu()
    restriction.delete()
    assert "Who we are" in menu()

    section().unpublish()
    assert "Who we are" not in menu()


def test_made_up_ports_do_not_fill_the_process(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "MOST_KEPT", 10)

    for port in range(2000, 2030):
        client.get("/compendium/", headers={"Host": f"localhost:{port}"})

    assert len(versions._kept) <= 10
