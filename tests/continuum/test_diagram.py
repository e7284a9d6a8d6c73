"""The continuum diagram keeps its words inside its shapes, however many stages there are."""

import io
from itertools import pairwise

import pytest
from PIL import Image

from coprod_pages.continuum.colours import OFFERED, contrast_with_white
from coprod_pages.continuum.diagram import Diagram, Stage, StageShape, Words, lay_out, stand_up
from coprod_pages.continuum.drawing import SIZE, picture_of
from coprod_pages.continuum.icons import ICONS
from coprod_pages.continuum.seeds import STAGES
from coprod_pages.continuum.text_fitting import fit_all, text_width

# As long as the form lets a label be, or longer.
LABELS = {
    "short": "Need",
    "two words": "Understand need",
    "one long word": "Understandingtheneed",
    "widest letters": "WWWWWWWWWW MMMMMMMMM",
    "many words": "a b c d e f g h i j k",
    "accents": "Ébauche prioritaires",
    "another script": "共同设计共同设计共同设计共同设计",
}
NUMBERS = range(2, 10)


def stages(number: int, label: str = "Understand need") -> list[Stage]:
    return [
        Stage(f"Stage {n}", label, "", f"s{n}", "#1c5fa8", 12345 * n, icon="" if n % 2 else "idea")
        for n in range(number)
    ]


def ends_of(text: Words, mirrored: bool) -> tuple[float, float]:
    """Where a line of text begins and ends, from the left."""
    width = text_width(text.text, text.size)
    if text.middle:
        return text.x - width / 2, text.x + width / 2
    return (text.x - width, text.x) if mirrored else (text.x, text.x + width)


def is_inside(shape: StageShape, x: float, y: float) -> bool:
    """Whether a point lies in the outline: a ray to the right crosses it an odd number of times."""
    crossings = 0
    for (ax, ay), (bx, by) in pairwise([*shape.outline, shape.outline[0]]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            crossings += 1
    return crossings % 2 == 1


def assert_words_are_inside(diagram: Diagram, standing: bool) -> None:
    for shape in diagram.shapes:
        inside = [shape.mark, *shape.label, *([shape.count, shape.unit] if standing else [])]
        for text in inside:
            left, right = ends_of(text, diagram.mirrored)
            for x in (left, right):
                assert is_inside(shape, x, text.y), text
                assert is_inside(shape, x, text.y - text.size * 0.75), text
        for line in shape.drawing:
            assert all(is_inside(shape, x, y) for x, y in line)


@pytest.mark.parametrize("mirrored", [False, True], ids=["ltr", "rtl"])
@pytest.mark.parametrize("label", LABELS.values(), ids=LABELS)
@pytest.mark.parametrize("number", NUMBERS)
def test_no_word_leaves_its_arrow(number: int, label: str, mirrored: bool) -> None:
    assert_words_are_inside(lay_out(stages(number, label), mirrored=mirrored), standing=False)
    assert_words_are_inside(stand_up(stages(number, label), mirrored=mirrored), standing=True)


@pytest.mark.parametrize("label", LABELS.values(), ids=LABELS)
@pytest.mark.parametrize("number", NUMBERS)
def test_lines_of_text_do_not_touch(number: int, label: str) -> None:
    for diagram in (lay_out(stages(number, label)), stand_up(stages(number, label))):
        for shape in diagram.shapes:
            for above, below in pairwise(shape.label):
                assert below.y - above.y >= above.size


@pytest.mark.parametrize("number", NUMBERS)
def test_counts_below_the_line_do_not_touch_each_other(number: int) -> None:
    shapes = lay_out(stages(number)).shapes

    for one, next_one in pairwise(shapes):
        for text in ("count", "unit"):
            end = ends_of(getattr(one, text), False)[1]
            assert end < ends_of(getattr(next_one, text), False)[0]


@pytest.mark.parametrize("number", NUMBERS)
def test_everything_is_inside_the_drawing(number: int) -> None:
    for diagram in (lay_out(stages(number)), stand_up(stages(number))):
        for shape in diagram.shapes:
            assert all(
                -0.1 <= x <= diagram.width + 0.1 and 0 <= y <= diagram.height
                for x, y in shape.outline
            )
            assert shape.unit.y <= diagram.height


def test_nothing_of_a_label_is_cut_off() -> None:
    for label in LABELS.values():
        for shape in lay_out(stages(9, label)).shapes:
            shown = "".join(line.text.removesuffix("-") for line in shape.label)
            assert shown.replace(" ", "") == label.replace(" ", "")


def test_stages_run_from_left_to_right_and_from_top_to_bottom() -> None:
    lying, standing = lay_out(stages(6)), stand_up(stages(6))

    assert [s.mark.x for s in lying.shapes] == sorted(s.mark.x for s in lying.shapes)
    assert [s.mark.y for s in standing.shapes] == sorted(s.mark.y for s in standing.shapes)


def test_for_writing_from_right_to_left_the_line_is_mirrored() -> None:
    plain, mirrored = lay_out(stages(6)), lay_out(stages(6), mirrored=True)

    for one, other in zip(plain.shapes, mirrored.shapes, strict=True):
        assert other.mark.x == pytest.approx(plain.width - one.mark.x)
        assert {x for x, _ in other.outline} == {plain.width - x for x, _ in one.outline}


def test_without_stages_there_is_an_empty_drawing() -> None:
    assert lay_out([]).shapes == ()
    assert stand_up([]).shapes == ()


def test_a_stage_shows_its_picture_or_its_letter_or_its_number() -> None:
    one, two, three = (
        Stage("One", "One", "", "one", "#1c5fa8", 0, icon="idea", letter="A"),
        Stage("Two", "Two", "", "two", "#1c5fa8", 0, letter="B"),
        Stage("Three", "Three", "", "three", "#1c5fa8", 0),
    )

    shapes = lay_out([one, two, three]).shapes

    assert shapes[0].drawing
    assert not shapes[1].drawing
    assert [shape.mark.text for shape in shapes[1:]] == ["B", "3"]


def test_every_picture_stays_on_its_square() -> None:
    for name, lines in ICONS.items():
        assert all(0.5 <= x <= 23.5 and 0.5 <= y <= 23.5 for line in lines for x, y in line), name


def test_a_word_that_is_too_long_is_broken_with_a_hyphen() -> None:
    (fitted,) = fit_all(["Understanding"], 60, (20, 16), 3)

    assert fitted.lines[0].endswith("-")
    assert all(text_width(line, fitted.size) <= 60 for line in fitted.lines)


@pytest.mark.parametrize("number", [2, 6, 9])
def test_the_picture_for_sharing_has_the_colours_of_the_stages(number: int) -> None:
    colours = OFFERED[:number]
    drawn = tuple(Stage("S", "Long label here", "", "s", colour) for colour in colours)

    image = Image.open(io.BytesIO(picture_of("Continuum", drawn, "Example")))

    assert image.size == SIZE
    shown = {colour for _count, colour in image.convert("RGB").getcolors(1 << 20)}
    assert {tuple(bytes.fromhex(colour[1:])) for colour in colours} <= shown


def test_a_picture_is_drawn_of_words_in_any_script() -> None:
    drawn = tuple(Stage("S", label, "", "s", "#1c5fa8") for label in LABELS.values())

    assert Image.open(io.BytesIO(picture_of("共同 – café", drawn, ""))).size == SIZE


def test_white_text_is_readable_on_every_starting_colour() -> None:
    assert all(contrast_with_white(stage["colour"]) >= 4.5 for stage in STAGES)
    assert all(contrast_with_white(colour) >= 4.5 for colour in OFFERED)


def test_contrast_is_what_the_standard_says() -> None:
    assert contrast_with_white("#000000") == pytest.approx(21)
    assert contrast_with_white("#ffffff") == pytest.approx(1)
    assert contrast_with_white("#767676") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("title", ["Listen — then act", "Act 😀", "£ and act"])
def test_a_sign_that_the_font_has_not_does_not_take_the_words_with_it(title: str) -> None:
    drawn = tuple(stages(2))

    assert picture_of(title, drawn, "") != picture_of("", drawn, "")
