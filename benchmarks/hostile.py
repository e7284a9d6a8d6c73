"""Throws hostile input at every parameter of every public surface of the compendium.

    .venv/bin/python benchmarks/hostile.py 10000            inputs for each parameter
    .venv/bin/python benchmarks/hostile.py 500 --seed 7 --only /search/

Prints how many answers of which status each surface gave, and every input that brought an
error, markup or a wrong content type to light; ends with 1 if there was one. The database is
a new one of 12 case studies, or that of BENCH_DATABASE_URL, which has to be empty.
"""

import argparse
import collections
import os
import random
import sys
import tempfile
import time
from fnmatch import filter as names_like
from fnmatch import fnmatch
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

SLOW = 1.0  # seconds: an input that takes longer is told


def main() -> int:
    """Ask, and report. The number of complaints decides the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", type=int, default=2016)
    parser.add_argument("--only", default="*", help="only these paths, * for anything")
    parser.add_argument("--parameter", default="*", help="only these parameters, * for anything")
    given = parser.parse_args()
    prepare()
    from tests.hostile_input import PATHS, SURFACES

    wrong = 0
    for surface in [surface for surface in SURFACES if fnmatch(surface.path, given.only)]:
        for parameter in names_like(surface.parameters, given.parameter):
            wrong += throw_at(surface, parameter, given.number, given.seed)
    for pattern in [pattern for pattern in PATHS if fnmatch(pattern, given.only)]:
        wrong += throw_at_path(pattern, given.number, given.seed)
    print("nothing wrong" if not wrong else f"{wrong} WRONG")
    return bool(wrong)


def prepare() -> None:
    """A site with a few case studies."""
    folder = tempfile.mkdtemp()
    os.environ["DATABASE_URL"] = os.environ.get(
        "BENCH_DATABASE_URL", f"sqlite:///{folder}/hostile.sqlite3"
    )
    os.environ["DJANGO_SETTINGS_MODULE"] = "coprod_site.settings.test"
    import django

    django.setup()
    import logging

    from django.core.management import call_command

    logging.disable(logging.WARNING)  # each 404 and 400 would be a line
    with open(os.devnull, "w") as nowhere:
        call_command("migrate", verbosity=0)
        call_command("setup_site", verbosity=0, stdout=nowhere)
        call_command("generate_case_studies", 12, stdout=nowhere, stderr=nowhere)


def throw_at(surface: object, parameter: str, number: int, seed: int) -> int:
    """Hostile queries at one parameter."""
    from django.test import Client

    from tests.hostile_input import ask, complaints, hostile_query

    dice = random.Random(f"{seed} {surface.path} {parameter}")
    client = Client(raise_request_exception=False)
    queries = (hostile_query(dice, surface, parameter) for _ in range(number))
    answers = ((query, lambda query=query: ask(client, surface.path, query)) for query in queries)
    return report(f"{surface.path} {parameter}", answers, lambda r: complaints(surface, r))


def throw_at_path(pattern: str, number: int, seed: int) -> int:
    """Hostile addresses."""
    from django.test import Client

    from tests.hostile_input import Surface, ask, complaints, hostile_value

    dice = random.Random(f"{seed} {pattern}")
    client = Client(raise_request_exception=False)
    paths = (pattern.format(hostile_value(dice)) for _ in range(number))
    answers = ((path, lambda path=path: ask(client, path)) for path in paths)
    anything = Surface(pattern, [], "")
    return report(pattern, answers, lambda response: complaints(anything, response))


def report(name: str, answers: object, check: object) -> int:
    """Ask all of it, and print what came back."""
    statuses, wrong, slowest, started = collections.Counter(), 0, 0.0, time.perf_counter()
    for asked, answer in answers:
        begun = time.perf_counter()
        response = answer()
        found = check(response)
        taken = time.perf_counter() - begun
        slowest = max(slowest, taken)
        statuses[response.status_code] += 1
        if taken > SLOW:
            print(f"  SLOW {taken:.1f} s: {asked[:300]!r}")
        if found:
            wrong += 1
            print(f"  {', '.join(found)}: {asked[:600]!r}")
            if response.status_code >= 500 and getattr(response, "exc_info", None):
                print(f"    {response.exc_info[1]!r}"[:300])
    counts = ", ".join(f"{status}: {count}" for status, count in sorted(statuses.items()))
    total = time.perf_counter() - started
    print(f"{name:45} {counts:35} slowest {slowest * 1000:5.0f} ms, {total:5.0f} s", flush=True)
    return wrong


if __name__ == "__main__":
    sys.exit(main())
