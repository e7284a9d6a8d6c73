"""Wagtail's database search, safe against what people type.

On SQLite a quotation mark, a blank or a NUL in the search box of the admin is an error page
(https://github.com/wagtail/wagtail/issues/13227). The words are kept; what would be query
syntax becomes a blank.
"""

import re
from typing import Any

from modelsearch.backends.database import SearchBackend as database_search_backend

SYNTAX = re.compile(r'["\x00\s]+')
MAX_CHARACTERS = 200


class WordsOnly:
    """Put before a search backend class: its queries hold words and no syntax."""

    def search(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        return super().search(words_only(query), *args, **kwargs)

    def autocomplete(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        return super().autocomplete(words_only(query), *args, **kwargs)


def words_only(query: Any) -> Any:
    """`query` without query syntax, if it is text; `""` when no word is left."""
    return SYNTAX.sub(" ", query).strip()[:MAX_CHARACTERS] if isinstance(query, str) else query


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802  the name Wagtail looks for
    """The search backend of the database in use, given only words."""
    backend = database_search_backend(params)
    engine = type(backend)
    backend.__class__ = type(f"WordsOnly{engine.__name__}", (WordsOnly, engine), {})
    return backend
