"""Pictures drawn by code, the same each time, so that their licence is ours to give (CC0 1.0)."""

import math
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageDraw

from coprod_pages.taxonomy.seeds import BOROUGHS

WIDTH, HEIGHT = 1600, 900
SCALE = 2  # drawn larger and made smaller, so that edges are smooth

PAPER = "#fbf1e3"
SAND = "#f0d9b8"
INK = "#2b2a33"
RIVER = "#2f6f8f"
WARM = ["#c8402f", "#e08a3c", "#a8402c", "#7a5a00", "#8f3b76", "#5b4b9e"]
COOL = ["#0b6e6e", "#1c5fa8"]
PEOPLE = [*WARM, *COOL, "#d9a441", "#4d7c4a", "#b3546b", "#3f5d7d"]
STAGES = ["#0b6e6e", "#1c5fa8", "#5b4b9e", "#8f3b76", "#a8402c", "#7a5a00"]

Point = tuple[float, float]


class Sheet:
    """A sheet to draw on, in the measures of the finished picture."""

    def __init__(self) -> None:
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), PAPER)
        self._draw = ImageDraw.Draw(self.image)

    def circle(self, x: float, y: float, radius: float, colour: str) -> None:
        """A filled circle."""
        box = [(v) * SCALE for v in (x - radius, y - radius, x + radius, y + radius)]
        self._draw.ellipse(box, fill=colour)

    def box(
        self, x: float, y: float, width: float, height: float, colour: str, round_by: float = 0
    ) -> None:
        """A filled rectangle from its top left corner."""
        corners = [v * SCALE for v in (x, y, x + width, y + height)]
        self._draw.rounded_rectangle(corners, radius=round_by * SCALE, fill=colour)

    def shape(self, points: list[Point], colour: str) -> None:
        """A filled polygon."""
        self._draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def line(self, points: list[Point], colour: str, width: float) -> None:
        """A line with round joins."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self._draw.line(scaled, fill=colour, width=int(width * SCALE), joint="curve")

    def as_png(self) -> BytesIO:
        """The finished picture with few colours, which keeps the file small."""
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        file = BytesIO()
        small.quantize(48, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
        file.seek(0)
        return file


def draw(key: str) -> BytesIO:
    """The picture called `key`, as a PNG file. Raises `KeyError` if there is none."""
    sheet = Sheet()
    DRAWINGS[key](sheet)
    return sheet.as_png()


def _river(sheet: Sheet) -> None:
    _row_of_buildings(sheet, ground=330, shift=0)
    bank = [(x, 430 + 70 * math.sin(x / 1600 * math.tau)) for x in range(0, 1601, 20)]
    sheet.shape([*bank, *[(x, y + 150) for x, y in reversed(bank)]], RIVER)
    sheet.line([(x, y + 60) for x, y in bank[4:30]], "#7fb0c4", 6)
    sheet.line([(x, y + 95) for x, y in bank[34:70]], "#7fb0c4", 6)
    _row_of_buildings(sheet, ground=860, shift=3)


def _row_of_buildings(sheet: Sheet, ground: float, shift: int) -> None:
    for place in range(20):
        height = 90 + (place * 53 + shift * 31) % 150
        x = place * 80 + 6
        sheet.box(x, ground - height, 68, height, PEOPLE[(place * 5 + shift) % len(PEOPLE)])
        for window in range(2):
            sheet.box(x + 12 + window * 26, ground - height + 18, 16, 22, PAPER)


def _table(sheet: Sheet) -> None:
    sheet.circle(800, 450, 215, SAND)
    sheet.circle(800, 450, 185, "#e5c48f")
    for seat, colour in enumerate(PEOPLE):
        angle = math.tau * seat / len(PEOPLE)
        x, y = 800 + 320 * math.cos(angle), 450 + 320 * math.sin(angle)
        sheet.circle(x, y, 74, colour)
        sheet.circle(x - 30 * math.cos(angle), y - 30 * math.sin(angle), 30, PAPER)


def _continuum(sheet: Sheet) -> None:
    for step, colour in enumerate(STAGES):
        x = 120 + step * 222
        tip = x + 250
        sheet.shape(
            [(x, 330), (tip - 70, 330), (tip, 430), (tip - 70, 530), (x, 530), (x + 60, 430)],
            colour,
        )
    bend = [(1480 - 50 * t, 560 + 140 * math.sin(math.pi * t / 26)) for t in range(27)]
    sheet.line(bend, INK, 12)
    sheet.shape([(180, 540), (140, 610), (222, 606)], INK)


def _tiles(sheet: Sheet) -> None:
    for number, (*_names, column, row) in enumerate(BOROUGHS):
        x, y = 330 + column * 118, 30 + row * 120
        sheet.box(x, y, 108, 110, PEOPLE[number * 7 % len(PEOPLE)], round_by=14)


def _votes(sheet: Sheet) -> None:
    for jar, counters in enumerate((18, 30, 12)):
        left = 280 + jar * 380
        sheet.box(left, 150, 280, 620, SAND, round_by=40)
        sheet.box(left - 14, 130, 308, 46, INK, round_by=20)
        for counter in range(counters):
            x = left + 62 + counter % 3 * 78
            y = 720 - counter // 3 * 54
            sheet.circle(x, y, 25, PEOPLE[(counter * 5 + jar) % len(PEOPLE)])


def _homes(sheet: Sheet) -> None:
    sheet.box(0, 640, WIDTH, 260, "#9fb47c")
    for place in range(5):
        x = 60 + place * 310
        colour = WARM[place % len(WARM)]
        sheet.box(x, 330, 190, 330, colour)
        sheet.shape([(x - 22, 330), (x + 95, 210), (x + 212, 330)], INK)
        for window in range(4):
            sheet.box(x + 26 + window % 2 * 84, 370 + window // 2 * 120, 52, 70, PAPER)
    for x in (251, 871):
        sheet.box(x + 10, 560, 96, 150, "#d9a441")
        sheet.shape([(x - 2, 560), (x + 58, 500), (x + 118, 560)], COOL[0])
        sheet.box(x + 42, 630, 34, 80, PAPER)


def _voices(sheet: Sheet) -> None:
    for number in range(9):
        x, y = 170 + number % 3 * 440, 60 + number // 3 * 280
        colour = PEOPLE[number]
        sheet.box(x, y, 360, 180, colour, round_by=50)
        sheet.shape([(x + 70, y + 170), (x + 150, y + 170), (x + 60, y + 232)], colour)
        for words, width in enumerate((250, 200, 230)):
            sheet.box(x + 50, y + 42 + words * 38, width, 16, PAPER, round_by=8)


DRAWINGS: dict[str, Callable[[Sheet], None]] = {
    "river": _river,
    "table": _table,
    "continuum": _continuum,
    "tiles": _tiles,
    "votes": _votes,
    "homes": _homes,
    "voices": _voices,
}
