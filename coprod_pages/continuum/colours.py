"""Contrast between colours, as WCAG 2.2 defines it. Pure: no models, no requests."""

from math import floor

# Success criterion 1.4.3: text has to stand out from its ground 4.5 to 1.
MINIMUM_CONTRAST = 4.5

# Offered where a colour is chosen: white text can be read on all of them, and neighbours are told
# apart also in grey.
OFFERED = [
    *("#0b6e6e", "#1c5fa8", "#5b4b9e", "#8f3b76", "#a8402c", "#7a5a00"),
    *("#2f6b2f", "#073b45", "#4a4a4a", "#b3121d"),
]


def relative_luminance(colour: str) -> float:
    """Relative luminance of a `#rrggbb` colour, 0 (black) to 1 (white), by WCAG 2.2."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def in_words(contrast: float) -> str:
    """A contrast with one decimal, rounded down: 4.49 is not 4.5."""
    return f"{floor(contrast * 10) / 10:.1f}"


def contrast_with_white(colour: str) -> float:
    """Contrast ratio of white text on a `#rrggbb` colour, 1 to 21, by WCAG 2.2."""
    return 1.05 / (relative_luminance(colour) + 0.05)
