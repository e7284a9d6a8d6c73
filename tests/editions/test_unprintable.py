"""An editor is told which characters the PDF cannot show, and where they stand."""

import logging
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from coprod_pages.editions.pdf import write_pdf
from coprod_pages.editions.tree import Heading, Index, IndexEntry, Items
from coprod_pages.editions.unprintable import places_of
from coprod_pages.roles.groups import SITE_MANAGERS
from tests.editions.building import by_hand, made
from tests.editions.documents import SomePictures, document_of, words
from tests.factories import case_study, person

# Private use: no font has a shape for it.
BOX, OTHER_BOX = "\ue9a5", "\U000f1b2c"


def test_letters_without_a_shape_are_told_and_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    document = document_of(words(f"Known {BOX}{OTHER_BOX} é £ ’"))
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        result = write_pdf(document, SomePictures(), BytesIO())

    assert result.unprintable == {BOX, OTHER_BOX}
    assert not [record for record in caplog.records if "notdef" in record.getMessage()]


def test_nothing_is_told_of_what_can_be_shown() -> None:
    assert not write_pdf(document_of(words("Café")), SomePictures(), BytesIO()).unprintable


def test_each_letter_is_found_where_it_stands() -> None:
    document = document_of(
        words("Ours: ሀ"),
        Heading("A lunch club", 2, "case-study-7"),
        Heading("The need", 3, "case-study-7-need"),
        Items(((words("Deep: ለ"),),)),
        Heading("A garden", 2, "case-study-8"),
        words("ለ and ሐ"),
        Heading("Indexes", 1, "indexes"),
        Index((IndexEntry("መ", ()),)),
        title="ሠ",
    )

    assert places_of(document, set("ሀለሐመሠሰ")) == {"": "ሀመሠሰ", "7": "ለ", "8": "ለሐ"}


@pytest.mark.django_db
def test_the_screen_of_the_edition_names_them(client: Client, real_writers: Any) -> None:
    page = case_study(f"A club {BOX}")
    fine = case_study("A garden")
    held = made(by_hand("Chosen", page, fine), introduction=f"<p>Ours {OTHER_BOX}</p>")
    client.force_login(person(SITE_MANAGERS))

    screen = client.get(reverse("coprod_edition", args=[held.pk])).content.decode()

    assert "The PDF shows empty boxes in place of these characters" in screen
    assert "The edition’s own texts:" in screen
    assert f"{BOX} (U+E9A5)" in screen
    assert f"{OTHER_BOX} (U+F1B2C)" in screen


@pytest.mark.django_db
def test_the_screen_says_nothing_where_all_is_well(client: Client) -> None:
    held = made(by_hand("Chosen", case_study("A garden")))
    client.force_login(person(SITE_MANAGERS))

    screen = client.get(reverse("coprod_edition", args=[held.pk])).content.decode()

    assert "empty boxes" not in screen
