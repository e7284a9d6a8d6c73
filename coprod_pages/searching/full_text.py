"""The database's own full-text engine: the only file that knows SQLite from PostgreSQL.

Both engines get words that are already normalised and are told not to change them, so both
find the same pages. What a visitor types never reaches a query language: only plain letters
and digits are left of it.
"""

from collections.abc import Iterable, Sequence
from enum import Enum

from django.db import connection

from .models import SearchDocument

TABLE = SearchDocument._meta.db_table
FTS_TABLE = f"{TABLE}_fts"

# SQLite puts no more than 500 queries together.
KEYS_AT_ONCE = 400

# Normalised words that stand one after the other; mostly it is one.
Phrase = tuple[str, ...]


class Scope(Enum):
    """Which part of a page has to hold a phrase: (column filter of FTS5, tsvector column)."""

    TITLE = ("title", "title_vector")
    TOP = ("{title head}", "top_vector")
    ALL = ("", "vector")


Key = tuple[Scope, Phrase]


def pages_holding(keys: Sequence[Key]) -> dict[Key, list[int]]:
    """For each key the numbers of the pages that hold it, in as few queries as can be."""
    found: dict[Key, list[int]] = {}
    for start in range(0, len(keys), KEYS_AT_ONCE):
        found.update(_holding(keys[start : start + KEYS_AT_ONCE]))
    return found


def _holding(keys: Sequence[Key]) -> dict[Key, list[int]]:
    if connection.vendor == "postgresql":
        # The functions are made with the index; see the second migration.
        part = f"SELECT %s, {TABLE}_in_{{vector}}(%s::tsquery)"
        parts = [part.format(vector=scope.value[1]) for scope, _phrase in keys]
        values = [(number, _tsquery(phrase)) for number, (_scope, phrase) in enumerate(keys)]
    else:
        part = f"SELECT %s, group_concat(rowid) FROM {FTS_TABLE} WHERE {FTS_TABLE} MATCH %s"
        parts = [part] * len(keys)
        values = [(number, _match(*key)) for number, key in enumerate(keys)]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), [value for pair in values for value in pair])
        rows = cursor.fetchall()
    found = {keys[int(number)]: numbers for number, numbers in rows}
    return {key: _numbers(found.get(key)) for key in keys}


def texts_of(page_ids: Iterable[int]) -> dict[int, tuple[str, str, str]]:
    """The normalised title, head and body of pages."""
    rows = SearchDocument.objects.filter(pk__in=list(page_ids))
    return {pk: texts for pk, *texts in rows.values_list("pk", "title", "head", "body")}


def _numbers(joined: str | None) -> list[int]:
    return list(map(int, joined.split(","))) if joined else []


def _match(scope: Scope, phrase: Phrase) -> str:
    words = f'"{" ".join(phrase)}"'
    return f"{scope.value[0]} : {words}" if scope.value[0] else words


def _tsquery(phrase: Phrase) -> str:
    return " <-> ".join(f"'{word}'" for word in phrase)
