"""Health, robots, sitemap, media, errors and the headers on every page."""

import json
import logging
import re
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client, RequestFactory
from django.views.defaults import server_error
from pytest_django import Settings

from coprod_site.logs import JsonFormatter, WithoutPersonalData
from tests.factories import case_study, news

pytestmark = pytest.mark.django_db


def test_health_says_that_all_is_well(client: Client) -> None:
    response = client.get("/healthz/")

    assert response.status_code == 200
    assert response.json() == {"status": "ok"}


def test_robots_stay_out_of_the_admin_and_know_the_sitemap(client: Client) -> None:
    text = client.get("/robots.txt").content.decode()

    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


def test_the_sitemap_lists_what_is_public(client: Client) -> None:
    page = case_study("Here")

    assert page.slug in client.get("/sitemap.xml").content.decode()


@pytest.mark.parametrize(
    "path",
    ["/", "/compendium/", "/search/?query=x", "/working-group/join/", "/nowhere/", "/healthz/"],
)
def test_every_page_carries_the_strict_policy(client: Client, path: str) -> None:
    response = client.get(path)

    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe-inline" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


def test_only_the_admin_may_run_inline_scripts(client: Client, superuser: object) -> None:
    client.force_login(superuser)

    assert "'unsafe-inline'" in client.get("/admin/")["Content-Security-Policy"]
    assert "unsafe-inline" not in client.get("/")["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/", "/compendium/", "/search/?query=x", "/working-group/"])
def test_reading_sets_no_cookie_and_asks_nobody_else(client: Client, path: str) -> None:
    response = client.get(path)

    assert not response.cookies
    html = response.content.decode()
    for attribute in ('src="http', "src='http", 'src="//', 'rel="preconnect"', "@import"):
        assert attribute not in html
    assert " style=" not in html
    assert "<style" not in html
    assert "<script>" not in html


def test_an_address_that_is_not_there_is_dressed_like_the_rest(client: Client) -> None:
    response = client.get("/nowhere/")

    assert response.status_code == 404
    html = response.content.decode()
    assert "<h1" in html
    assert 'href="/compendium/"' in html


def test_the_error_page_needs_no_database(
    rf: RequestFactory, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        response = server_error(rf.get("/"))

    assert response.status_code == 500
    assert b"<h1" in response.content


@pytest.mark.parametrize("path", ["original_images/a.png", "documents/a.pdf", "images/a.png"])
def test_files_are_not_served_by_their_place_on_disk(client: Client, path: str) -> None:
    name = default_storage.save(path, ContentFile(b"here it is"))

    assert default_storage.exists(name)
    assert client.get(f"/media/{name}").status_code == 404


def test_search_covers_the_whole_site(client: Client) -> None:
    case_study("Kingfisher story")
    news("Kingfisher news")
    news("Kingfisher draft", live=False)

    text = client.get("/search/?query=kingfishers").content.decode()

    assert "Kingfisher story" in text
    assert "Kingfisher news" in text
    assert "Kingfisher draft" not in text


def test_logs_hold_no_addresses_of_people(capsys: pytest.CaptureFixture) -> None:
    record = logging.LogRecord(
        "x",
        logging.WARNING,
        "x",
        1,
        "Sent to %s from %s",
        ("a.b@example.org", "/contribute/abcdefghijk/"),
        None,
    )
    WithoutPersonalData().filter(record)
    entry = json.loads(JsonFormatter().format(record))

    assert entry["message"] == "Sent to [email] from /contribute/[link]/"
    assert entry["level"] == "WARNING"


def test_a_mistake_in_a_logging_call_is_no_error_page() -> None:
    record = logging.LogRecord("x", logging.INFO, "x", 1, "Counted %d", ("three",), None)

    assert WithoutPersonalData().filter(record)
    assert record.getMessage() == "Counted %d"


def test_descriptions_are_escaped_once(client: Client) -> None:
    page = case_study("Told", summary="Tom & Jerry, under <3 pounds")

    html = client.get(page.url).content.decode()

    assert 'content="Tom &amp; Jerry, under &lt;3 pounds"' in html
    assert "&amp;amp;" not in html


def test_every_file_that_a_page_names_is_there(
    client: Client, settings: Settings, tmp_path: object
) -> None:
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    call_command("collectstatic", verbosity=0, interactive=False)
    page = case_study("Here")

    named = set()
    for path in ["/", "/compendium/", page.url, "/continuum/", "/working-group/", "/nowhere/"]:
        html = client.get(path).content.decode()
        named |= set(re.findall(r'(?:href|src)="/static/([^"#?]+)', html))
    assert any(re.fullmatch(r"css/site\.[0-9a-f]+\.css", name) for name in named)
    assert [name for name in named if not (tmp_path / "static" / name).exists()] == []
