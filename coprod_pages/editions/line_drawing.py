"""The line of an edition as shapes and as a picture. Pure.

A stage where the case study has been is drawn in its colour, the others as outlines, so that
they are told apart without colours. A line without any place is drawn in colour throughout.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

from ..continuum import diagram, drawing
from ..continuum.icons import ICONS
from .tree import Line

WIDTH_IN_PIXELS = 1600
FINER = drawing.FINER
SPACE_BETWEEN = 14
EDGE = 4
# Printed 170 mm wide, 16 of the diagram's units are 18 points.
WIDTH_OF_LARGE = 420
MOST_IN_A_LARGE_ROW = 3
LARGE_SIZES = (24, 22, 20, 18, 17, 16)
INK, GROUND, OUTLINE = "#14181b", "#ffffff", "#5b676c"


@dataclass(frozen=True)
class DrawnStage:
    """A stage as it is painted."""

    shape: diagram.StageShape
    fill: str
    stroke: str
    ink: str


@dataclass(frozen=True)
class DrawnRow:
    """A row of the line and how far down it stands."""

    top: float
    stages: tuple[DrawnStage, ...]


@dataclass(frozen=True)
class DrawnLine:
    """The whole drawing in the diagram's own units."""

    width: float
    height: float
    rows: tuple[DrawnRow, ...]


def drawn(line: Line, large: bool = False) -> DrawnLine:
    """The shapes of `line`: one row, or two when there are many stages; more in `large` print."""
    stages = tuple(
        diagram.Stage(
            name=stage.name,
            short_label=stage.short_label,
            description="",
            slug="",
            colour=stage.colour,
            icon=stage.mark if stage.mark in ICONS else "",
            letter="" if stage.mark in ICONS else stage.mark,
        )
        for stage in line.stages
    )
    if not stages:
        return DrawnLine(diagram.WIDTH, EDGE, ())
    rows = _large_rows(stages) if large else drawing.rows_of(stages, mirrored=False)
    here = [stage.is_here or not any(each.is_here for each in line.stages) for stage in line.stages]
    tall = max(shape.box[3] for row in rows for shape in row.shapes) + EDGE
    placed, first = [], 0
    for number, row in enumerate(rows):
        painted = tuple(
            _painted(shape, here[first + place]) for place, shape in enumerate(row.shapes)
        )
        placed.append(DrawnRow(number * (tall + SPACE_BETWEEN), painted))
        first += len(row.shapes)
    width = max(row.width for row in rows) + EDGE
    return DrawnLine(width, placed[-1].top + tall, tuple(placed))


def _large_rows(stages: Sequence[diagram.Stage]) -> list[diagram.Diagram]:
    """Rows of few stages, whose arrows and letters are all of one size."""
    # Arrows as wide as in a full row; a row is longer than they by its tip.
    overlap = diagram.NOTCH - diagram.GAP
    arrow = (WIDTH_OF_LARGE - overlap) / MOST_IN_A_LARGE_ROW
    starts = range(0, len(stages), MOST_IN_A_LARGE_ROW)
    parts = [stages[start : start + MOST_IN_A_LARGE_ROW] for start in starts]

    def rows(sizes: Sequence[float]) -> list[diagram.Diagram]:
        return [
            diagram.lay_out(part, width=arrow * len(part) + overlap, first=start + 1, sizes=sizes)
            for start, part in zip(starts, parts, strict=True)
        ]

    words = [text for row in rows(LARGE_SIZES) for shape in row.shapes for text in shape.label]
    return rows((min(text.size for text in words),))


def _painted(shape: diagram.StageShape, is_here: bool) -> DrawnStage:
    if is_here:
        return DrawnStage(shape, shape.stage.colour, shape.stage.colour, GROUND)
    return DrawnStage(shape, GROUND, OUTLINE, INK)


def picture_of_line(line: Line, large: bool = False) -> bytes:
    """`line` as a PNG, for formats that hold no drawings."""
    whole = drawn(line, large)
    scale = WIDTH_IN_PIXELS / whole.width
    size = (WIDTH_IN_PIXELS, max(1, round(whole.height * scale)))
    image = Image.new("RGB", (size[0] * FINER, size[1] * FINER), GROUND)
    draw = ImageDraw.Draw(image)
    for row in whole.rows:
        for stage in row.stages:
            _draw_stage(draw, stage, row.top * scale, scale)
    output = BytesIO()
    image.resize(size, Image.Resampling.LANCZOS).save(output, "PNG", optimize=True)
    return output.getvalue()


def _draw_stage(draw: ImageDraw.ImageDraw, stage: DrawnStage, top: float, scale: float) -> None:
    def pixels(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x * scale * FINER, (top + y * scale) * FINER) for x, y in points]

    outline = pixels(stage.shape.outline)
    draw.polygon(outline, fill=stage.fill)
    draw.line([*outline, outline[0]], fill=stage.stroke, width=round(2 * scale * FINER))
    for part in stage.shape.drawing:
        draw.line(pixels(part), fill=stage.ink, width=round(2.6 * scale * FINER), joint="curve")
    words = [] if stage.shape.drawing else [stage.shape.mark]
    for text in [*words, *stage.shape.label]:
        drawing.write_words(draw, text, (0, top), scale, stage.ink)
