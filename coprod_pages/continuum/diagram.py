"""Geometry of the continuum diagram: stages in, shapes out. Pure: no models, no requests.

The line is drawn twice, lying down for wide screens and standing up for narrow ones; the
page shows the one that fits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

# Lying down. Lengths are in the diagram's own units; the page scales them.
WIDTH = 1000
HEIGHT = 172
BAND_TOP = 4
BAND_HEIGHT = 120
NOTCH = 26
GAP = 6
CHARACTER_WIDTH = 11.5  # of the label's type size, measured wide so that text never overflows

# Standing up.
NARROW_WIDTH = 320
STEP_HEIGHT = 92
STEP_GAP = 6
NARROW_NOTCH = 16


@dataclass(frozen=True)
class Stage:
    """What the diagram has to know of a stage."""

    name: str
    short_label: str
    description: str
    slug: str
    colour: str
    count: int | None = None


@dataclass(frozen=True)
class StageShape:
    """A stage with its place: the outline, where its texts stand, and their lines."""

    stage: Stage
    number: int
    points: str
    number_x: float
    number_y: float
    number_size: int
    label_size: int
    count_size: int
    label_x: float
    label_lines: tuple[tuple[float, str], ...]
    label_anchor: str
    count_x: float
    count_y: float
    count_anchor: str
    count_fill: str  # inside the arrow it is white, below it the colour of the page's text


@dataclass(frozen=True)
class Diagram:
    """A drawing: its size and its shapes in order."""

    width: int
    height: int
    shapes: tuple[StageShape, ...]


def lay_out(stages: Sequence[Stage]) -> Diagram:
    """The line lying down: interlocking arrows from left to right."""
    if not stages:
        return Diagram(WIDTH, HEIGHT, ())
    # The tip of the last arrow meets the right edge.
    step = (WIDTH - NOTCH + GAP) / len(stages)
    shapes = []
    for index, stage in enumerate(stages):
        left = index * step
        right = left + step - GAP
        middle = BAND_TOP + BAND_HEIGHT / 2
        bottom = BAND_TOP + BAND_HEIGHT
        # The first begins flat: something has to be the start of a line.
        tail = [] if index == 0 else [(left + NOTCH, middle)]
        outline = [
            (left, BAND_TOP),
            (right, BAND_TOP),
            (right + NOTCH, middle),
            (right, bottom),
            (left, bottom),
            *tail,
        ]
        centre = left + (step + NOTCH) / 2
        characters = max(6, int((step - NOTCH * 1.6) / CHARACTER_WIDTH))
        lines = wrap(stage.short_label, characters)
        first = middle + 18 - 12 * (len(lines) - 1)
        shapes.append(
            StageShape(
                stage=stage,
                number=index + 1,
                points=_points(outline),
                number_x=round(centre, 1),
                number_y=first - 30,
                number_size=20,
                label_size=24,
                count_size=20,
                label_x=round(centre, 1),
                label_lines=tuple((first + 24 * i, line) for i, line in enumerate(lines)),
                label_anchor="middle",
                count_x=round(centre, 1),
                count_y=bottom + 34,
                count_anchor="middle",
                count_fill="currentColor",
            )
        )
    return Diagram(WIDTH, HEIGHT, tuple(shapes))


def stand_up(stages: Sequence[Stage]) -> Diagram:
    """The line standing up, for narrow screens: interlocking arrows from top to bottom."""
    shapes = []
    for index, stage in enumerate(stages):
        top = index * (STEP_HEIGHT + STEP_GAP)
        bottom = top + STEP_HEIGHT
        middle = NARROW_WIDTH / 2
        tail = [] if index == 0 else [(middle, top + NARROW_NOTCH)]
        outline = [
            (0, top),
            *tail,
            (NARROW_WIDTH, top),
            (NARROW_WIDTH, bottom),
            (middle, bottom + NARROW_NOTCH),
            (0, bottom),
        ]
        baseline = top + 46
        shapes.append(
            StageShape(
                stage=stage,
                number=index + 1,
                points=_points(outline),
                number_x=36,
                number_y=baseline + 10,
                number_size=34,
                label_size=24,
                count_size=18,
                label_x=66,
                label_lines=((baseline, stage.short_label),),
                label_anchor="start",
                count_x=66,
                count_y=baseline + 26,
                count_anchor="start",
                count_fill="#fff",
            )
        )
    height = len(stages) * (STEP_HEIGHT + STEP_GAP) + NARROW_NOTCH
    return Diagram(NARROW_WIDTH, height, tuple(shapes))


def _points(outline: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in outline)
