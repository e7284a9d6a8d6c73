"""Photographs that come with an example: what is taken, and what is left of them."""

import io
import random
from typing import Any

import pytest
from django.test import Client
from PIL import Image
from wagtail.images import get_image_model

from coprod_pages import safe_pictures
from coprod_pages.contributions import views
from coprod_pages.contributions.models import Contribution, ContributionFile
from tests.factories import news

from .conftest import Visitor
from .photographs import LYING_ON_ITS_SIDE, PROFILE, complaints, exif, photograph, sent_as

pytestmark = pytest.mark.django_db

KINDS = ["JPEG", "MPO", "PNG", "WEBP", "HEIF"]


def send_file(visitor: Visitor, name: str, data: bytes, **words: str) -> Any:
    return visitor.answer("files", file=sent_as(name, data), add="1", **words)


def is_red(picture: Image.Image, place: tuple[int, int]) -> bool:
    red, green, blue = picture.convert("RGB").getpixel(place)
    return red > 200 and green < 80 and blue < 80


@pytest.mark.parametrize("kind", KINDS)
def test_a_photograph_is_kept_upright_and_tells_nothing_but_what_it_shows(
    visitor: Visitor, kind: str
) -> None:
    visitor.begin()
    data = photograph(kind)
    assert complaints(data)

    assert send_file(visitor, f"IMG_0012.{kind}", data).status_code == 302

    kept = ContributionFile.objects.get().file.read()
    assert complaints(kept) == []
    with Image.open(io.BytesIO(kept)) as picture:
        assert picture.info["icc_profile"] == PROFILE
        assert picture.size == (40, 60)  # it was lying on its side
        assert is_red(picture, (35, 5))
        assert not is_red(picture, (5, 55))


@pytest.mark.parametrize("kind", ["HEIF", "MPO"])
def test_what_browsers_do_not_show_is_kept_and_downloaded_as_jpeg(
    visitor: Visitor, client: Client, reviewer: Any, kind: str
) -> None:
    visitor.begin()
    send_file(visitor, "IMG_0012.HEIC", photograph(kind), description="The beds")
    Contribution.objects.update(state="new")
    kept = ContributionFile.objects.get()
    client.force_login(reviewer)

    response = client.get(f"/admin/coprod_pages/contributionfile/{kept.pk}/")

    assert (kept.name, kept.content_type) == ("IMG_0012.jpg", "image/jpeg")
    assert response["Content-Type"] == "image/jpeg"
    data = b"".join(response.streaming_content)
    assert kept.size == len(data)
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.format == "JPEG"


def test_the_form_offers_what_iphones_make(visitor: Visitor) -> None:
    visitor.begin()

    page = visitor.client.get(f"{visitor.own}files/").content.decode()

    assert "image/heic" in page
    assert "HEIC" in visitor.text(f"{visitor.own}files/")


def test_a_photograph_is_as_sharp_as_it_was(visitor: Visitor) -> None:
    noise = Image.effect_noise((200, 200), 80).convert("RGB")
    sent = io.BytesIO()
    noise.save(sent, "JPEG", quality=85, exif=exif(1).tobytes())
    visitor.begin()

    send_file(visitor, "noise.jpg", sent.getvalue())

    before = Image.open(sent).convert("L").tobytes()
    after = Image.open(ContributionFile.objects.get().file).convert("L").tobytes()
    differences = [abs(one - other) for one, other in zip(before, after, strict=True)]
    assert sum(differences) / len(differences) < 1


def test_the_same_photograph_twice_is_kept_once(visitor: Visitor) -> None:
    visitor.begin()
    for words in ({}, {"description": "The beds"}, {"credit": "Ada Example"}):
        send_file(visitor, "a.heic", photograph("HEIF"), **words)

    kept = ContributionFile.objects.get()

    assert (kept.description, kept.credit) == ("The beds", "Ada Example")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
@pytest.mark.parametrize("limit", ["MOST_PIXELS", "LONGEST_SIDE"])
def test_a_picture_that_would_take_too_much_room_is_refused_before_it_is_unpacked(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, kind: str, limit: str
) -> None:
    data = photograph(kind, size=(200, 100))
    monkeypatch.setattr(safe_pictures, limit, 199 if limit == "LONGEST_SIDE" else 19_999)
    monkeypatch.setattr(safe_pictures, "_written", lambda *_args: pytest.fail("unpacked"))
    visitor.begin()

    response = send_file(visitor, "large", data)

    assert response.status_code == 422
    assert "too many pixels" in response.content.decode()
    assert not ContributionFile.objects.exists()


def test_a_small_file_that_says_it_is_a_huge_picture_is_refused(visitor: Visitor) -> None:
    bomb = bytearray(photograph("PNG"))
    bomb[16:24] = (60_000).to_bytes(4, "big") * 2  # width and height in the first part of a PNG
    visitor.begin()

    assert send_file(visitor, "bomb.png", bytes(bomb)).status_code == 422
    assert not ContributionFile.objects.exists()


def test_an_iphone_picture_that_is_larger_than_its_head_says_is_refused(visitor: Visitor) -> None:
    small, large = (size.to_bytes(4, "big") for size in (64, 1500))
    data = photograph("HEIF", (1500, 1500))
    assert large * 2 in data
    visitor.begin()

    response = send_file(visitor, "bomb.heic", data.replace(large * 2, small * 2))

    assert response.status_code == 422
    assert not ContributionFile.objects.exists()


def test_there_is_a_limit_to_how_many_are_unpacked(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "FILES_PER_HOUR", 2)
    visitor.begin()

    answers = [send_file(visitor, "a.jpg", photograph(), description="Beds") for _again in range(3)]

    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert "many times" in answers[2].content.decode()
    assert "Beds" in answers[2].content.decode()


@pytest.mark.parametrize("kind", ["JPEG", "HEIF", "WEBP"])
def test_damaged_photographs_are_refused_in_words_or_tell_nothing(
    visitor: Visitor, kind: str
) -> None:
    dice = random.Random(12)
    whole = photograph(kind)
    visitor.begin()
    answers = set()
    for _again in range(25):
        data = bytearray(whole)
        for _place in range(dice.choice([1, 4, 30])):
            data[dice.randrange(len(data))] = dice.randrange(256)
        if dice.random() < 0.5:
            del data[dice.randrange(len(data)) :]

        answers.add(send_file(visitor, "damaged", bytes(data) or b"x").status_code)
        for kept in ContributionFile.objects.all():
            assert complaints(kept.file.read()) == []
        ContributionFile.objects.all().delete()

    assert 422 in answers
    assert answers <= {302, 422}


@pytest.mark.parametrize("name", [".heic", "a" * 140 + ".heic", "\u202eheic.exe", "x\x00"])
def test_whatever_a_photograph_is_called_it_is_kept(visitor: Visitor, name: str) -> None:
    visitor.begin()

    send_file(visitor, name, photograph("HEIF"))

    assert ContributionFile.objects.get().name.endswith(".jpg")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_that_an_editor_uploads_tells_nothing_either(
    client: Client, editor: Any, kind: str
) -> None:
    client.force_login(editor)
    ending = kind.lower()

    client.post(
        "/admin/images/add/",
        {"title": "Beds", "file": sent_as(f"beds.{ending}", photograph(kind, (120, 80)))},
    )

    image = get_image_model().objects.get(title="Beds")
    assert complaints(image.file.read()) == []
    assert (image.width, image.height) == (80, 120)
    assert image.file_size == image.file.size
    news("With beds", lead_image=image)
    served = Client().get(image.get_rendition("width-50").url)
    data = b"".join(served.streaming_content)
    assert complaints(data) == []
    with Image.open(io.BytesIO(data)) as picture:
        assert is_red(picture, (picture.width - 3, 3))


def test_a_picture_that_replaces_another_tells_nothing_either(client: Client, editor: Any) -> None:
    client.force_login(editor)
    sent = {"title": "Beds", "file": sent_as("a.png", photograph("PNG"))}
    client.post("/admin/images/add/", sent)
    image = get_image_model().objects.get()

    sent = {"title": "Beds", "file": sent_as("b.jpg", photograph())}
    client.post(f"/admin/images/{image.pk}/", sent)

    image = get_image_model().objects.get()
    assert image.file.name.endswith(".jpg")
    assert complaints(image.file.read()) == []


def test_the_photographs_of_these_tests_do_tell_something() -> None:
    with Image.open(io.BytesIO(photograph())) as picture:
        assert picture.getexif().get_ifd(0x8825)[1] == "N"
        assert picture.getexif()[0x0112] == LYING_ON_ITS_SIDE
