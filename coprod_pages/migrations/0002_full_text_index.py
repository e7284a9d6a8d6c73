"""The database's own full-text index over the search documents.

SQLite: an FTS5 table over the rows of the search documents, kept in step by triggers.
PostgreSQL: a generated tsvector column with a GIN index for each part that is searched alone. The words are normalised before
they are stored, so both engines are told not to change them.

A later migration that makes Django rebuild the table of search documents on SQLite has to
create the triggers anew.
"""

from typing import Any

from django.db import migrations

TABLE = "coprod_pages_searchdocument"
FTS = f"{TABLE}_fts"

SQLITE = [
    f"CREATE VIRTUAL TABLE {FTS} USING fts5("
    f"title, head, body, content='{TABLE}', content_rowid='page_id', tokenize='ascii', "
    # Ranking is our own, so FTS5 need not keep how long each text is.
    "columnsize=0)",
    f"CREATE TRIGGER {TABLE}_ai AFTER INSERT ON {TABLE} BEGIN "
    f"INSERT INTO {FTS}(rowid, title, head, body) "
    "VALUES (new.page_id, new.title, new.head, new.body); END",
    f"CREATE TRIGGER {TABLE}_ad AFTER DELETE ON {TABLE} BEGIN "
    f"INSERT INTO {FTS}({FTS}, rowid, title, head, body) "
    "VALUES ('delete', old.page_id, old.title, old.head, old.body); END",
    f"CREATE TRIGGER {TABLE}_au AFTER UPDATE ON {TABLE} BEGIN "
    f"INSERT INTO {FTS}({FTS}, rowid, title, head, body) "
    "VALUES ('delete', old.page_id, old.title, old.head, old.body); "
    f"INSERT INTO {FTS}(rowid, title, head, body) "
    "VALUES (new.page_id, new.title, new.head, new.body); END",
]
SQLITE_BACK = [
    f"DROP TRIGGER {TABLE}_ai",
    f"DROP TRIGGER {TABLE}_ad",
    f"DROP TRIGGER {TABLE}_au",
    f"DROP TABLE {FTS}",
]
# A word between the texts, so that no phrase runs from one into the next.
BETWEEN = "' zzbreak '"
VECTORS = {
    "title_vector": "title",
    "top_vector": f"title || {BETWEEN} || head",
    "vector": f"title || {BETWEEN} || head || {BETWEEN} || body",
}
POSTGRESQL = [
    # Texts are kept beside the table and not in its rows. For a word that most pages hold, each
    # row is visited to learn the number of its page, and so slim ones are read in half the time.
    f"ALTER TABLE {TABLE} SET (toast_tuple_target = 128)",
] + [
    statement
    for column, text in VECTORS.items()
    for statement in (
        f"ALTER TABLE {TABLE} ADD COLUMN {column} tsvector "
        f"GENERATED ALWAYS AS (to_tsvector('simple', {text})) STORED",
        f"CREATE INDEX {TABLE}_{column} ON {TABLE} USING gin ({column})",
        # For a word that most pages hold, the planner would read every page's vector instead of
        # the index: a second instead of 50 ms at 100,000.
        f"CREATE FUNCTION {TABLE}_in_{column}(asked tsquery) RETURNS text "
        "LANGUAGE sql STABLE SET enable_seqscan = off AS $$ "
        f"SELECT string_agg(page_id::text, ',') FROM {TABLE} WHERE {column} @@ asked $$",
    )
]
POSTGRESQL_BACK = [
    statement
    for column in VECTORS
    for statement in (
        f"DROP FUNCTION {TABLE}_in_{column}(tsquery)",
        f"ALTER TABLE {TABLE} DROP COLUMN {column}",
    )
] + [f"ALTER TABLE {TABLE} RESET (toast_tuple_target)"]


def create(apps: Any, schema_editor: Any) -> None:
    """Create the index of the database in use."""
    _run(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def drop(apps: Any, schema_editor: Any) -> None:
    """Remove it again."""
    _run(schema_editor, {"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK})


def _run(schema_editor: Any, statements: dict[str, list[str]]) -> None:
    for statement in statements.get(schema_editor.connection.vendor, []):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    """Full-text search over search documents."""

    dependencies = [("coprod_pages", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
