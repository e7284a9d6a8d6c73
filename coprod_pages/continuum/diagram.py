"""Geometry of the continuum diagram: stages in, shapes out. Pure: no models, no requests.

The line is drawn twice, lying down for wide screens and standing up for narrow ones; the
page shows the one that fits. The image and the picture for sharing use the same shapes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .icons import ICONS, Line
from .icons import SIZE as ICON_SIZE
from .text_fitting import Fitted, fit_all, text_width

Points = tuple[tuple[float, float], ...]

# Lengths are in the diagram's own units; the page scales them.
WIDTH = 1000
TOP = 4
BAND_HEIGHT = 128  # at least: long labels make it higher
GAP = 6
NOTCH = 26
NARROWEST_NOTCH = 0.17  # of a stage's width, when many stand side by side
PADDING = 3
MARK = 36  # the number, letter or drawing of a stage
LABEL_SIZES = (32, 30, 28, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14)
MOST_LINES = 3
LINE_HEIGHT = 1.15
COUNT_SIZE = 26
UNIT_SIZES = (18, 17, 16, 15, 14, 13, 12)

# Standing up.
NARROW_WIDTH = 320
NARROW_NOTCH = 16
STEP_HEIGHT = 92
NARROW_MARK_X = 38
NARROW_TEXT_X = 70
NARROW_SIZES = (26, 25, 24, 23, 22, 21, 20, 19, 18)
NARROW_COUNT_SIZE = 18


@dataclass(frozen=True)
class Stage:
    """What the diagram has to know of a stage."""

    name: str
    short_label: str
    description: str
    slug: str
    colour: str
    count: int | None = None
    url: str = ""
    icon: str = ""
    letter: str = ""


@dataclass(frozen=True)
class Words:
    """A line of text: where it begins or has its middle, its baseline, its size."""

    text: str
    x: float
    y: float
    size: float
    middle: bool = True


@dataclass(frozen=True)
class StageShape:
    """A stage with its place: the outline, and where its mark, its label and its count stand.

    `box` is the part of the outline that text may fill: left, top, right, bottom.
    """

    stage: Stage
    number: int
    outline: Points
    box: tuple[float, float, float, float]
    mark: Words
    drawing: tuple[Line, ...]
    label: tuple[Words, ...]
    count: Words
    unit: Words

    @property
    def points(self) -> str:
        """The outline as SVG writes it."""
        return points_of(self.outline)

    @property
    def paths(self) -> str:
        """The lines of the drawing as SVG writes them; empty for a number or a letter."""
        return " ".join(f"M{points_of(line)}" for line in self.drawing)


@dataclass(frozen=True)
class Diagram:
    """A drawing: its size and its shapes in order. `mirrored` for writing from right to left."""

    width: float
    height: float
    shapes: tuple[StageShape, ...]
    mirrored: bool = False


def points_of(points: Points) -> str:
    """Points as SVG writes them."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def lay_out(
    stages: Sequence[Stage],
    unit: str = "case studies",
    mirrored: bool = False,
    width: float = WIDTH,
    first: int = 1,
    sizes: Sequence[float] = LABEL_SIZES,
) -> Diagram:
    """The line lying down: interlocking arrows. `unit` is the longest word for what is counted.

    On a drawing of less `width`, words and heights are larger beside the whole. A line that goes
    on from another one begins with the number `first`. Labels have one of `sizes`.
    """
    if not stages:
        return Diagram(width, BAND_HEIGHT, ())
    step = (width + GAP) / (len(stages) + NARROWEST_NOTCH)
    notch = min(NOTCH, step * NARROWEST_NOTCH)
    # The tip of the last arrow meets the edge.
    step = (width - notch + GAP) / len(stages)
    room = step - GAP - notch - 2 * PADDING
    labels = fit_all([stage.short_label for stage in stages], room, sizes, MOST_LINES)
    text_height = max(_height(label) for label in labels)
    height = max(BAND_HEIGHT, MARK + text_height + 34)
    unit_size = fit_all([unit], step - GAP, UNIT_SIZES, 1)[0].size
    shapes = tuple(
        _lying(stage, index, first + index, step, notch, height, labels[index], (unit, unit_size))
        for index, stage in enumerate(stages)
    )
    diagram = Diagram(width, TOP + height + 62, shapes)
    return _mirror(diagram) if mirrored else diagram


def _lying(
    stage: Stage,
    index: int,
    number: int,
    step: float,
    notch: float,
    height: float,
    label: Fitted,
    unit: tuple[str, float],
) -> StageShape:
    left, right = index * step, (index + 1) * step - GAP
    middle, bottom = TOP + height / 2, TOP + height
    # The first begins flat: something has to be the start of a line.
    tail = [] if number == 1 else [(left + notch, middle)]
    outline = (
        *((left, TOP), (right, TOP), (right + notch, middle), (right, bottom), (left, bottom)),
        *tail,
    )
    box = (left + notch, TOP, right, bottom)
    centre = (box[0] + box[2]) / 2
    top = middle - (MARK + 8 + _height(label)) / 2
    words, size = unit
    return StageShape(
        stage=stage,
        number=number,
        outline=outline,
        box=box,
        mark=_mark(stage, number, centre, top + MARK / 2),
        drawing=_drawing(stage, centre, top + MARK / 2),
        label=_set(label, centre, top + MARK + 8),
        count=Words(_number(stage), centre, bottom + 30, COUNT_SIZE),
        unit=Words(words, centre, bottom + 52, size),
    )


def stand_up(
    stages: Sequence[Stage], unit: str = "case studies", mirrored: bool = False
) -> Diagram:
    """The line standing up, for narrow screens: interlocking arrows from top to bottom."""
    room = NARROW_WIDTH - NARROW_TEXT_X - 14
    labels = fit_all([stage.short_label for stage in stages], room, NARROW_SIZES, 2)
    tallest = max((_height(label) for label in labels), default=0)
    height = max(STEP_HEIGHT, NARROW_NOTCH + tallest + NARROW_COUNT_SIZE + 32)
    shapes = tuple(
        _standing(stage, index, height, labels[index], unit) for index, stage in enumerate(stages)
    )
    diagram = Diagram(NARROW_WIDTH, len(stages) * (height + GAP) + NARROW_NOTCH, shapes)
    return _mirror(diagram) if mirrored else diagram


def _standing(stage: Stage, index: int, height: float, label: Fitted, unit: str) -> StageShape:
    top = index * (height + GAP)
    bottom, middle = top + height, NARROW_WIDTH / 2
    tail = [] if index == 0 else [(middle, top + NARROW_NOTCH)]
    outline = (
        *((0, top), *tail, (NARROW_WIDTH, top), (NARROW_WIDTH, bottom)),
        *((middle, bottom + NARROW_NOTCH), (0, bottom)),
    )
    box = (NARROW_TEXT_X, top + NARROW_NOTCH, NARROW_WIDTH, bottom)
    content = _height(label) + NARROW_COUNT_SIZE + 8
    start = (box[1] + bottom - content) / 2
    base = start + _height(label) + 8 + NARROW_COUNT_SIZE * 0.8
    number = _number(stage)
    beside = NARROW_TEXT_X + text_width(f"{number} ", NARROW_COUNT_SIZE)
    centre = (box[1] + bottom) / 2
    return StageShape(
        stage=stage,
        number=index + 1,
        outline=outline,
        box=box,
        mark=_mark(stage, index + 1, NARROW_MARK_X, centre),
        drawing=_drawing(stage, NARROW_MARK_X, centre),
        label=_set(label, NARROW_TEXT_X, start, middle=False),
        count=Words(number, NARROW_TEXT_X, base, NARROW_COUNT_SIZE, middle=False),
        unit=Words(unit, beside, base, NARROW_COUNT_SIZE, middle=False),
    )


def _height(label: Fitted) -> float:
    return len(label.lines) * label.size * LINE_HEIGHT


def _number(stage: Stage) -> str:
    return "" if stage.count is None else f"{stage.count:,}"


def _set(label: Fitted, x: float, top: float, middle: bool = True) -> tuple[Words, ...]:
    # Letters stand on the baseline with four fifths of their size above it.
    first = top + label.size * 0.86
    step = label.size * LINE_HEIGHT
    return tuple(
        Words(line, x, first + step * place, label.size, middle)
        for place, line in enumerate(label.lines)
    )


def _mark(stage: Stage, number: int, x: float, y: float) -> Words:
    text = stage.letter or str(number)
    size = 30 if len(text) == 1 else 26
    return Words(text, x, y + size * 0.36, size)


def _drawing(stage: Stage, x: float, y: float) -> tuple[Line, ...]:
    scale = MARK / ICON_SIZE * 0.95
    half = ICON_SIZE / 2
    return tuple(
        tuple((x + (px - half) * scale, y + (py - half) * scale) for px, py in line)
        for line in ICONS.get(stage.icon, ())
    )


def _mirror(diagram: Diagram) -> Diagram:
    """The same for writing from right to left, where text begins at its right end."""

    def point(at: tuple[float, float]) -> tuple[float, float]:
        return (diagram.width - at[0], at[1])

    def words(text: Words) -> Words:
        return replace(text, x=diagram.width - text.x)

    shapes = tuple(
        replace(
            shape,
            outline=tuple(map(point, shape.outline)),
            box=(diagram.width - shape.box[2], shape.box[1])
            + (diagram.width - shape.box[0], shape.box[3]),
            mark=words(shape.mark),
            drawing=tuple(tuple(map(point, line)) for line in shape.drawing),
            label=tuple(map(words, shape.label)),
            count=words(shape.count),
            unit=words(shape.unit),
        )
        for shape in diagram.shapes
    )
    return replace(diagram, shapes=shapes, mirrored=True)
