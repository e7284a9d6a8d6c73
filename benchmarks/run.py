"""Measures the site at several sizes and on both databases, beside plain Wagtail.

    make bench                                      1,000, 10,000 and 100,000, both databases
    make bench SIZES="1000 10000" DATABASES=sqlite  quicker
    make bench REPORT=only                          the tables of the last run again

BENCH_REQUESTS says how many different requests of each kind are made (25). The
databases are made once and kept in BENCH_DIR (var/bench), a few gigabytes for all. Where there
is no PostgreSQL at BENCH_POSTGRES_URL it is left out. The tables are printed and written to
BENCH_DIR/performance.md.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import databases, memory, report

MIX = 300  # requests before the memory of a worker is read


def main() -> None:
    """Measure what is asked for by the environment, and print."""
    sizes = [int(size) for size in os.environ.get("SIZES", "1000 10000 100000").split()]
    engines = os.environ.get("DATABASES", "sqlite postgresql").split()
    databases.FOLDER.mkdir(parents=True, exist_ok=True)
    if "postgresql" in engines and not databases.postgres_answers():
        print("There is no PostgreSQL: set BENCH_POSTGRES_URL.", file=sys.stderr)
        engines.remove("postgresql")
    if os.environ.get("REPORT") != "only":
        for engine in engines:
            for size in sizes:
                measure(engine, size)
        keep("cached", cached_pages(databases.prepared("sqlite", min(sizes))))
    text = report.markdown(databases.FOLDER / "results")
    (databases.FOLDER / "performance.md").write_text(text)
    print(text)


def measure(engine: str, size: int) -> None:
    """Everything about one database, each part in a process of its own."""
    url = databases.prepared(engine, size)
    print(f"== {engine}, {size}", file=sys.stderr, flush=True)
    found = output_of(url, "benchmarks/measure.py", str(size))
    found["memory"] = memory.worker_memory(url, mixed_addresses(found["paths"]))
    if size == 10_000:
        found["rebuilds"] = output_of(url, "benchmarks/publishing.py")
    keep(f"{engine}-{size}", found)


def mixed_addresses(paths: list[str]) -> list[str]:
    """So many of the addresses that were measured, all kinds of them."""
    step = max(1, len(paths) // MIX)
    return paths[::step][:MIX]


def output_of(url: str, *command: str) -> dict[str, Any]:
    """What a script of ours says as JSON."""
    done = subprocess.run(  # noqa: S603  our own commands
        [sys.executable, *command],
        cwd=databases.ROOT,
        env=databases.environment(url),
        check=True,
        stdout=subprocess.PIPE,
    )
    return json.loads(done.stdout.splitlines()[-1])


def cached_pages(url: str) -> dict[str, Any]:
    """What `page_cache.py` measures with a real server, if wrk or its like is there."""
    script = databases.ROOT / "benchmarks" / "page_cache.py"
    if not script.exists():
        return {}
    done = subprocess.run(  # noqa: S603  our own commands
        [sys.executable, str(script)],
        cwd=databases.ROOT,
        env={**databases.environment(url), "PAGE_CACHE": "true"},
        stdout=subprocess.PIPE,
        text=True,
    )
    return {"output": done.stdout, "ratio": report.last_number(done.stdout)}


def keep(name: str, found: dict[str, Any]) -> None:
    """Write down what was found, for the tables."""
    folder = databases.FOLDER / "results"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
