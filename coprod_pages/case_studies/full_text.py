"""The database's own full-text engine: the only file that knows SQLite from PostgreSQL.

Both engines get words that are already normalised and are told not to change them, so both
find the same pages. What a visitor types never reaches a query language: only plain letters
and digits are left of it.
"""

from dataclasses import dataclass

from django.db import connection
from django.db.models.expressions import RawSQL

MAX_CHARACTERS = 200
MAX_WORDS = 12

TABLE = "coprod_pages_searchdocument"
FTS_TABLE = "coprod_pages_searchdocument_fts"

# How much a word counts: in the title, near the top, in the rest.
WEIGHTS = (10.0, 5.0, 1.0)


@dataclass(frozen=True)
class TextQuery:
    """The normalised words that all have to be found."""

    words: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.words)


def matching_page_ids(query: TextQuery) -> RawSQL:
    """A subquery of the keys of the pages that hold every word of `query`."""
    if connection.vendor == "postgresql":
        return RawSQL(
            f"SELECT page_id FROM {TABLE} WHERE vector @@ to_tsquery('simple', %s)",
            [_tsquery(query)],
        )
    return RawSQL(
        f"SELECT rowid FROM {FTS_TABLE} WHERE {FTS_TABLE} MATCH %s",
        [_match(query)],
    )


def ranked_page_ids(query: TextQuery) -> list[int]:
    """The keys of the pages that hold every word of `query`, best first."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            title, head, body = WEIGHTS
            cursor.execute(
                f"SELECT page_id FROM {TABLE}, to_tsquery('simple', %s) q "
                "WHERE vector @@ q "
                "ORDER BY ts_rank_cd(%s::float4[], vector, q, 1) DESC, page_id",
                [_tsquery(query), [0.0, body / 10, head / 10, title / 10]],
            )
        else:
            cursor.execute(
                f"SELECT rowid FROM {FTS_TABLE} WHERE {FTS_TABLE} MATCH %s "
                f"ORDER BY bm25({FTS_TABLE}, %s, %s, %s), rowid",
                [_match(query), *WEIGHTS],
            )
        return [row[0] for row in cursor.fetchall()]


def _match(query: TextQuery) -> str:
    return " AND ".join(f'"{word}"' for word in query.words)


def _tsquery(query: TextQuery) -> str:
    return " & ".join(f"'{word}'" for word in query.words)
