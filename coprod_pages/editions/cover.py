"""The cover of an edition as a picture for lists: what the cover of its PDF looks like.

An SVG of the size of the paper, in millimetres. A browser reads nothing for a picture that is inside
a page, so that the editor's picture is in it whole.
"""

from base64 import b64encode
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.formats import date_format

from .assembling import cover_of, the_line
from .line_drawing import drawn
from .models import EditionPage
from .pictures import SmallPictures, content_type, usable
from .reading import edition_of
from .serving import current_making, unkept
from .tree import Picture

# Letters of a title up to which it has this size, the letters that fit on a line then, and how
# far its lines are apart. The last is for all that are longer.
TITLES = ((60, 14.1, 20, 15.3), (120, 9.9, 29, 11.4), (None, 7.05, 40, 8.5))
MOST_LINES = 9
IN_SUBTITLE, MOST_IN_SUBTITLE, SUBTITLE_APART = 58, 4, 7.2
# Where the title begins, and how high the dark plate is at the least.
FIRST_LINE, PLATE = 49, 146


def cover_image(page: EditionPage, request: HttpRequest) -> HttpResponse:
    """The cover of what visitors have; of what is not made yet, as the page says it."""
    making = current_making(page)
    edition = edition_of(making) if making else page
    context = {**_words(edition), "replaces": making.replaces if making else ""}
    text = render_to_string("coprod_pages/editions/cover.svg", {**context, **_drawing(edition)})
    return unkept(HttpResponse(text, content_type="image/svg+xml"))


def _words(edition: EditionPage) -> dict[str, Any]:
    letters = len(edition.title)
    size, on_a_line, apart = next(
        (size, fits, apart)
        for longest, size, fits, apart in TITLES
        if longest is None or letters <= longest
    )
    title = _placed(in_lines(edition.title, on_a_line), FIRST_LINE, apart)
    below = title[-1]["y"] + 14 if title else FIRST_LINE
    subtitle = in_lines(edition.subtitle, IN_SUBTITLE, MOST_IN_SUBTITLE)
    placed = _placed(subtitle, below, SUBTITLE_APART)
    end = (placed or title or [{"y": 0}])[-1]["y"]
    return {
        "dated": date_format(edition.date, "F Y"),
        "title": title,
        "size": size,
        "subtitle": placed,
        "plate": max(PLATE, round(end + 14, 1)),
        "by": edition.published_by,
    }


def _placed(lines: list[str], first: float, apart: float) -> list[dict[str, Any]]:
    return [
        {"words": words, "y": round(first + apart * number, 1)}
        for number, words in enumerate(lines)
    ]


def _drawing(edition: EditionPage) -> dict[str, Any]:
    """The editor's picture, if it may be shown; otherwise the line."""
    picture = cover_of(edition, "").picture
    data = usable(SmallPictures(), picture) if isinstance(picture, Picture) else None
    if data:
        return {"picture": f"data:{content_type(data)};base64,{b64encode(data).decode()}"}
    line = the_line()
    return {"line": line, "drawn": drawn(line)} if line else {}


def in_lines(text: str, letters: int, most: int = MOST_LINES) -> list[str]:
    """`text` in lines of so many letters; what does not fit ends with dots."""
    lines: list[str] = []
    for word in text.split():
        word = word if len(word) <= letters else f"{word[: letters - 1]}…"
        if lines and len(lines[-1]) + len(word) < letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
    return lines
