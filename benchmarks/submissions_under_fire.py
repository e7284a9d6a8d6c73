"""Examples sent by many at once while mail goes wrong: is each kept, and confirmed by one mail?

    DATABASE_URL=sqlite: .venv/bin/python benchmarks/submissions_under_fire.py 500
    DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres .venv/bin/python …

So many people go through the whole form, 16 at a time, and press the last button twice. The mail
server is away half of the time and else refuses three in ten; mail workers and web workers are
killed (SIGKILL) at random. Who gets no answer presses the button again, as people do. Printed: how
many were accepted, kept and mailed, how many of these more than once (a mail worker that dies between
the mail server's yes and writing it down leaves one to be sent again) and how many of those without
such a death, and how many were accepted and are not there. Uses a new database, removed in the end.
"""

import asyncio
import contextlib
import http.client
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings_under_fire"
os.environ.setdefault("PYTHONPATH", str(ROOT))
NAME = "coprod_submissions_under_fire"
AT_ONCE, WORKERS, WEB_WORKERS = 16, 2, 3
LIFE_OF_A_WEB_WORKER = (4.0, 10.0)  # seconds between two kills
started: list[subprocess.Popen] = []
TRIES = 60
FIRST = {"organisation": "A group", "reach": "boroughs", "boroughs": "hackney"}
STORY = {"need": "A need.", "story": "A story.", "worked": "This.", "did_not_work": "That."}
YOU = {"people": "nobody", "naming": "named", "name": "N", "consents": "website"}


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Where an answer leads is looked at, and not followed."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


def ask(address: str, data: dict[str, str] | None = None) -> tuple[int, str, str]:
    """Status, where it leads, and the page."""
    body = urlencode(data).encode() if data is not None else None
    opener = urllib.request.build_opener(NoRedirect)
    try:
        with opener.open(urllib.request.Request(address, body), timeout=60) as answer:  # noqa: S310
            return answer.status, "", answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers.get("Location", ""), ""


def ask_until_answered(
    address: str, data: dict[str, str] | None, statuses: Counter[int]
) -> tuple[int, str, str]:
    """The same again while nobody answers; what got no answer is counted as 0."""
    for _try in range(TRIES):
        try:
            answer = ask(address, data)
        except (OSError, http.client.HTTPException):
            statuses[0] += 1
            time.sleep(0.5)
        else:
            statuses[answer[0]] += 1
            return answer
    raise RuntimeError("Nobody answered.")


def send_one(site: str, number: int, statuses: Counter[int]) -> bool:
    """Go through the form; whether the example was accepted."""

    def step(address: str, data: dict[str, str] | None = None) -> tuple[int, str, str]:
        return ask_until_answered(address, data, statuses)

    _status, _to, page = step(f"{site}/contribute/start/")
    key = re.search(r'name="form_key" value="([^"]+)"', page).group(1)
    first = {**FIRST, "title": f"Example {number}", "summary": "In short.", "form_key": key}
    _status, to, _page = step(f"{site}/contribute/start/", first)
    own = f"{site}{re.match(r'/contribute/[^/]+/', to).group()}"
    step(f"{own}story/", STORY)
    step(f"{own}you/", {**YOU, "email": address_of(number)})
    status, to, _page = step(f"{own}check/", {})
    step(f"{own}check/", {})
    return status == 302 and own.endswith(to)


def address_of(number: int) -> str:
    """The address of one of them."""
    return f"person{number}@example.org"


async def kill_web_workers(web: subprocess.Popen, killed: list[int]) -> None:
    """Every few seconds one that is at work, without a word."""
    while True:
        await asyncio.sleep(random.uniform(*LIFE_OF_A_WEB_WORKER))
        said = Path(f"/proc/{web.pid}/task/{web.pid}/children").read_text()
        workers = [int(pid) for pid in said.split()]
        if workers:
            killed.append(random.choice(workers))
            with contextlib.suppress(ProcessLookupError):
                os.kill(killed[-1], signal.SIGKILL)


def start(port: int, *command: str) -> subprocess.Popen:
    """One of our own processes, with the mail server at `port`."""
    environment = {**os.environ, "MAIL_PORT": str(port)}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(  # noqa: S603  ours
        [sys.executable, *command], env=environment, cwd=ROOT, stdout=quiet, stderr=quiet
    )
    started.append(process)
    return process


def work() -> None:
    """A mail worker whose pauses and leases are seconds."""
    from benchmarks import mail_under_fire

    mail_under_fire.work()


async def measure(number: int) -> dict[str, Any]:
    """Everything at once, until nothing waits any more."""
    from asgiref.sync import sync_to_async

    from benchmarks.mail_under_fire import LIFE_OF_A_WORKER, MailServer
    from coprod_pages.contributions.models import Contribution
    from coprod_pages.mail.models import OutgoingMail, State

    mail_server = MailServer()
    server = await asyncio.start_server(mail_server.talk, "127.0.0.1", 0)
    mail_port = server.sockets[0].getsockname()[1]
    weather = asyncio.create_task(mail_server.come_and_go())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--bind", f"127.0.0.1:{port}", "--workers", str(WEB_WORKERS)]
    options += ["--threads", "4"]
    web = start(mail_port, "-m", "gunicorn", "coprod_site.wsgi", *options)
    site, statuses = f"http://127.0.0.1:{port}", Counter()
    await asyncio.to_thread(wait_for, f"{site}/healthz/")
    begun, killed = time.monotonic(), []
    killer = asyncio.create_task(kill_web_workers(web, killed))
    pool = ThreadPoolExecutor(AT_ONCE)
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(pool, send_one, site, n, statuses) for n in range(number)]
    workers: list[tuple[subprocess.Popen, float]] = []
    kills, took = 0, 0.0
    waiting = OutgoingMail.objects.filter(state__in=[State.WAITING, State.SENDING])
    while not all(job.done() for job in jobs) or await sync_to_async(waiting.exists)():
        now = time.monotonic()
        took = took or (now - begun if all(job.done() for job in jobs) else 0.0)
        for worker, end in list(workers):
            if now > end:
                kills += worker.poll() is None
                worker.kill()
                worker.wait()
                workers.remove((worker, end))
        while len(workers) < WORKERS:
            life = random.uniform(*LIFE_OF_A_WORKER) + 2
            workers.append((start(mail_port, __file__, "work"), now + life))
        await asyncio.sleep(0.05)
    for worker, _end in workers:
        worker.kill()
    killer.cancel()
    web.terminate()
    weather.cancel()
    server.close()
    accepted = {
        address_of(n) for n, job in enumerate(jobs) if job.exception() is None and job.result()
    }
    sent = Contribution.objects.filter(state="unconfirmed")
    kept = dict(await sync_to_async(list)(sent.values_list("email", "reference")))
    mailed = " ".join(mail_server.delivered)
    return {
        "accepted": len(accepted),
        "accepted and not kept": len(accepted - set(kept)),
        "accepted and not mailed": sum(kept.get(one, "none") not in mailed for one in accepted),
        "kept": await sync_to_async(sent.count)(),
        "begun and not sent": await sync_to_async(
            Contribution.objects.exclude(state="unconfirmed").count
        )(),
        "messages in the outbox": await sync_to_async(OutgoingMail.objects.count)(),
        "given up after many tries": await sync_to_async(
            OutgoingMail.objects.filter(state=State.FAILED).count
        )(),
        "delivered": len(mail_server.delivered),
        "delivered twice": sum(count > 1 for count in mail_server.delivered.values()),
        "without a death in between": mail_server.twice_without_a_cause(),
        "people whose form broke off": sum(job.exception() is not None for job in jobs),
        "answers of 500 and more": sum(n for status, n in statuses.items() if status >= 500),
        "requests": sum(statuses.values()),
        "refused by the mail server": mail_server.refused,
        "requests that got no answer": statuses[0],
        "mail workers killed": kills,
        "web workers killed": len(killed),
        "seconds until all were sent": round(took),
        "seconds until all were mailed": round(time.monotonic() - begun),
    }


def wait_for(address: str) -> None:
    """Until the site answers."""
    for _attempt in range(300):
        try:
            if ask(address)[0] == 200:
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise RuntimeError("The site did not start.")


def in_new_database(name: str, measured: Callable[[], Coroutine[Any, Any, dict[str, Any]]]) -> None:
    """Set up a database of that name, measure, print the figures, and remove it."""
    given = os.environ.get("DATABASE_URL", "sqlite:")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MEDIA_ROOT"] = f"{folder}/media"
        if given.startswith("sqlite"):
            os.environ["DATABASE_URL"] = f"sqlite:///{folder}/site.sqlite3"
        else:
            import psycopg

            psycopg.connect(given, autocommit=True).execute(f"CREATE DATABASE {name}")
            os.environ["DATABASE_URL"] = f"{given.rsplit('/', 1)[0]}/{name}"
        try:
            import django

            django.setup()
            from django.core.management import call_command
            from django.db import connection

            call_command("migrate", verbosity=0)
            with open(os.devnull, "w") as nowhere:
                call_command("setup_site", stdout=nowhere)
            print(connection.vendor)
            for label, figure in asyncio.run(measured()).items():
                print(f"  {label:<32}{figure:>7}")
        finally:
            # Also when it is broken off: a worker left behind would work in the next run too.
            for process in started:
                process.terminate()
            for process in started:
                process.wait()
            if not given.startswith("sqlite"):
                psycopg.connect(given, autocommit=True).execute(
                    f"DROP DATABASE {name} WITH (FORCE)"
                )


if __name__ == "__main__":
    if sys.argv[1:2] == ["work"]:
        work()
    else:
        many = int(sys.argv[1]) if len(sys.argv) > 1 else 500
        in_new_database(NAME, lambda: measure(many))
