"""What each worker keeps of the published collection: who has which facet value, in what order.

Read once from the database and then followed: when the version has moved on, the case studies
that changed are read again, a number that does not grow with the collection. What a visitor
may see is decided by `visible_to_public()` each time a case study is read, and nowhere else.
"""

import logging
import threading
from array import array
from bisect import insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import compress, islice
from operator import itemgetter
from typing import Any

from django.utils import timezone

from ..case_studies.models import CaseStudyPage
from ..searching.indexing import index_again
from ..searching.versions import Version, changes_between, read_version
from .bits import bits_of, flags_of, positions_of
from .remembering import Memory
from .terms import Terms, terms_at

logger = logging.getLogger(__name__)

MOST_TEXT = 12 * 1024 * 1024  # bytes: the words of about 3,000 case studies
# Of fewer case studies than one in so many, each is looked up, and a set of them is sorted; of
# more, all are gone through, and the order is walked.
SPARSE = 25

COLUMNS = (
    *("pk", "entry__facets", "title", "first_published_at"),
    *("expire_at", "consent__ends_on"),
)


@dataclass
class Shelf:
    """The places of case studies, which catalogues of one process share and only add to."""

    page_ids: list[int] = field(default_factory=list)
    position: dict[int, int] = field(default_factory=dict)
    facets: list[str] = field(default_factory=list)
    newest_key: list[tuple[float, int]] = field(default_factory=list)
    title_key: list[tuple[str, int]] = field(default_factory=list)
    # For how many pages, their highest number, and what picks their flags, the last one first.
    _picking: "tuple[int, int, itemgetter[Any]] | None" = None

    def place_of(self, page_id: int) -> int:
        """The position of a case study, a new one if it has none yet."""
        position = self.position.get(page_id)
        if position is None:
            position = len(self.page_ids)
            self.page_ids.append(page_id)
            self.facets.append("")
            self.newest_key.append((0.0, 0))
            self.title_key.append(("", 0))
            self.position[page_id] = position
        return position

    def set_of_many(self, page_ids: Sequence[int]) -> int:
        """The set of `page_ids`, which are many: a flag for each number there can be, and then
        all flags picked at once, take half as long as looking up each place."""
        known = self._picking
        # Another thread may add a page at any moment, so what is kept says for how many it is.
        if known is None or known[0] != len(self.page_ids):
            held = self.page_ids[::-1]
            known = self._picking = (len(held), max(held), itemgetter(*held))
        _number, highest, pick = known
        flags = bytearray(b"0") * (max(highest, max(page_ids)) + 1)
        for page_id in page_ids:
            flags[page_id] = 49  # "1"
        return int(bytes(pick(flags)), 2)


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The collection as it was at one version. Never changed: the next one is a new one."""

    version: Version
    terms: Terms
    shelf: Shelf
    visible: int
    values: dict[str, int]
    newest: list[int]
    by_title: list[int]
    # When case studies stop being public by themselves: (moment, page), the next one first.
    ends: list[tuple[datetime, int]]
    # The sets of words and orders asked for lately; see `words.py` and `finding.py`.
    remembered: Memory = field(default_factory=Memory)
    # The texts of the case studies compared lately, which outlive a change of others.
    texts: Memory = field(default_factory=lambda: Memory(MOST_TEXT))
    # How the case studies shown lately look in lists.
    cards: Memory = field(default_factory=lambda: Memory(MOST_TEXT))

    @property
    def size(self) -> int:
        """How many positions there are, those of hidden case studies too."""
        return len(self.shelf.page_ids)

    @cached_property
    def total(self) -> int:
        """How many case studies everybody may see."""
        return self.visible.bit_count()

    @property
    def good_until(self) -> datetime | None:
        """When the next case study stops being public by itself."""
        return self.ends[0][0] if self.ends else None

    def bits_of_pages(self, page_ids: Sequence[int]) -> int:
        """The visible ones of `page_ids` as a set."""
        if len(page_ids) * SPARSE > self.size > 1:
            return self.shelf.set_of_many(page_ids) & self.visible
        place = self.shelf.position
        positions = [place[page_id] for page_id in page_ids if page_id in place]
        return bits_of(positions, self.size) & self.visible

    def page_ids_of(self, positions: Iterable[int]) -> "array[int]":
        """The numbers of the pages at `positions`."""
        return array("q", map(self.shelf.page_ids.__getitem__, positions))

    def with_any(self, keys: Iterable[str]) -> int:
        """The case studies that have any of the facet values `keys`."""
        bits = 0
        for key in keys:
            bits |= self.values.get(key, 0)
        return bits

    def in_order(self, bits: int, order: str, most: int | None = None) -> list[int]:
        """The positions in `bits`, "newest" first or by "title"; of `most`, the first so many.

        The list is not to be changed.
        """
        walk = self.by_title if order == "title" else self.newest
        if bits == self.visible:  # hidden ones are not in it
            return walk if most is None else walk[:most]
        if bits.bit_count() * SPARSE < self.size:
            key = self.shelf.title_key if order == "title" else self.shelf.newest_key
            return sorted(positions_of(bits), key=key.__getitem__)[:most]
        flags = flags_of(bits).ljust(self.size, b"\x00")
        return list(islice(compress(walk, map(flags.__getitem__, walk)), most))


_lock = threading.Lock()
_current: Catalogue | None = None


def current() -> Catalogue:
    """The catalogue as of now, brought up to date if anything has changed since the last time."""
    global _current
    version = read_version()
    held = _current
    if held is not None and held.version == version and not _over(held):
        return held
    with _lock:
        # Whoever waited for the lock may find the catalogue newer than the version it read.
        version = read_version(fresh=True)
        held = _current
        if held is None:
            _current = read_all(version)
        elif held.version != version:
            changes = changes_between(held.version, version)
            if changes.everything:
                _current = read_all(version)
            else:
                _current = read_again(held, changes.page_ids, version)
        if _over(_current):
            now = timezone.now()
            due = {page_id for end, page_id in _current.ends if end <= now}
            _current = read_again(_current, due, version)
        return _current


def _over(catalogue: Catalogue) -> bool:
    return bool(catalogue.ends) and catalogue.ends[0][0] <= timezone.now()


def read_all(version: Version) -> Catalogue:
    """The whole collection, from the database."""
    rows = list(CaseStudyPage.objects.visible_to_public().order_by().values_list(*COLUMNS))
    missing = [row[0] for row in rows if row[1] is None]
    if missing:
        # Made live by code that told nobody. A list that leaves them out would be wrong.
        logger.warning("Indexing %d case studies that had no entry", len(missing))
        index_again(missing)
        version = read_version()
        rows = list(CaseStudyPage.objects.visible_to_public().order_by().values_list(*COLUMNS))
    shelf, places, ends = Shelf(), {}, []
    for row in rows:
        position = _put(shelf, row, ends)
        for key in shelf.facets[position].split():
            places.setdefault(key, []).append(position)
    size = len(shelf.page_ids)
    everywhere = range(size)
    return Catalogue(
        version=version,
        terms=terms_at(version),
        shelf=shelf,
        visible=(1 << size) - 1,
        values={key: bits_of(positions, size) for key, positions in places.items()},
        newest=sorted(everywhere, key=shelf.newest_key.__getitem__),
        by_title=sorted(everywhere, key=shelf.title_key.__getitem__),
        ends=sorted(ends),
    )


def read_again(held: Catalogue, page_ids: Iterable[int], version: Version) -> Catalogue:
    """`held` with these case studies as they are now."""
    page_ids = set(page_ids)
    if not page_ids:
        # Cards show the names of terms, texts do not.
        fresh = {"remembered": Memory(), "cards": Memory(MOST_TEXT)}
        return replace(held, version=version, terms=terms_at(version), **fresh)
    same_terms = held.version.terms_token == version.terms_token
    shelf, visible, values = held.shelf, held.visible, dict(held.values)
    newest, by_title = held.newest.copy(), held.by_title.copy()
    ends = [end for end in held.ends if end[1] not in page_ids]
    for page_id in page_ids:
        position = shelf.position.get(page_id)
        if position is not None and visible >> position & 1:
            bit = 1 << position
            visible ^= bit
            for key in shelf.facets[position].split():
                values[key] &= ~bit
            newest.remove(position)
            by_title.remove(position)
    found = CaseStudyPage.objects.visible_to_public().filter(pk__in=page_ids).order_by()
    for row in found.values_list(*COLUMNS):
        if row[1] is None:
            continue
        position = _put(shelf, row, ends)
        bit = 1 << position
        visible |= bit
        for key in shelf.facets[position].split():
            values[key] = values.get(key, 0) | bit
        insort(newest, position, key=shelf.newest_key.__getitem__)
        insort(by_title, position, key=shelf.title_key.__getitem__)
    return Catalogue(
        version=version,
        terms=terms_at(version),
        shelf=shelf,
        visible=visible,
        values=values,
        newest=newest,
        by_title=by_title,
        ends=sorted(ends),
        texts=held.texts.without(page_ids),
        cards=held.cards.without(page_ids) if same_terms else Memory(MOST_TEXT),
    )


def _put(shelf: Shelf, row: tuple, ends: list[tuple[datetime, int]]) -> int:
    """Write what is known of a case study on its place, and when that will be over."""
    page_id, facets, title, published, expires, consent_ends = row
    position = shelf.place_of(page_id)
    shelf.facets[position] = facets or ""
    shelf.newest_key[position] = (-published.timestamp() if published else 0.0, -page_id)
    shelf.title_key[position] = (title.casefold(), page_id)
    ends.extend((end, page_id) for end in (expires, _day_after(consent_ends)) if end)
    return position


def _day_after(day: date | None) -> datetime | None:
    """The midnight with which `day` ends here."""
    if day is None:
        return None
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
