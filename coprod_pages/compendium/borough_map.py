"""Geometry of the tile map: boroughs in, squares out. Pure: no models, no requests."""

from collections.abc import Iterable
from dataclasses import dataclass

# In the drawing's own units; the page scales them. At 320 px a tile is 34 px wide.
TILE = 60
GAP = 5
RIVER = 34
COLUMNS = 8
ROWS = 7
# Row 4 is the first one south of the river.
FIRST_ROW_SOUTH = 4

WIDTH = COLUMNS * (TILE + GAP) - GAP + 8
HEIGHT = ROWS * (TILE + GAP) - GAP + RIVER + 8
# Room for the line around a tile that has the focus.
EDGE = 4


@dataclass(frozen=True)
class Place:
    """What the map has to know of a borough. `label` is what is read out,
    `query` adds it to the search, or takes it off."""

    name: str
    label: str
    short: str
    column: int
    row: int
    count: int
    chosen: bool
    query: str

    @property
    def number(self) -> str:
        """Its count as it is written: 1,234."""
        return f"{self.count:,}"


@dataclass(frozen=True)
class Tile:
    """A borough with its square and the middle of that."""

    place: Place
    x: int
    y: int

    @property
    def middle(self) -> int:
        """Where its texts are centred."""
        return self.x + TILE // 2

    @property
    def name_y(self) -> int:
        """The line its short form stands on: the middle of the square where no number follows."""
        return self.y + (27 if self.is_link else 38)

    @property
    def count_y(self) -> int:
        """The line its number stands on."""
        return self.y + 50

    @property
    def is_link(self) -> bool:
        """Whether choosing it would change anything for the better."""
        return bool(self.place.count or self.place.chosen)


def lay_tiles(places: Iterable[Place]) -> list[Tile]:
    """The tiles from north to south and west to east, as they are read and tabbed through."""
    ordered = sorted(places, key=lambda place: (place.row, place.column))
    return [Tile(place, _x(place.column), _y(place.row)) for place in ordered]


def _x(column: int) -> int:
    return EDGE + column * (TILE + GAP)


def _y(row: int) -> int:
    return EDGE + row * (TILE + GAP) + (RIVER if row >= FIRST_ROW_SOUTH else 0)


def _river() -> str:
    """A wave from edge to edge between the two rows."""
    middle = _y(FIRST_ROW_SOUTH) - (RIVER + GAP) // 2
    bends = WIDTH // 4
    return f"M0 {middle}q{bends // 2} 16 {bends} 0" + f"t{bends} 0" * 3


# What the drawing needs besides the tiles.
FRAME = {"width": WIDTH, "height": HEIGHT, "tile": TILE, "river": _river()}
