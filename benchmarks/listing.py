"""How the public pages behave as the collection grows: queries and time, by ratio.

    make bench                     100 and then 400 case studies, SQLite
    .venv/bin/python benchmarks/listing.py 200 1000

Times depend on the machine and its load; compare the two columns of one run and no others.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

ADDRESSES = [
    ("home", "/"),
    ("compendium", "/compendium/"),
    ("a common word", "/compendium/?q=community"),
    ("three facets", "/compendium/?q=community&borough=hackney&theme=health&stage=need"),
    ("site search", "/search/?query=community"),
]
ROUNDS = 9


def main(sizes: list[int]) -> None:
    """Measure at each size and print one table."""
    folder = tempfile.mkdtemp()
    os.environ["DATABASE_URL"] = os.environ.get(
        "BENCH_DATABASE_URL", f"sqlite:///{folder}/bench.sqlite3"
    )
    os.environ["DJANGO_SETTINGS_MODULE"] = "coprod_site.settings.test"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("setup_site", verbosity=0, stdout=open(os.devnull, "w"))  # noqa: SIM115
    results, made = {}, 0
    for size in sizes:
        call_command("generate_case_studies", size - made, seed=size)
        made = size
        results[size] = {name: measure(address) for name, address in ADDRESSES}
    report(sizes, results)


def measure(address: str) -> tuple[int, float]:
    """Queries and the median of milliseconds for one address."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    times = []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        client.get(address)
        times.append((time.perf_counter() - start) * 1000)
    return len(captured), statistics.median(times)


def report(sizes: list[int], results: dict[int, dict[str, tuple[int, float]]]) -> None:
    """Print the table."""
    first, last = sizes[0], sizes[-1]
    print(f"{'':16}{'queries':>16}{'ms, median of ' + str(ROUNDS):>22}{'ratio':>8}")
    for name, _address in ADDRESSES:
        (few_queries, few), (many_queries, many) = results[first][name], results[last][name]
        print(
            f"{name:16}{f'{few_queries} → {many_queries}':>16}"
            f"{f'{few:.1f} → {many:.1f}':>22}{many / few:>8.2f}"
        )
    print(f"{first} case studies → {last}")


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100, 400])
