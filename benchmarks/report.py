"""The tables: times at each size, and the ratios that are to be reached."""

import json
import os
import platform
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

Results = dict[str, dict[str, Any]]
LARGE, MIDDLE, SMALL = 100_000, 10_000, 1000


def markdown(folder: Path) -> str:
    """All tables of the last run."""
    results = {path.stem: json.loads(path.read_text()) for path in sorted(folder.glob("*.json"))}
    parts = [machine(results), goals(results)]
    for engine in ("sqlite", "postgresql"):
        sizes = sorted(found["size"] for key, found in results.items() if key.startswith(engine))
        if sizes:
            parts += [times(results, engine, sizes), beside_wagtail(results, engine, sizes)]
    if output := results.get("cached", {}).get("output"):
        parts.append(f"## A cached page\n\n```\n{output.strip()}\n```\n")
    return "\n".join(parts)


def machine(results: Results) -> str:
    """What it was measured on; no names."""
    import django
    import wagtail

    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    versions = [
        f"Python {platform.python_version()}",
        f"Django {django.__version__}",
        f"Wagtail {wagtail.__version__}",
        f"SQLite {sqlite3.sqlite_version}",
    ]
    for key, found in results.items():
        if key.startswith("postgresql"):
            versions.append(f"PostgreSQL {found['server']}")
            break
    return f"{os.cpu_count()} processor cores, {memory:.0f} GB of memory; {', '.join(versions)}.\n"


def times(results: Results, engine: str, sizes: list[int]) -> str:
    """Median and 95th percentile for each kind of request, and of the work."""
    head = "".join(f" {size:,} |" for size in sizes)
    lines = [
        f"## {NAMES[engine]}: every kind of request, not cached\n",
        "Milliseconds: median / 95th percentile of waiting (median of work in this process).\n",
        f"| request |{head}",
        "|---|" + "---|" * len(sizes),
    ]
    of = [results[f"{engine}-{size}"] for size in sizes]
    for name in of[-1]["ours"]:
        cells = [cell(found["ours"].get(name, {}).get("cold")) for found in of]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    for name in of[-1]["publishing"]:
        cells = [cell(found["publishing"].get(name)) for found in of]
        lines.append(f"| publish one: {name} | {' | '.join(cells)} |")
    memories = " | ".join(f"{found['memory']:.0f} MB" for found in of)
    lines.append(f"| memory of a worker after {300} requests | {memories} |")
    return "\n".join(lines) + "\n"


def beside_wagtail(results: Results, engine: str, sizes: list[int]) -> str:
    """What plain Wagtail needed in the same run."""
    head = "".join(f" {size:,} |" for size in sizes)
    lines = [
        f"## {NAMES[engine]}: the same words through Wagtail’s own search\n",
        f"| baseline |{head}",
        "|---|" + "---|" * len(sizes),
    ]
    of = [results[f"{engine}-{size}"] for size in sizes]
    for name in of[0]["baselines"]:
        cells = [cell(found["baselines"].get(name)) for found in of]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def cell(found: dict[str, float] | None) -> str:
    """Times as a table has them."""
    if not found:
        return "not measured"
    return f"{found['median']:,.1f} / {found['p95']:,.1f} ({found['cpu']:,.1f})"


NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def goals(results: Results) -> str:
    """Each ratio with its goal, and whether it is reached."""
    lines = [
        "## The ratios\n",
        "On SQLite by work in the process, which depends less on who else uses the machine; on "
        "PostgreSQL by waiting.\n",
        "| figure | goal | measured | |",
        "|---|---|---|---|",
    ]
    for name, goal, at_least, find in GOALS:
        try:
            value = find(results)
        except (KeyError, TypeError, ValueError, ZeroDivisionError):
            value = None
        asked = "–" if goal is None else f"{'≥' if at_least else '≤'} {goal:g}"
        measured = "not measured" if value is None else f"{value:.3g}"
        lines.append(f"| {name} | {asked} | {measured} | {reached(value, goal, at_least)} |")
    return "\n".join(lines) + "\n"


def reached(value: float | None, goal: float | None, at_least: bool) -> str:
    """Whether a goal is reached, in words; empty where there is none, or nothing was measured."""
    if value is None or goal is None:
        return ""
    is_reached = value >= goal if at_least else value <= goal
    return "reached" if is_reached else "**not reached**"


def ours(engine: str, size: int, name: str) -> Callable[[Results], float]:
    """One of our own times."""
    return lambda results: figure(engine, results[f"{engine}-{size}"]["ours"][name]["cold"])


def base(engine: str, size: int, name: str) -> Callable[[Results], float]:
    """The time of a baseline."""
    return lambda results: figure(engine, results[f"{engine}-{size}"]["baselines"][name])


def publishing(engine: str, size: int, name: str) -> Callable[[Results], float]:
    """What publishing one costs."""
    return lambda results: figure(engine, results[f"{engine}-{size}"]["publishing"][name])


def figure(engine: str, found: dict[str, float]) -> float:
    """The time that can be compared."""
    return found["cpu" if engine == "sqlite" else "median"]


def ratio(
    over: Callable[[Results], float], under: Callable[[Results], float]
) -> Callable[[Results], float]:
    """One divided by the other."""
    return lambda results: over(results) / under(results)


def most_queries(results: Results) -> int:
    """The most SQL queries that any search made, at any size."""
    return max(max(found["queries"].values()) for key, found in results.items() if "-" in key)


def rebuild(results: Results) -> float:
    """Our rebuild by Wagtail's."""
    found = results["sqlite-10000"]["rebuilds"]
    return found["ours"]["cpu"] / found["update_index"]["cpu"]


def more_memory(results: Results) -> float:
    """How much more a worker needs at the largest size."""
    engines = [e for e in NAMES if f"{e}-{LARGE}" in results]
    return max(
        results[f"{e}-{LARGE}"]["memory"] - results[f"{e}-{SMALL}"]["memory"] for e in engines
    )


def last_number(text: str) -> float | None:
    """The last number of a text."""
    numbers = re.findall(r"\d+\.\d+", text)
    return float(numbers[-1]) if numbers else None


def growth(engine: str, name: str) -> Callable[[Results], float]:
    """How much longer it takes at 100,000 than at 1,000."""
    return ratio(ours(engine, LARGE, name), ours(engine, SMALL, name))


def against_wagtail(engine: str, size: int, name: str) -> Callable[[Results], float]:
    """Ours with filters and all counts by plain Wagtail's search for the same words."""
    return ratio(ours(engine, size, f"{name}, 2 filters"), base(engine, size, name))


TWO = "mid word, 2 filters"
COMMON = "very common word"
LAST, FIRST = "listing, last page", "listing, first page"
# A faceted search is words and two filters, as it was when the goals were set. Without filters
# there are more case studies to compare and to show, so it is given beside it, without a goal.
GOALS: list[tuple[str, float | None, bool, Callable[[Results], float]]] = [
    ("faceted search, a very common word and two filters, ÷ plain Wagtail search, SQLite 10,000",
     0.005, False, against_wagtail("sqlite", MIDDLE, COMMON)),
    ("the same without filters", None, False,
     ratio(ours("sqlite", MIDDLE, COMMON), base("sqlite", MIDDLE, COMMON))),
    ("faceted search, a very common word and two filters, ÷ plain Wagtail search, SQLite 1,000",
     0.05, False, against_wagtail("sqlite", SMALL, COMMON)),
    ("the same without filters", None, False,
     ratio(ours("sqlite", SMALL, COMMON), base("sqlite", SMALL, COMMON))),
    ("two filters ÷ grouped facets through Wagtail, PostgreSQL 100,000", 0.25, False,
     ratio(ours("postgresql", LARGE, TWO), base("postgresql", LARGE, "grouped facets, 2 filters"))),
    ("very common word ÷ plain Wagtail search, PostgreSQL 100,000", 0.05, False,
     ratio(ours("postgresql", LARGE, COMMON), base("postgresql", LARGE, COMMON))),
    ("filtered, 100,000 ÷ 1,000, SQLite", 20, False, growth("sqlite", TWO)),
    ("filtered, 100,000 ÷ 1,000, PostgreSQL", 20, False, growth("postgresql", TWO)),
    ("rare word, 100,000 ÷ 1,000, SQLite", 6, False, growth("sqlite", "rare word")),
    ("rare word, 100,000 ÷ 1,000, PostgreSQL", 6, False, growth("postgresql", "rare word")),
    ("last listing page ÷ first, SQLite 100,000", 1.1, False,
     ratio(ours("sqlite", LARGE, LAST), ours("sqlite", LARGE, FIRST))),
    ("last listing page ÷ first, PostgreSQL 100,000", 1.1, False,
     ratio(ours("postgresql", LARGE, LAST), ours("postgresql", LARGE, FIRST))),
    ("case study page, 100,000 ÷ 1,000, SQLite", 1.2, False, growth("sqlite", "case study")),
    ("case study page, 100,000 ÷ 1,000, PostgreSQL", 1.2, False,
     growth("postgresql", "case study")),
    ("SQL queries for a listing with all facets, the most at any size", 10, False, most_queries),
    ("cached page ÷ the same bytes from WhiteNoise, requests a second", 0.8, True,
     lambda results: results["cached"]["ratio"]),
    ("publish one, our part, 100,000 ÷ 1,000, SQLite", 2, False,
     ratio(publishing("sqlite", LARGE, "our part"), publishing("sqlite", SMALL, "our part"))),
    ("publish one, our part, 100,000 ÷ 1,000, PostgreSQL", 2, False,
     ratio(publishing("postgresql", LARGE, "our part"),
           publishing("postgresql", SMALL, "our part"))),
    ("our index anew ÷ `update_index`, SQLite 10,000", 0.1, False, rebuild),
    ("case study page over the wire, kB", 30, False,
     lambda results: max(
         found["case study bytes"]["total"] for key, found in results.items() if "-" in key
     ) / 1000),
    ("memory of a worker, 100,000 minus 1,000, MB", 150, False, more_memory),
]  # fmt: skip
