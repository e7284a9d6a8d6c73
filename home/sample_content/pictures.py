"""Our drawings as images of the site: title and what each shows."""

from dataclasses import dataclass

from django.core.files.images import ImageFile
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage

from coprod_pages.roles.groups import SHARED_COLLECTION
from coprod_pages.roles.membership import child_collection

from .drawing import draw


@dataclass(frozen=True)
class Picture:
    """One drawing: the key of its drawing function, its title, its words for readers."""

    key: str
    title: str
    shows: str


PICTURES = [
    Picture(
        "river",
        "Drawing: the river and the city",
        "Drawing of a blue river winding between rows of buildings in warm colours.",
    ),
    Picture(
        "table",
        "Drawing: one table",
        "Drawing of twelve people, seen from above as coloured circles, around one round table.",
    ),
    Picture(
        "continuum",
        "Drawing: six steps in a line",
        "Drawing of six coloured arrows in a line, the last one turning back to the first.",
    ),
    Picture(
        "tiles",
        "Drawing: London as tiles",
        "Drawing of London as 33 coloured tiles, one for each borough and the City of London.",
    ),
    Picture(
        "votes",
        "Drawing: counters on three projects",
        "Drawing of three tall jars filled to different heights with round voting counters.",
    ),
    Picture(
        "homes",
        "Drawing: small homes between larger ones",
        "Drawing of a terrace of houses with two small new homes in the gardens between them.",
    ),
    Picture(
        "voices",
        "Drawing: voices of equal size",
        "Drawing of nine speech bubbles, all the same size, in different colours.",
    ),
]

BY_KEY = {picture.key: picture for picture in PICTURES}


def image_for(key: str) -> AbstractImage:
    """The image of this drawing in the shared collection, drawn when first needed."""
    picture = BY_KEY[key]
    model = get_image_model()
    collection = child_collection(None, SHARED_COLLECTION)
    existing = model.objects.filter(title=picture.title, collection=collection).first()
    if existing:
        return existing
    file = ImageFile(draw(key), name=f"drawing-{key}.png")
    return model.objects.create(
        title=picture.title, description=picture.shows, collection=collection, file=file
    )
