"""A kept page beside a plain file of the same bytes, from the same server, in turns.

    .venv/bin/python benchmarks/page_cache.py

Starts gunicorn with one worker on a database of generated case studies (DATABASE_URL) and asks
with `wrk` where it is installed, else with a small client of our own, which takes longer for
each answer than the server does and so hides some of the difference. The last line is the
ratio: pages a second ÷ files a second.
"""

import contextlib
import http.client
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = "/compendium/"
FILE = "/same-bytes.html"
CONNECTIONS = 4
SECONDS = 4
ROUNDS = 3


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder, server(folder) as port:
        body, etag = fetch(port, PAGE)
        Path(folder, FILE.strip("/")).write_bytes(body)
    # The server finds its files when it starts.
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, FILE.strip("/")).write_bytes(body)
        with server(folder) as port:
            _body, etag = fetch(port, PAGE)
            if fetch(port, FILE)[0] != body:
                raise SystemExit("The file is not the page.")
            asked = {"page": (PAGE, ""), "file": (FILE, ""), "304": (PAGE, etag)}
            speeds: dict[str, list[float]] = {name: [] for name in asked}
            for _round in range(ROUNDS):
                for name, (path, known) in asked.items():
                    speeds[name].append(speed(port, path, known))
    medians = {name: statistics.median(found) for name, found in speeds.items()}
    print(f"{len(body):,} bytes, {CONNECTIONS} connections, asked with {client_name()}")
    print(f"a file from WhiteNoise        {medians['file']:8,.0f} a second")
    print(f"a kept page                   {medians['page']:8,.0f} a second")
    print(f"a kept page, not modified     {medians['304']:8,.0f} a second")
    print(f"not modified ÷ kept page      {medians['304'] / medians['page']:.2f}")
    print(f"kept page ÷ file              {medians['page'] / medians['file']:.2f}")


@contextlib.contextmanager
def server(static: str) -> Iterator[int]:
    """Gunicorn with one worker; its port."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "coprod_site.wsgi", "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(  # noqa: S603  our own command
        [*command, "--workers", "1", "--threads", "4", "--log-level", "error"],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
            "BENCH_FILES": static,
            "PAGE_CACHE": "true",
            "PYTHONPATH": str(ROOT),
        },
    )
    try:
        wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait(20)


def free_port() -> int:
    """A port that nobody listens to."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def wait_for(port: int) -> None:
    """Until the server answers. Raises `SystemExit` after a minute."""
    for _second in range(120):
        with contextlib.suppress(OSError, http.client.HTTPException):
            fetch(port, PAGE)
            return
        time.sleep(0.5)
    raise SystemExit("The server did not start.")


def fetch(port: int, path: str) -> tuple[bytes, str]:
    """The body and the ETag of an address."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path, headers={"Host": f"localhost:{port}"})
    response = connection.getresponse()
    body = response.read()
    if response.status != 200:
        raise SystemExit(f"{path}: {response.status}")
    return body, response.headers.get("ETag", "")


def client_name() -> str:
    """What asks."""
    return "wrk" if shutil.which("wrk") else "our own client"


def speed(port: int, path: str, etag: str) -> float:
    """Answers a second."""
    if shutil.which("wrk"):
        return _with_wrk(port, path, etag)
    counts = [0] * CONNECTIONS
    until = time.monotonic() + SECONDS
    threads = [
        threading.Thread(target=_ask, args=(port, path, etag, until, counts, number))
        for number in range(CONNECTIONS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / SECONDS


def _with_wrk(port: int, path: str, etag: str) -> float:
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", f"Host: localhost:{port}"]
    if etag:
        command += ["-H", f"If-None-Match: {etag}"]
    done = subprocess.run(  # noqa: S603  our own command
        [*command, f"http://127.0.0.1:{port}{path}"], check=True, capture_output=True, text=True
    )
    [line] = [line for line in done.stdout.splitlines() if line.startswith("Requests/sec")]
    return float(line.split()[1])


def _ask(port: int, path: str, etag: str, until: float, counts: list[int], number: int) -> None:
    headers = {"Host": f"localhost:{port}", **({"If-None-Match": etag} if etag else {})}
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    while time.monotonic() < until:
        connection.request("GET", path, headers=headers)
        connection.getresponse().read()
        counts[number] += 1


if __name__ == "__main__":
    main()
