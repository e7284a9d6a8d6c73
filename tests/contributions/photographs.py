"""Photographs as telephones make them: turned, with a colour profile, the place and a name."""

import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms
from pillow_heif import register_heif_opener

register_heif_opener()

CAMERA, ARTIST, COMMENT = "Acme Telephone 12", "Ottoline Penhaligon", "taken at home"
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><who>Ottoline Penhaligon</who></x:xmpmeta>"
# What may not be left of any of them, anywhere in the file.
SECRETS = [CAMERA.encode(), ARTIST.encode(), COMMENT.encode(), b"Exif", b"xmpmeta", b"xmp"]
ORIENTATION, MAKE, WHO, PLACE = 0x0112, 0x010F, 0x013B, 0x8825
LYING_ON_ITS_SIDE = 6


def exif(orientation: int = LYING_ON_ITS_SIDE) -> Image.Exif:
    """What the camera says: where in London it was taken, with what, and by whom."""
    told = Image.Exif()
    told[ORIENTATION], told[MAKE], told[WHO] = orientation, CAMERA, ARTIST
    place = told.get_ifd(PLACE)
    place.update({1: "N", 2: (51.0, 32.0, 45.0), 3: "W", 4: (0.0, 3.0, 20.0)})
    return told


def photograph(kind: str = "JPEG", size: tuple[int, int] = (60, 40), colour: str = "red") -> bytes:
    """A picture whose upper left quarter, as it is stored, has `colour`."""
    picture = Image.new("RGB", size, "white")
    picture.paste(Image.new("RGB", (size[0] // 2, size[1] // 2), colour), (0, 0))
    options: dict[str, Any] = {"exif": exif().tobytes(), "icc_profile": PROFILE}
    if kind in ("JPEG", "MPO"):
        options |= {"comment": COMMENT.encode(), "xmp": XMP}
    if kind == "WEBP":
        options["xmp"] = XMP
    if kind == "MPO":
        options |= {"save_all": True, "append_images": [Image.new("RGB", (8, 8), "blue")]}
    data = io.BytesIO()
    picture.save(data, kind, quality=90, **options)
    return data.getvalue()


def sent_as(name: str, data: bytes) -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, data, "application/octet-stream")


def complaints(data: bytes) -> list[str]:
    """What a picture still tells beside what is to be seen on it."""
    left = [repr(secret) for secret in SECRETS if secret in data]
    with Image.open(io.BytesIO(data)) as picture:
        if picture.getexif():
            left.append("exif")
    return left
