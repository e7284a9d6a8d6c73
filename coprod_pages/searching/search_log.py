"""Counting what people search for, without knowing who they are.

Searches wait in the process and are written together, because a write for each request
would make every search wait for the database. What waits is lost when the process is
killed: half a minute of searches at most, and counts are all that is lost.
"""

import atexit
import logging
import re
import time
from datetime import date, timedelta
from threading import Lock

from django.conf import settings
from django.db import connection, transaction
from django.http import HttpRequest
from django.utils import timezone

from ..conf import SEARCHES_KEPT_DAYS
from .models import SearchedWords
from .unpersonal_words import kept_words

logger = logging.getLogger(__name__)

# Written when so many different words are waiting, or the first for so many seconds.
MOST_WAITING = 20
LONGEST_WAIT = 30
# Of one day no more different words are kept: a program that searches for nonsense shall not
# fill the database.
MOST_WORDS_A_DAY = 2000

# Programs, by what they call themselves; browsers all begin with "Mozilla".
PROGRAM = re.compile(
    r"bot|crawl|spider|slurp|scrap|fetch|preview|monitor|headless|curl|wget|python|java/|"
    r"okhttp|axios|go-http|libwww|externalhit|lighthouse|archiv",
    re.IGNORECASE,
)


class Waiting:
    """Words not written yet: how often each was searched for and what it found last."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._times: dict[tuple[date, str], int] = {}
        self._results: dict[tuple[date, str], int] = {}
        self._since = 0.0

    def add(self, day: date, words: str, results: int) -> bool:
        """Add a search; whether it is time to write."""
        with self._lock:
            if not self._times:
                self._since = time.monotonic()
            self._times[day, words] = self._times.get((day, words), 0) + 1
            self._results[day, words] = results
            waited = time.monotonic() - self._since
            return len(self._times) >= MOST_WAITING or waited >= LONGEST_WAIT

    def take(self) -> list[tuple[date, str, int, int]]:
        """Everything that waits, which then waits no more."""
        with self._lock:
            rows = [(*key, times, self._results[key]) for key, times in self._times.items()]
            self._times, self._results = {}, {}
        # In one order, so that two workers never wait for each other in a ring.
        return sorted(rows)


_waiting = Waiting()


def note_search(request: HttpRequest, words: str, results: int) -> None:
    """Count a search, if it was a person of the public who asked for its first page."""
    if request.GET.get("page", "1") not in ("", "1"):
        return
    # For a cache that keeps the page: to count those who get it from there.
    request.noted_search = (words, results)
    if asked_by_the_public(request):
        note_words(words, results)


def asked_by_the_public(request: HttpRequest) -> bool:
    """Whether a person without an account is asking, as far as that can be told.

    Who has a session is an editor trying something out: the public has no accounts. The
    session itself is not opened, so that the answer stays one that caches may keep.
    """
    browser = request.headers.get("User-Agent", "")
    return (
        request.method == "GET"
        and not getattr(request, "is_preview", False)
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and bool(browser)
        and not PROGRAM.search(browser)
    )


def note_words(words: str, results: int) -> None:
    """Count a search for `words` that found `results` pages with all of them."""
    if SEARCHES_KEPT_DAYS.get() <= 0:
        return
    kept = kept_words(words)
    if kept and _waiting.add(timezone.localdate(), kept, results):
        flush()


def flush() -> None:
    """Write what is waiting. When that fails, it is logged, and no search fails for it."""
    rows = _waiting.take()
    if not rows:
        return
    try:
        _write(rows)
    except Exception:
        # Whatever it is, the visitor still gets an answer.
        logger.exception("Could not keep count of %s searches", len(rows))


@transaction.atomic
def _write(rows: list[tuple[date, str, int, int]]) -> None:
    today = rows[-1][0]
    of_today = SearchedWords.objects.filter(day=today)
    if of_today.count() >= MOST_WORDS_A_DAY:
        known = of_today.filter(words__in=[words for _day, words, *_ in rows])
        known_words = set(known.values_list("words", flat=True))
        rows = [row for row in rows if row[1] in known_words]
    if not rows:
        return
    table = SearchedWords._meta.db_table
    places = ", ".join(["(%s, %s, %s, %s)"] * len(rows))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (day, words, times, results) VALUES {places} "
            f"ON CONFLICT (day, words) DO UPDATE SET "
            f"times = {table}.times + excluded.times, results = excluded.results",
            [value for row in rows for value in row],
        )


def erase_expired() -> int:
    """Delete the counts that may not be kept any longer; returns how many."""
    first_kept = timezone.localdate() - timedelta(days=SEARCHES_KEPT_DAYS.get())
    count, _by_model = SearchedWords.objects.filter(day__lte=first_kept).delete()
    return count


atexit.register(flush)
