"""The cover of an edition as a picture for lists: drawn by us, with the words on it."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.formats import date_format

from .assembling import the_line
from .models import EditionPage

WIDTH, HEIGHT = 420, 594
# Letters of a title of this size that fit on a line of the cover.
ON_A_LINE = 17
MOST_LINES = 7


def cover_image(page: EditionPage, request: HttpRequest) -> HttpResponse:
    """The drawn cover. It says nothing but what the page itself says."""
    line = the_line()
    stages = line.stages if line else ()
    width = (WIDTH - 80) / max(len(stages), 1)
    context = {
        "lines": [
            {"words": words, "y": 110 + 42 * number}
            for number, words in enumerate(in_lines(page.title))
        ],
        "subtitle": in_lines(page.subtitle, 34)[:3],
        "dated": date_format(page.date, "F Y"),
        "stages": [
            {
                "x": round(40 + width * number, 1),
                "width": round(width - 4, 1),
                "colour": stage.colour,
            }
            for number, stage in enumerate(stages)
        ],
        "width": WIDTH,
        "height": HEIGHT,
    }
    text = render_to_string("coprod_pages/editions/cover.svg", context)
    response = HttpResponse(text, content_type="image/svg+xml")
    response["Cache-Control"] = "no-cache"
    return response


def in_lines(text: str, letters: int = ON_A_LINE) -> list[str]:
    """`text` in lines of so many letters; what does not fit ends with dots."""
    lines: list[str] = []
    for word in text.split():
        word = word if len(word) <= letters else f"{word[: letters - 1]}…"
        if lines and len(lines[-1]) + len(word) < letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1]} …"]
    return lines
