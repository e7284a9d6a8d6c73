"""Logs as one JSON object a line, with addresses of people masked."""

import json
import logging
import re

EMAIL = re.compile(r"[\w.+'-]+@[\w-]+\.[\w.-]+")
# A signed link is a key: whoever reads it in a log could use it.
TOKEN_PATH = re.compile(r"(/(?:contribute|attend|list|quoted)/)[^/\s?]{8,}")


def mask(text: str) -> str:
    """`text` without e-mail addresses and single-purpose links."""
    return TOKEN_PATH.sub(r"\1[link]", EMAIL.sub("[email]", text))


class WithoutPersonalData(logging.Filter):
    """Masks the finished message, so that arguments are covered too."""

    def filter(self, record: logging.LogRecord) -> bool:
        try:
            message = record.getMessage()
        except (TypeError, ValueError):
            # A mistake in a logging call is no reason for an error page.
            message = str(record.msg)
        record.msg, record.args = mask(message), ()
        return True


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, message and, if any, the traceback."""

    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            entry["traceback"] = mask(self.formatException(record.exc_info))
        return json.dumps(entry, ensure_ascii=False)
