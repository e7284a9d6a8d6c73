"""What fonts cannot show, as the program that makes PDF finds it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from weasyprint.logger import LOGGER

# How WeasyPrint 70 begins to say that it draws a box; then comes the letter.
SAID_OF_A_BOX = ".notdef glyph rendered"


class _Unprintable(logging.Filter):
    """Keeps the letters of which WeasyPrint says so, and keeps them out of the log."""

    def __init__(self) -> None:
        super().__init__()
        self.letters: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether `record` goes into the log."""
        if not str(record.msg).startswith(SAID_OF_A_BOX) or not isinstance(record.args, tuple):
            return True
        self.letters.add(str(record.args[0]))
        return False


@contextmanager
def noting_unprintable() -> Iterator[set[str]]:
    """Inside, the letters in whose place boxes are drawn are added to the set."""
    noted = _Unprintable()
    LOGGER.addFilter(noted)
    try:
        yield noted.letters
    finally:
        LOGGER.removeFilter(noted)
