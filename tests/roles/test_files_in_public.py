"""Pictures and documents are public while a public page uses them, and only then."""

from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from coprod_pages.case_studies.models import CaseStudyConsent, CaseStudyPage
from tests.factories import case_study, news

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("files_on_disk")]

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"


@pytest.fixture
def document() -> Document:
    """A document that nothing uses yet."""
    return Document.objects.create(
        title="Paper", file=ContentFile(b"words of the paper", name="paper.txt")
    )


@pytest.fixture
def picture() -> Image:
    """A picture that nothing uses yet."""
    return Image.objects.create(title="Picture", file=get_test_image_file())


@pytest.fixture
def using(document: Document, picture: Image) -> CaseStudyPage:
    """A draft that uses both."""
    image = {"image": picture.pk, "decorative": True, "alt_text": ""}
    story = [{"type": "picture", "value": {"image": image, "caption": ""}}]
    return case_study("With files", live=False, easy_read_document=document, story=story)


def addresses(document: Document, picture: Image) -> list[str]:
    """Where the public would read them."""
    return [document.url, picture.get_rendition("width-50").url]


def statuses(client: Client, urls: list[str]) -> list[int]:
    """What a visitor is answered."""
    return [client.get(url).status_code for url in urls]


def test_files_follow_the_page_that_uses_them(
    client: Client, using: CaseStudyPage, document: Document, picture: Image
) -> None:
    urls = addresses(document, picture)
    assert statuses(client, urls) == [404, 404]

    using.get_latest_revision().publish()
    assert statuses(client, urls) == [200, 200]

    CaseStudyPage.objects.get(pk=using.pk).unpublish()
    assert statuses(client, urls) == [404, 404]


def test_files_of_a_case_study_without_consent_are_gone(
    client: Client, using: CaseStudyPage, document: Document, picture: Image
) -> None:
    using.get_latest_revision().publish()
    CaseStudyConsent.objects.create(page=using, withdrawn_at=using.latest_revision_created_at)

    assert statuses(client, addresses(document, picture)) == [404, 404]


def test_a_file_that_another_public_page_uses_stays(
    client: Client, using: CaseStudyPage, picture: Image
) -> None:
    news("With the same picture", lead_image=picture)

    assert statuses(client, [picture.get_rendition("width-50").url]) == [200]


def test_an_original_is_never_served_and_a_document_only_by_its_address(
    client: Client, superuser: Any, using: CaseStudyPage, document: Document, picture: Image
) -> None:
    using.get_latest_revision().publish()
    urls = [f"/media/{picture.file.name}", f"/media/{document.file.name}"]

    assert statuses(client, urls) == [404, 404]
    client.force_login(superuser)
    assert statuses(client, urls) == [404, 404]


@pytest.mark.parametrize("path", ["../settings.py", "images/../documents/paper.txt", "images/"])
def test_nothing_else_is_served_as_media(client: Client, path: str) -> None:
    assert client.get(f"/media/{path}").status_code == 404


@pytest.mark.parametrize("role", ["editor", "superuser"])
@pytest.mark.parametrize(
    ("address", "name", "content"),
    [
        ("/admin/images/add/", "drawing.svg", SVG),
        ("/admin/images/add/", "drawing.png", SVG),
        ("/admin/images/add/", "page.html", HTML),
        ("/admin/documents/add/", "drawing.svg", SVG),
        ("/admin/documents/add/", "page.html", HTML),
        ("/admin/documents/add/", "page.txt.html", HTML),
        ("/admin/documents/add/", "nothing", HTML),
    ],
)
def test_files_that_can_carry_programs_are_refused(
    client: Client,
    request: pytest.FixtureRequest,
    role: str,
    address: str,
    name: str,
    content: bytes,
) -> None:
    client.force_login(request.getfixturevalue(role))

    response = client.post(address, {"title": "File", "file": SimpleUploadedFile(name, content)})

    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert not Image.objects.filter(title="File").exists()
    assert not Document.objects.filter(title="File").exists()


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_what_is_too_large_is_refused(client: Client, editor: Any, kind: str) -> None:
    client.force_login(editor)
    limit = {
        "images": settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE,
        "documents": settings.WAGTAILDOCS_MAX_UPLOAD_SIZE,
    }[kind]
    start = get_test_image_file().file.getvalue() if kind == "images" else b"words"
    name = "large.png" if kind == "images" else "large.txt"
    file = SimpleUploadedFile(name, start + b"\0" * (limit + 1 - len(start)))

    response = client.post(f"/admin/{kind}/add/", {"title": "File", "file": file})

    assert response.context["form"].errors["file"]
    assert not Image.objects.exists()
    assert not Document.objects.exists()
