"""Photographs without what their camera wrote into them: place, time, names, other pictures.

A picture is read and written anew, so that nothing but its pixels and its colour profile is
left: what is hidden behind its end, or in parts that nobody knows of, is gone too. It is turned
upright first, because which way is up stands in what is removed.
"""

import io
from collections.abc import Iterator
from pathlib import PurePath
from threading import Lock
from typing import Any, NamedTuple

from django.core.files.base import ContentFile
from django.db.models.signals import pre_save
from PIL import Image, ImageOps, JpegImagePlugin
from pillow_heif import register_heif_opener
from wagtail.images import get_image_model

register_heif_opener()

# The largest picture that a telephone takes has 48 million.
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 20_000  # pixels

# What Pillow calls a format, and what it is kept as. MPO is a JPEG with others behind it, as
# telephones make; no browser but one shows HEIC, which iPhones make.
KEPT_AS = {"JPEG": "JPEG", "MPO": "JPEG", "HEIF": "JPEG", "PNG": "PNG", "WEBP": "WEBP"}
PHOTOGRAPHS = ("JPEG", "PNG", "WEBP", "HEIF")
# Editors may upload these too. A GIF is left as it is: none has a place in it, and it may move.
PICTURES = (*PHOTOGRAPHS, "AVIF")
CONTENT_TYPES = {
    "JPEG": ("image/jpeg", "jpg"),
    "PNG": ("image/png", "png"),
    "WEBP": ("image/webp", "webp"),
    "AVIF": ("image/avif", "avif"),
}
# Of 100: where the source says nothing of its own quality. The loss is not to be seen.
QUALITY = 92
# JPEG knows these; anything else becomes RGB.
JPEG_MODES = {"L", "RGB", "CMYK"}
TRANSPARENT = {"RGBA", "LA", "PA", "RGBa", "La"}

# The largest takes half a gigabyte while it is unpacked: a worker unpacks one at a time.
_unpacking = Lock()


class NotAPicture(ValueError):
    """It is none of the formats asked for, it is damaged, or a decompression bomb."""


class TooManyPixels(NotAPicture):
    """It would take too much memory."""


class Cleaned(NamedTuple):
    """A picture's new bytes, its content type and its usual ending, without a dot."""

    data: bytes
    content_type: str
    ending: str


def without_metadata(data: bytes, formats: tuple[str, ...] = PHOTOGRAPHS) -> Cleaned:
    """`data` as a picture that holds nothing but pixels and its colour profile.

    Of several in one file, the first stays. Raises `NotAPicture` and `TooManyPixels`: what is
    too large is refused by what its head says, before it is unpacked.
    """
    try:
        with Image.open(io.BytesIO(data), formats=formats) as picture:
            if picture.width * picture.height > MOST_PIXELS or max(picture.size) > LONGEST_SIDE:
                raise TooManyPixels
            kept_as = KEPT_AS.get(picture.format or "", picture.format)
            with _unpacking:
                written = _written(picture, data)
    except NotAPicture:
        raise
    except Image.DecompressionBombError as error:
        raise TooManyPixels from error
    except Exception as error:  # decoders fail in ways of their own
        raise NotAPicture from error
    return Cleaned(written, *CONTENT_TYPES[kept_as])


def _written(picture: Image.Image, data: bytes) -> bytes:
    kept_as = KEPT_AS.get(picture.format or "", picture.format)
    options = _options(picture, data)
    if profile := picture.info.get("icc_profile"):
        options["icc_profile"] = profile
    upright = ImageOps.exif_transpose(picture)
    transparency = upright.info.get("transparency")
    # Pillow writes some of this without being asked, a JPEG's comment for one.
    upright.info.clear()
    if transparency is not None and kept_as == "PNG":
        upright.info["transparency"] = transparency
    if kept_as == "JPEG" and upright.mode not in JPEG_MODES:
        upright = _on_white(upright)
    out = io.BytesIO()
    upright.save(out, kept_as, **options)
    return out.getvalue()


def _options(picture: Image.Image, data: bytes) -> dict[str, Any]:
    """How to write it so that nobody sees a difference."""
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        # Written with the tables it was made with, a JPEG hardly changes at all.
        return {
            "qtables": picture.quantization,
            "subsampling": JpegImagePlugin.get_sampling(picture),
            "progressive": bool(picture.info.get("progressive")),
            "optimize": True,
        }
    if picture.format == "WEBP" and b"VP8L" in set(_chunks(data)):
        return {"lossless": True}
    return {} if picture.format == "PNG" else {"quality": QUALITY}


def _chunks(data: bytes) -> Iterator[bytes]:
    """The names of the parts of a WebP file (a RIFF container)."""
    place = 12
    while place + 8 <= len(data):
        yield data[place : place + 4]
        length = int.from_bytes(data[place + 4 : place + 8], "little")
        place += 8 + length + length % 2


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode not in TRANSPARENT:
        return picture.convert("RGB")
    picture = picture.convert("RGBA")
    white = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(white, picture).convert("RGB")


def connect() -> None:
    """Called once, when the app is ready: pictures that editors upload are cleaned as well."""
    pre_save.connect(
        clean_before_saving, sender=get_image_model(), dispatch_uid="coprod_clean_pictures"
    )


def clean_before_saving(sender: type, instance: Any, raw: bool = False, **kwargs: Any) -> None:
    """Before one of Wagtail's images is saved with a new file, by whatever way it came.

    Renditions keep what their original says about the camera and the place, and are public.
    What cannot be read is left: no rendition can be made of it either.
    """
    if raw or not instance.file or instance.file._committed:
        return
    with instance.open_file() as file:
        data = file.read()
    try:
        cleaned = without_metadata(data, PICTURES)
    except NotAPicture:
        return
    name = PurePath(instance.file.name).with_suffix(f".{cleaned.ending}").name
    instance.file = ContentFile(cleaned.data, name=name)
    # Its size and the fingerprint by which Wagtail finds doubles are those of what is kept.
    instance._set_image_file_metadata()
