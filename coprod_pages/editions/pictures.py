"""The pictures of an edition: their bytes by key, at print resolution, one at a time."""

from io import BytesIO
from typing import Protocol

from PIL import Image
from wagtail.images import get_image_model

from ..shown_pictures import withheld
from .tree import Picture

# 160 mm at 250 dots to the inch, which is sharp on paper.
PRINT_SIZE = "max-1600x1600|format-jpeg|jpegquality-82"
WITH_TRANSPARENCY = "max-1600x1600|format-png"
FORMATS = {"JPEG": "image/jpeg", "PNG": "image/png"}
MOST_PIXELS = 40_000_000


class Pictures(Protocol):
    """Knows the pictures of one document."""

    def get(self, key: str) -> bytes | None:
        """The picture as JPEG or PNG; nothing when it cannot be had or may not be shown."""


class NoPictures:
    """For documents without pictures."""

    def get(self, key: str) -> bytes | None:
        return None


class WagtailPictures:
    """Pictures of the site by their number, unless they are withheld at this moment."""

    size, with_transparency = PRINT_SIZE, WITH_TRANSPARENCY

    def get(self, key: str) -> bytes | None:
        picture = get_image_model().objects.filter(pk=int(key)).first() if key.isdigit() else None
        if picture is None or picture.pk in withheld(keys=[picture.pk]):
            return None
        is_png = picture.filename.lower().endswith(".png")
        size = self.with_transparency if is_png else self.size
        try:
            with picture.get_rendition(size).file.open("rb") as file:
                return file.read()
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            # A lost or broken file is no reason to make no edition: words stand in its place.
            return None


class SmallPictures(WagtailPictures):
    """The same, for a cover of a few centimetres on a screen."""

    size, with_transparency = "max-640x640|format-jpeg|jpegquality-70", "max-640x640|format-png"


def usable(pictures: Pictures, picture: Picture) -> bytes | None:
    """The bytes of `picture` if a document can hold them: a whole JPEG or PNG."""
    data = None if picture.missing else pictures.get(picture.key)
    if not data:
        return None
    try:
        with Image.open(BytesIO(data), formats=list(FORMATS)) as image:
            if image.width * image.height > MOST_PIXELS:
                return None
            image.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return data


def content_type(data: bytes) -> str:
    """The media type of what `usable` gave."""
    return "image/png" if data.startswith(b"\x89PNG") else "image/jpeg"
