"""The pictures of a Word file, kept on disk until it is packed.

python-docx holds every picture in memory, reads all of them again for each one that is added, to
see whether it is there already, and all of the text, to find a number for it. With a thousand
photographs that took minutes and half of the memory.
"""

from io import BytesIO
from pathlib import Path
from typing import IO, Any

from docx.document import Document as WordDocument
from docx.image.image import Image
from docx.opc.packuri import PackURI
from docx.oxml.shape import CT_Inline
from docx.package import ImageParts
from docx.parts.image import ImagePart
from docx.shape import InlineShape
from docx.text.run import Run


class _PictureOnDisk(ImagePart):
    """A picture that is read when it is asked for."""

    def __init__(self, name: PackURI, content_type: str, path: Path) -> None:
        super().__init__(name, content_type, b"")
        self._path = path

    @property
    def blob(self) -> bytes:
        return self._path.read_bytes()

    @property
    def image(self) -> Image:
        return Image.from_blob(self.blob)


class PicturesOnDisk(ImageParts):
    """The pictures of one file, each once, however often it is shown."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._by_digest: dict[str, _PictureOnDisk] = {}
        self._shown = 0

    def get_or_add_image_part(self, image_descriptor: str | IO[bytes]) -> ImagePart:
        """The part that holds this picture."""
        image = Image.from_file(image_descriptor)
        held = self._by_digest.get(image.sha1)
        if held is None:
            name = f"picture{len(self) + 1}.{image.ext}"
            path = self._folder / name
            path.write_bytes(image.blob)
            held = _PictureOnDisk(PackURI(f"/word/media/{name}"), image.content_type, path)
            self._by_digest[image.sha1] = held
            self.append(held)
        return held

    def next_number(self) -> int:
        """A number for a place where a picture is shown, which no other place has."""
        self._shown += 1
        return self._shown


def keep_pictures_in(file: WordDocument, folder: Path) -> None:
    """Let `file` keep its pictures in `folder`, which has to be there until it is saved."""
    # python-docx makes its own when it is asked for the first time, and then does not let go.
    vars(_package(file))["image_parts"] = PicturesOnDisk(folder)


def add_picture(file: WordDocument, run: Run, data: bytes) -> InlineShape:
    """Show a picture, JPEG or PNG, in its own size. `keep_pictures_in` comes first."""
    relation, image = file.part.get_or_add_image(BytesIO(data))
    number = _package(file).image_parts.next_number()
    size = image.scaled_dimensions(None, None)
    inline = CT_Inline.new_pic_inline(number, relation, "Picture", *size)
    run._r.add_drawing(inline)
    return InlineShape(inline)


def _package(file: WordDocument) -> Any:
    return file.part.package
