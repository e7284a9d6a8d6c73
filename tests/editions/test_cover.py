"""The cover of an edition in the public list: what the cover of the PDF looks like."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file_jpeg

from coprod_pages.editions import pictures
from coprod_pages.editions.models import EditionPage
from tests.editions.building import by_hand, made
from tests.factories import case_study

pytestmark = pytest.mark.django_db


def cover_of(page: EditionPage) -> BeautifulSoup:
    """The picture in the list of editions."""
    listed = BeautifulSoup(Client().get("/editions/").content.decode(), "html.parser")
    image = listed.find("img", src=f"{page.url}cover.svg")
    # Its title stands beside it.
    assert image["alt"] == ""
    response = Client().get(image["src"])
    assert response["Content-Type"] == "image/svg+xml"
    return BeautifulSoup(response.content.decode(), "xml")


def test_the_cover_has_title_subtitle_publisher_and_the_line() -> None:
    page = made(
        by_hand("London", case_study()),
        title="Learning & doing",
        subtitle="What Londoners have learnt",
        published_by="The working group",
    )

    cover = cover_of(page)

    said = cover.get_text(" ")
    for words in ("Learning & doing", "What Londoners have learnt", "The working group"):
        assert words in said
    assert cover.find("polygon")


def test_the_editors_picture_is_whole_and_the_title_stands_over_it() -> None:
    image = get_image_model().objects.create(
        title="A table", file=get_test_image_file_jpeg(size=(900, 300))
    )
    page = made(by_hand("London", case_study()), title="Pictured", cover_picture=image)

    cover = cover_of(page)

    shown = cover.find("image")
    assert shown["href"].startswith("data:image/jpeg;base64,")
    assert shown["preserveAspectRatio"].endswith("meet")
    assert "Pictured" in cover.get_text(" ")


def test_a_picture_that_may_not_be_shown_is_not_on_the_cover(monkeypatch: Any) -> None:
    image = get_image_model().objects.create(title="A table", file=get_test_image_file_jpeg())
    page = made(by_hand("London", case_study()), cover_picture=image)
    monkeypatch.setattr(pictures, "withheld", lambda keys=None: frozenset([image.pk]))

    assert not cover_of(page).find("image")


def test_the_cover_is_that_of_what_visitors_have() -> None:
    page = made(by_hand("London", case_study()), title="As it was")
    draft = page.get_latest_revision_as_object()
    draft.title = "Not made yet"
    draft.save_revision().publish()

    assert "As it was" in cover_of(page).get_text(" ")


def test_the_longest_title_stays_on_the_cover() -> None:
    page = made(by_hand("London", case_study()), title="wordthatgoeson " * 16 + "x" * 15)

    cover = cover_of(page)

    assert "x" * 15 in cover.get_text(" ")
    title = cover.find_all("text", x="22")
    assert all(len(line.get_text()) <= 60 and float(line["y"]) < 146 for line in title)
