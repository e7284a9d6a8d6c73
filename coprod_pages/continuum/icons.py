"""Small drawings for stages, as lines on a square of 24 units. Pure: no models, no requests.

Lines and not paths of curves, so that the page, the image and the picture for sharing are drawn
from the same points. All are our own.
"""

from math import cos, pi, sin

from django.utils.translation import gettext_lazy as _

Line = tuple[tuple[float, float], ...]

SIZE = 24  # units of the square that each is drawn on


def _round(x: float, y: float, radius: float, start: float = 0, end: float = 360) -> Line:
    """Part of a circle as a line, from one angle to another in degrees, clockwise from 3 o'clock."""
    steps = max(8, int(abs(end - start) / 15))
    angles = [(start + (end - start) * step / steps) * pi / 180 for step in range(steps + 1)]
    return tuple((round(x + radius * cos(a), 2), round(y + radius * sin(a), 2)) for a in angles)


_PERSON = (_round(12, 8, 3.5), _round(12, 21, 7, 180, 360))

# name → lines
ICONS: dict[str, tuple[Line, ...]] = {
    "speech": (
        ((3, 5), (21, 5), (21, 16), (11, 16), (7, 20.5), (7, 16), (3, 16), (3, 5)),
        ((7, 9), (17, 9)),
        ((7, 12.3), (14, 12.3)),
    ),
    "search": (_round(10, 10, 6.5), ((15, 15), (21.5, 21.5))),
    "scales": (
        ((12, 3), (12, 21)),
        ((7, 21), (17, 21)),
        ((4, 6.5), (20, 6.5)),
        ((4, 6.5), (1.5, 13), (6.5, 13), (4, 6.5)),
        ((20, 6.5), (17.5, 13), (22.5, 13), (20, 6.5)),
    ),
    "idea": (
        _round(12, 9.5, 6.5, 125, 415),
        ((8.3, 15), (8.8, 18), (15.2, 18), (15.7, 15)),
        ((9.5, 21.3), (14.5, 21.3)),
    ),
    "person": _PERSON,
    "people": (
        _round(8, 9, 3),
        _round(16, 9, 3),
        _round(8, 20, 5.5, 180, 290),
        _round(16, 20, 5.5, 180, 360),
        ((2.5, 20), (21.5, 20)),
    ),
    "build": (
        ((3, 21), (3, 12), (12, 4), (21, 12), (21, 21), (3, 21)),
        ((9.5, 21), (9.5, 14.5), (14.5, 14.5), (14.5, 21)),
    ),
    "tick": (_round(12, 12, 9.5), ((7.3, 12.4), (10.8, 16), (17, 8.8))),
    "chart": (((3, 3), (3, 21), (21.5, 21)), ((7, 16), (11, 11), (14.5, 13.5), (20, 6))),
    "cycle": (
        _round(12, 12, 8.5, -60, 100),
        ((13.6, 23), (10.5, 20.4), (13.4, 17.4)),
        _round(12, 12, 8.5, 120, 280),
        ((10.4, 1), (13.5, 3.6), (10.6, 6.6)),
    ),
    "onward": (((3, 12), (20.5, 12)), ((13.5, 4.5), (21, 12), (13.5, 19.5))),
    "star": (
        (
            *((12, 2.5), (14.8, 9), (21.8, 9.6), (16.5, 14.2), (18.1, 21)),
            *((12, 17.4), (5.9, 21), (7.5, 14.2), (2.2, 9.6), (9.2, 9), (12, 2.5)),
        ),
    ),
}

CHOICES = [
    ("speech", _("Speech bubble")),
    ("search", _("Magnifying glass")),
    ("scales", _("Scales")),
    ("idea", _("Light bulb")),
    ("person", _("A person")),
    ("people", _("People")),
    ("build", _("House")),
    ("tick", _("Tick")),
    ("chart", _("Chart")),
    ("cycle", _("Going round")),
    ("onward", _("Arrow onward")),
    ("star", _("Star")),
]
