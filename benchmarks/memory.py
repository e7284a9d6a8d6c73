"""The memory of one gunicorn worker after it has answered a mix of requests."""

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

from .databases import ROOT, environment

PATIENCE = 60  # seconds for the server to answer


def private_megabytes(process: int) -> float:
    """The memory that is the process's own, in MB."""
    text = Path(f"/proc/{process}/smaps_rollup").read_text()
    return sum(int(kilobytes) for kilobytes in re.findall(r"Private_\w+:\s+(\d+)", text)) / 1024


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def worker_memory(url: str, addresses: list[str]) -> float:
    """MB of a worker that has answered `addresses`, the page cache on as it is in life."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "coprod_site.wsgi", "--workers", "1"]
    server = subprocess.Popen(  # noqa: S603  our own commands
        [*command, "--bind", f"127.0.0.1:{port}", "--log-level", "error", "--timeout", "300"],
        cwd=ROOT,
        env={**environment(url), "PAGE_CACHE": "true"},
    )
    try:
        wait_for(port)
        for address in addresses:
            ask(port, address)
        children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
        return private_megabytes(int(children[0]))
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int) -> None:
    """Until the server answers."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return ask(port, "/healthz/")
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.3)


def ask(port: int, address: str) -> None:
    """One request; a page that is not there is an answer too."""
    with suppress(urllib.error.HTTPError):
        urllib.request.urlopen(f"http://127.0.0.1:{port}{address}", timeout=300).read()
