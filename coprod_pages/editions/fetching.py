"""What the program that makes PDF may read: the pictures of its own document, and nothing else."""

from pathlib import Path

from PIL import Image
from weasyprint.urls import URLFetcher, URLFetcherResponse

from .pictures import Pictures, content_type, usable
from .tree import Picture

MOST_WIDE, MOST_HIGH = 170, 128  # millimetres: as wide as the text, also when it is 4 to 3
HIGHEST_ON_COVER = 116
LEAST_DOTS = 100 / 25.4  # to the millimetre: below that, edges are seen
SCHEME = "edition-picture:"


class OnlyOurPictures(URLFetcher):
    """Hands out pictures by an address made up here. Files, the network, `data:`: all refused.

    Pictures wait in `folder` and not in memory, since there may be hundreds.
    """

    def __init__(self, pictures: Pictures, folder: Path) -> None:
        super().__init__(allowed_protocols=[])
        self._pictures = pictures
        self._folder = folder
        self._addresses: dict[str, str] = {}
        self.refused: list[str] = []

    def address_of(self, picture: Picture) -> str:
        """The address of `picture` inside this document; nothing when it cannot be had."""
        if picture.key not in self._addresses:
            data = usable(self._pictures, picture)
            number = len(self._addresses)
            if data:
                self._file(number).write_bytes(data)
            self._addresses[picture.key] = f"{SCHEME}{number}" if data else ""
        return self._addresses[picture.key]

    def size_of(self, picture: Picture) -> tuple[float, float]:
        """How wide and high a picture with an address is printed, in millimetres.

        As wide as the text, unless it is too high for that or has too few dots.
        """
        return self._size(picture, MOST_HIGH)

    def size_on_cover(self, picture: Picture) -> tuple[float, float]:
        """The same on the cover, below the title."""
        return self._size(picture, HIGHEST_ON_COVER)

    def _size(self, picture: Picture, most_high: float) -> tuple[float, float]:
        number = int(self._addresses[picture.key].removeprefix(SCHEME))
        with Image.open(self._file(number)) as image:
            scale = min(MOST_WIDE / image.width, most_high / image.height, 1 / LEAST_DOTS)
            return round(image.width * scale, 2), round(image.height * scale, 2)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """One of our pictures."""
        if url not in self._addresses.values() or not url:
            self.refused.append(url)
            raise ValueError("Only the pictures of the document itself are read.")
        data = self._file(int(url.removeprefix(SCHEME))).read_bytes()
        return URLFetcherResponse(url, data, {"Content-Type": content_type(data)})

    def _file(self, number: int) -> Path:
        return self._folder / f"picture-{number}"
