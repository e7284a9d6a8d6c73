"""Throws hostile posts at the form for examples.

    .venv/bin/python benchmarks/hostile_forms.py 5000

Prints how many answers of which status each page gave and every post that broke something, lost
what was typed, or kept what should not be kept; ends with 1 if there was one.
"""

import collections
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


def main(number: int, seed: int = 2016) -> int:
    """Post, and report."""
    from benchmarks.hostile import prepare

    prepare()
    from django.conf import settings

    settings.COPROD_SENDINGS_PER_HOUR = 10**9
    from coprod_pages.public_forms import keys
    from tests.contributions.hostile_forms import complaints, new_visitor, posts

    keys.SHORTEST_TIME = -1
    somebody = new_visitor()
    pages, wrong, started = collections.Counter(), 0, time.perf_counter()
    for done, (page, data) in enumerate(posts(random.Random(seed), number)):
        pages[page] += 1
        found = complaints(somebody, page, data)
        if found:
            wrong += 1
            print(f"  {', '.join(found)}: {page} {str(data)[:200]!a}")
        if done % 50 == 49:
            somebody = new_visitor()
    print(", ".join(f"{page}: {count}" for page, count in sorted(pages.items())))
    print(f"{number} posts in {time.perf_counter() - started:.0f} s, {wrong} wrong")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000))
