"""How well the search answers the golden queries: our own records, queries and judgments.

Run by `test_golden_queries.py`, and printed by `make bench`.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.http import QueryDict

from coprod_pages.compendium.selection import Selection

FOLDER = Path(__file__).parent
FIRST_TEN = 10


@dataclass
class Figures:
    """What came out: shares between 0 and 1, and the queries that went wrong."""

    asked: int = 0
    right_first: int = 0
    recalls: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def first(self) -> float:
        """The share of queries with a right answer in the first place."""
        return self.right_first / self.asked

    @property
    def recall(self) -> float:
        """The mean share of the relevant records that are among the first ten."""
        return sum(self.recalls) / len(self.recalls)


def read(name: str) -> list[dict[str, Any]]:
    """The records or the queries."""
    return json.loads((FOLDER / f"{name}.json").read_text())


def answers(query: str, names: dict[int, str]) -> list[str]:
    """The names of the records that `query` finds, in order."""
    parameters = QueryDict(mutable=True)
    parameters["q"] = query
    return [names[page_id] for page_id in Selection(parameters).page_ids if page_id in names]


def measure(queries: list[dict[str, Any]], names: dict[int, str]) -> Figures:
    """Ask all `queries`; `names` says which record each page is."""
    figures = Figures()
    for query in queries:
        found = answers(query["query"], names)
        never = sorted(set(query.get("never", [])) & set(found))
        if never:
            figures.wrong.append(f"{query['query']}: never {', '.join(never)}")
        if "best" not in query:
            continue
        figures.asked += 1
        right = bool(found) and found[0] in query["best"]
        figures.right_first += right
        ten = set(found[:FIRST_TEN])
        figures.recalls.append(len(ten & set(query["relevant"])) / len(query["relevant"]))
        if not right:
            first = found[0] if found else "nothing"
            figures.wrong.append(f"{query['query']} ({query['kind']}): first {first}")
    return figures
