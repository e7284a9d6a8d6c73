"""The continuum diagram by itself, on a sheet: its name above, where it is from below. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from .diagram import LINE_HEIGHT, MOST_LINES, Diagram, Words
from .text_fitting import Fitted, fit_all

# Lengths are in the units of the diagram.
SHEET_MARGIN = 40
SHEET_HEAD = 36
SHEET_FOOT = 40
TITLE_SIZES = (40, 36, 32, 28)
FOOT_SIZES = (20, 18, 16, 14)


@dataclass(frozen=True)
class Sheet:
    """A drawing with words above and below it. `box` is left, top, width, height."""

    diagram: Diagram
    title: tuple[Words, ...]
    foot: tuple[Words, ...]
    box: tuple[float, float, float, float]


def on_a_sheet(diagram: Diagram, title: str, foot: Sequence[str]) -> Sheet:
    """`diagram` with its `title` and the texts of its `foot`, on as many lines as they take."""
    start = diagram.width if diagram.mirrored else 0.0

    def down(fitted: Fitted, first: float) -> tuple[Words, ...]:
        step = fitted.size * LINE_HEIGHT
        return tuple(
            Words(line, start, first + step * place, fitted.size, middle=False)
            for place, line in enumerate(fitted.lines)
        )

    above = fit_all([title], diagram.width, TITLE_SIZES, 2)[0]
    lead = (len(above.lines) - 1) * above.size * LINE_HEIGHT
    below: tuple[Words, ...] = ()
    bottom = diagram.height + SHEET_FOOT
    for text in filter(None, foot):
        below += down(fit_all([text], diagram.width, FOOT_SIZES, MOST_LINES)[0], bottom)
        bottom = below[-1].y + FOOT_SIZES[0] * LINE_HEIGHT
    first = -SHEET_HEAD - lead
    top = round(first - TITLE_SIZES[0] - SHEET_MARGIN / 2)
    box = (-SHEET_MARGIN, top, diagram.width + 2 * SHEET_MARGIN, round(bottom) - top)
    return Sheet(diagram, down(above, first), below, box)
