"""The continuum as a picture for shared links. Pure: no models, no requests."""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from unicodedata import category, combining, normalize

from PIL import Image, ImageDraw, ImageFont

from .diagram import GAP, LABEL_SIZES, NOTCH, Diagram, Stage, Words, lay_out
from .text_fitting import fit_all

SIZE = (1200, 630)  # what the networks that show such pictures ask for
MARGIN = 60
FINER = 2  # drawn so much larger and made smaller again, for smooth edges
GROUND, INK, RIVER = "#fcfcfa", "#073b45", "#0b5563"
# The picture is shown small: few stages are drawn large, and many in two rows.
MOST_IN_A_ROW = 6
LEAST_OF_A_STAGE = 112  # in the diagram's units, as the widths
WIDTHS = (560, 680, 800, 1000)
WIDTH_OF_ROWS = 900
MIDDLE = 370
SPACE_BETWEEN = 24
TITLE_SIZES = (64, 58, 52, 46, 40, 36)
# What the font that comes with Pillow has (a part of Aileron, public domain).
DASHES = str.maketrans("–—", "--")
KNOWN = frozenset(chr(code) for code in range(32, 127)) | frozenset("‘’“”…·")


def drawable(text: str) -> str:
    """`text` without the signs that the font has not; empty when it is of another script."""
    plain = [c for c in normalize("NFKD", text.translate(DASHES)) if not combining(c)]
    if any(c not in KNOWN and category(c)[0] in "LN" for c in plain):
        return ""
    return " ".join("".join(c for c in plain if c in KNOWN).split())


@lru_cache(maxsize=8)
def picture_of(title: str, stages: tuple[Stage, ...], signed: str, mirrored: bool = False) -> bytes:
    """The continuum as a PNG of `SIZE`, with its title above and `signed` below.

    The last ones are kept: drawing takes a tenth of a second, and anybody may ask for one.
    """
    image = Image.new("RGB", (SIZE[0] * FINER, SIZE[1] * FINER), GROUND)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, image.width, 18 * FINER), fill=RIVER)
    fitted = fit_all([drawable(title)], SIZE[0] - 2 * MARGIN, TITLE_SIZES, 2)[0]
    for place, line in enumerate(fitted.lines):
        y = 104 + place * fitted.size * 1.15
        write_words(draw, Words(line, MARGIN, y, fitted.size, middle=False), (0, 0), 1, INK)
    rows = rows_of(stages, mirrored)
    scale = (SIZE[0] - 2 * MARGIN) / rows[0].width
    # Counts, below the band, are left out: others keep such pictures for weeks.
    tall = max((shape.box[3] for row in rows for shape in row.shapes), default=0) * scale
    top = MIDDLE - (tall * len(rows) + SPACE_BETWEEN * (len(rows) - 1)) / 2
    for place, row in enumerate(rows):
        left = SIZE[0] - MARGIN - row.width * scale if mirrored else MARGIN
        _draw(draw, row, (left, top + place * (tall + SPACE_BETWEEN)), scale)
    write_words(draw, Words(drawable(signed), MARGIN, 594, 30, middle=False), (0, 0), 1, INK)
    output = BytesIO()
    image.resize(SIZE, Image.Resampling.LANCZOS).save(output, "PNG", optimize=True)
    return output.getvalue()


def rows_of(stages: Sequence[Stage], mirrored: bool) -> list[Diagram]:
    """The line in one row, as large as whole words let it be, or in two rows of one size."""
    if len(stages) <= MOST_IN_A_ROW:
        widths = [width for width in WIDTHS if width >= len(stages) * LEAST_OF_A_STAGE]
        drawn = [lay_out(stages, mirrored=mirrored, width=width) for width in widths]
        return [next((row for row in drawn if not _breaks_words(row)), drawn[-1])]
    half = (len(stages) + 1) // 2
    parts = ((stages[:half], 1, 1.0), (stages[half:], half + 1, (len(stages) - half) / half))

    def both(sizes: Sequence[float]) -> list[Diagram]:
        return [
            lay_out(
                part,
                mirrored=mirrored,
                # Arrows as wide as in the first row; a row is longer than they by its tip.
                width=(WIDTH_OF_ROWS - NOTCH + GAP) * share + NOTCH - GAP,
                first=first,
                sizes=sizes,
            )
            for part, first, share in parts
        ]

    smallest = min(line.size for row in both(LABEL_SIZES) for s in row.shapes for line in s.label)
    return both((smallest,))


def _breaks_words(row: Diagram) -> bool:
    return any(
        line.text.endswith("-") and line.text not in shape.stage.short_label
        for shape in row.shapes
        for line in shape.label
    )


def _draw(
    draw: ImageDraw.ImageDraw, diagram: Diagram, at: tuple[float, float], scale: float
) -> None:
    def pixels(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        return [((at[0] + x * scale) * FINER, (at[1] + y * scale) * FINER) for x, y in points]

    for shape in diagram.shapes:
        draw.polygon(pixels(shape.outline), fill=shape.stage.colour)
        for line in shape.drawing:
            draw.line(pixels(line), fill="#fff", width=round(2.6 * scale * FINER), joint="curve")
        words = [] if shape.drawing else [shape.mark]
        for text in [*words, *shape.label]:
            write_words(draw, text, at, scale, "#fff")


def write_words(
    draw: ImageDraw.ImageDraw, words: Words, at: tuple[float, float], scale: float, colour: str
) -> None:
    """Write `words` of a drawing that stands at `at`; letters the font has not are left out."""
    text = drawable(words.text)
    if not text:
        return
    place = ((at[0] + words.x * scale) * FINER, (at[1] + words.y * scale) * FINER)
    font = ImageFont.load_default(words.size * scale * FINER)
    # The font has one weight; a line around its letters makes it stronger.
    stroke = max(1, round(words.size * scale * FINER / 60))
    anchor = "ms" if words.middle else "ls"
    draw.text(
        place, text, fill=colour, font=font, anchor=anchor, stroke_width=stroke, stroke_fill=colour
    )
