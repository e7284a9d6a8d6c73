"""The continuum diagram keeps its words inside its shapes, however many stages there are."""

import pytest

from coprod_pages.continuum.colours import contrast_with_white
from coprod_pages.continuum.diagram import (
    CHARACTER_WIDTH,
    HEIGHT,
    WIDTH,
    Stage,
    lay_out,
    stand_up,
)
from coprod_pages.continuum.seeds import STAGES


def stages(number: int) -> list[Stage]:
    return [
        Stage(f"Stage {n}", "Understand need", "", f"s{n}", "#1c5fa8", n) for n in range(number)
    ]


@pytest.mark.parametrize("number", range(2, 10))
def test_every_stage_has_its_place_inside_the_drawing(number: int) -> None:
    diagram = lay_out(stages(number))

    assert [shape.number for shape in diagram.shapes] == list(range(1, number + 1))
    for shape in diagram.shapes:
        points = [tuple(map(float, pair.split(","))) for pair in shape.points.split()]
        assert all(0 <= x <= WIDTH + 1 and 0 <= y <= HEIGHT for x, y in points)
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        widest = max(len(line) for _, line in shape.label_lines) * CHARACTER_WIDTH
        assert widest <= (right - left) + 2 * CHARACTER_WIDTH


def test_stages_run_from_left_to_right_and_from_top_to_bottom() -> None:
    lying, standing = lay_out(stages(6)), stand_up(stages(6))

    assert [s.label_x for s in lying.shapes] == sorted(s.label_x for s in lying.shapes)
    assert [s.number_y for s in standing.shapes] == sorted(s.number_y for s in standing.shapes)


def test_without_stages_there_is_an_empty_drawing() -> None:
    assert lay_out([]).shapes == ()
    assert stand_up([]).shapes == ()


def test_white_text_is_readable_on_every_starting_colour() -> None:
    assert all(contrast_with_white(colour) >= 4.5 for *_, colour, _description in STAGES)


def test_contrast_is_what_the_standard_says() -> None:
    assert contrast_with_white("#000000") == pytest.approx(21)
    assert contrast_with_white("#ffffff") == pytest.approx(1)
    assert contrast_with_white("#767676") == pytest.approx(4.54, abs=0.01)
