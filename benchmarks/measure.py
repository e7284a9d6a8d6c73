"""Measures one database, in a process of its own, and prints what it found as JSON.

    DATABASE_URL=… .venv/bin/python benchmarks/measure.py 1000

Requests go through the whole site in this process, without the page cache. Cold: the sets of
words that a worker remembers are forgotten before each request; warm: the same request again.
"""

import json
import logging
import os
import sys
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.test import Client

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

NUMBER = int(os.environ.get("BENCH_REQUESTS", "25"))  # different requests of each kind
LONGEST = 40.0  # seconds for all requests of one kind
BASELINE_LONGEST = 60.0
PLAIN_WORDS = ("rare word", "mid word", "two words", "very common word")
TWO_FILTERS = {"borough": "hackney", "theme": "housing"}


def main(size: int) -> None:
    """Measure, and print."""
    import django

    django.setup()
    logging.disable(logging.WARNING)
    from django.conf import settings

    settings.PAGE_CACHE = False
    results: dict[str, Any] = {"size": size, "vendor": vendor(), "ours": {}, "baselines": {}}
    asked = kinds_of_requests(size)
    pages_of_the_site(results["ours"], size)
    our_searches(results["ours"], asked)
    results["queries"] = queries_of_a_listing(asked)
    results["case study bytes"] = bytes_of_a_case_study()
    from benchmarks import publishing
    from benchmarks.queries import address

    results["publishing"] = publishing.measure()
    plain_wagtail(results["baselines"], asked, size)
    results["paths"] = ["/", *(address(r) for requests in asked.values() for r in requests)]
    results["server"] = server()
    print(json.dumps(results))


def say(text: str) -> None:
    """What is being done, for whoever waits."""
    print(text, file=sys.stderr, flush=True)


def vendor() -> str:
    """Which database this is."""
    from django.db import connection

    return connection.vendor


def server() -> str:
    """The version of PostgreSQL; empty without one."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return ""
    return f"{connection.pg_version // 10000}.{connection.pg_version % 10000}"


def kinds_of_requests(size: int) -> dict[str, list[dict[str, str]]]:
    """What will be asked."""
    from benchmarks.queries import searches

    return searches(size, NUMBER)


@cache
def visitor() -> "Client":
    """A visitor of the site. One for all requests: making one loads all middleware, as a server
    does when it starts, not at each request.
    """
    from django.test import Client

    return Client(HTTP_HOST="localhost")


def get(path: str) -> bytes:
    """The answer of the site to somebody who comes for the first time; it has to be a page."""
    client = visitor()
    client.cookies.clear()
    response = client.get(path)
    if response.status_code != 200:
        raise RuntimeError(f"{path} answered {response.status_code}")
    return b"".join(response.streaming_content) if response.streaming else response.content


def forget() -> None:
    """Forget the sets and orders that were asked for lately."""
    from coprod_pages.compendium.catalogue import current

    current().remembered.clear()


def our_searches(into: dict[str, Any], asked: dict[str, list[dict[str, str]]]) -> None:
    """Each kind of search, cold and warm."""
    from benchmarks.queries import address
    from benchmarks.timing import times_of

    for name, requests in asked.items():
        calls = [lambda r=r: get(address(r)) for r in requests]
        calls = calls * max(1, 9 // len(calls))
        cold = times_of(calls, forget, LONGEST)
        calls[0]()
        warm = times_of([calls[0]] * 9)
        into[name] = {"cold": asdict(cold), "warm": asdict(warm)}
        say(f"{name}: {cold.median:.1f} ms ({cold.cpu:.1f} of work), again {warm.cpu:.1f}")


def pages_of_the_site(into: dict[str, Any], size: int) -> None:
    """One of each kind of page, and the first, a deep and the last page of the list."""
    from benchmarks.timing import times_of
    from coprod_pages.case_studies.models import CaseStudyPage
    from coprod_pages.conf import CASE_STUDIES_PER_PAGE

    paths = list(
        CaseStudyPage.objects.live().values_list("url_path", flat=True)[: size : size // 20]
    )
    paths = [f"/{path.split('/', 2)[2]}" for path in paths]
    last = -(-CaseStudyPage.objects.visible_to_public().count() // CASE_STUDIES_PER_PAGE.get())
    kinds = {
        "home": ["/"],
        "case study": paths,
        "listing, first page": ["/compendium/"],
        "listing, page in the middle": [f"/compendium/?page={last // 2}"],
        "listing, last page": [f"/compendium/?page={last}"],
        "site-wide search": ["/search/?query=community", "/search/?query=allotments"],
    }
    if size <= 10_000:
        kinds["feed"] = ["/compendium/feed/"]  # all of them, streamed: a minute for 100,000
    for name, addresses in kinds.items():
        calls = [lambda a=a: get(a) for a in addresses] * (1 + 15 // len(addresses))
        calls[0]()
        cold = times_of(calls, forget, LONGEST)
        warm = times_of(calls, at_most=LONGEST)
        into[name] = {"cold": asdict(cold), "warm": asdict(warm)}
        say(f"{name}: {cold.median:.1f} ms ({cold.cpu:.1f} of work), again {warm.cpu:.1f}")


def queries_of_a_listing(asked: dict[str, list[dict[str, str]]]) -> dict[str, int]:
    """How many SQL queries the dearest request of each kind makes."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from benchmarks.queries import address

    numbers = {}
    for name, requests in asked.items():
        most = 0
        for request in requests[:5]:
            forget()
            with CaptureQueriesContext(connection) as captured:
                get(address(request))
            most = max(most, len(captured))
        numbers[name] = most
    return numbers


def bytes_of_a_case_study() -> dict[str, int]:
    """What a visitor's first case study sends over the wire: HTML and style sheets, compressed."""
    import gzip
    import re

    from django.contrib.staticfiles import finders
    from django.test import Client

    from coprod_pages.case_studies.models import CaseStudyPage

    sizes = []
    for page in CaseStudyPage.objects.live()[:40]:
        client = Client(HTTP_HOST="localhost", HTTP_ACCEPT_ENCODING="gzip")
        response = client.get(f"/{page.url_path.split('/', 2)[2]}")
        html = gzip.decompress(response.content).decode()
        linked = re.findall(r'(?:href|src)="/static/([^"]+\.(?:css|js|woff2|svg))', html)
        static = 0
        for name in set(linked):
            found = finders.find(name)
            data = Path(found).read_bytes() if found else b""
            static += len(data) if name.endswith("woff2") else len(gzip.compress(data))
        sizes.append((len(response.content), static))
    sizes.sort()
    html, static = sizes[len(sizes) // 2]
    return {"html": html, "static": static, "total": html + static}


def plain_wagtail(into: dict[str, Any], asked: dict[str, list[dict[str, str]]], size: int) -> None:
    """The same words through Wagtail's own search, and its own listing."""
    from benchmarks import baselines
    from benchmarks.timing import times_of

    into["listing, first page"] = asdict(times_of([lambda: baselines.listing(1)] * 9))
    into["listing, last page"] = asdict(times_of([lambda: baselines.listing(0)] * 9))
    if vendor() == "sqlite" and size > 10_000:
        return  # minutes for one search: it takes time by the square of what is found
    baselines.prepare()
    say("filling Wagtail’s index …")
    baselines.fill_index()
    quick = 9 if vendor() == "postgresql" or size <= 1000 else 3
    for name in PLAIN_WORDS:
        texts = [request["q"] for request in asked[name][:quick]]
        calls = [lambda t=t: baselines.search(t) for t in texts]
        into[name] = asdict(times_of(calls, at_most=BASELINE_LONGEST))
        say(f"plain Wagtail, {name}: {into[name]['median']:.1f} ms ({into[name]['cpu']:.1f})")
    texts = [request["q"] for request in asked["mid word, 2 filters"][:quick]]
    for name, of in (
        ("grouped facets, 2 filters", baselines.grouped_facets),
        ("a query for each facet value, 2 filters", baselines.single_facets),
    ):
        calls = [lambda t=t, of=of: of(t, TWO_FILTERS) for t in texts]
        into[name] = asdict(times_of(calls, at_most=BASELINE_LONGEST))
        say(f"{name}: {into[name]['median']:.1f} ms ({into[name]['cpu']:.1f})")


if __name__ == "__main__":
    main(int(sys.argv[1]))
