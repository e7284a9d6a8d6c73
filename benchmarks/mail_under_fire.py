"""Mail when everything goes wrong: is each message that was accepted delivered, and once?

    DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres .venv/bin/python benchmarks/mail_under_fire.py

500 messages are queued by 8 processes, while two workers send them and are killed (SIGKILL) at
random, to a mail server that is away half of the time and else answers three in ten with "try
later" (451). Time goes faster here: pauses and leases are seconds instead of minutes. Printed is
how many were queued and delivered, and how many twice. Uses a new database, removed in the end.
"""

import asyncio
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import django
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[1]
MESSAGES, WRITERS, WORKERS = 500, 8, 2
AWAY_AND_BACK = 1.5  # seconds
LIFE_OF_A_WORKER = (1.5, 5.0)  # seconds, starting up included
NAME = "coprod_mail_under_fire"


class MailServer:
    """As much of SMTP as it takes to accept and to refuse a message."""

    def __init__(self) -> None:
        self.delivered: Counter[str] = Counter()
        self.ids: dict[str, set[str]] = {}
        # Whoever was told of these that they were taken said nothing more: killed, or cut off.
        self.died_with: Counter[str] = Counter()
        self.refused = 0
        self.is_away = False
        self.connections: set[asyncio.StreamWriter] = set()

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        if self.is_away:
            writer.close()
            return
        self.connections.add(writer)
        just_taken: set[str] = set()
        try:
            writer.write(b"220 here\r\n")
            while line := await reader.readline():
                just_taken.clear()
                word = line.split(b" ")[0].strip().upper()
                if word == b"DATA":
                    writer.write(b"354 go on\r\n")
                    raw = await reader.readuntil(b"\r\n.\r\n")
                    writer.write(self.answer(raw.decode(), just_taken))
                else:
                    writer.write(b"221 bye\r\n" if word == b"QUIT" else b"250 well\r\n")
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self.died_with.update(just_taken)
            self.connections.discard(writer)
            writer.close()

    def answer(self, raw: str, just_taken: set[str]) -> bytes:
        """Take the message or not."""
        if random.random() < 0.3:
            self.refused += 1
            return b"451 try later\r\n"
        subject = re.search(r"^Subject: (.+?)\r$", raw, re.MULTILINE).group(1)
        self.delivered[subject] += 1
        just_taken.add(subject)
        identity = re.search(r"^Message-ID:\s+(\S+)", raw, re.MULTILINE).group(1)
        self.ids.setdefault(subject, set()).add(identity)
        return b"250 taken\r\n"

    def twice_without_a_cause(self) -> int:
        """How many came again although whoever sent them lived to write down that they were."""
        return sum(count - 1 > self.died_with[each] for each, count in self.delivered.items())

    async def come_and_go(self) -> None:
        """Half of the time nobody is there, and whoever talks is cut off."""
        while True:
            await asyncio.sleep(AWAY_AND_BACK)
            self.is_away = not self.is_away
            if self.is_away:
                for writer in list(self.connections):
                    writer.transport.abort()


def start(job: str, port: int, *more: str) -> subprocess.Popen:
    """This script again, in a process of its own."""
    environment = {**os.environ, "MAIL_PORT": str(port)}
    command = [sys.executable, __file__, job, *more]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet)  # noqa: S603  ours


def set_up() -> None:
    """Django, with the outbox, and a mail server of ours."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coprod_site.settings.dev")
    from django.conf import settings

    settings.COPROD_MAIL_TRANSPORT = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_TIMEOUT = "127.0.0.1", 2
    settings.EMAIL_PORT = int(os.environ.get("MAIL_PORT", 0))
    django.setup()


def write(first: int, last: int) -> None:
    """Queue messages, each in a transaction of its own; half of the transactions fail."""
    set_up()
    from django.core.mail import send_mail
    from django.db import transaction

    for number in range(first, last):
        for is_kept in (False, True):
            with transaction.atomic():
                said = f"Message {number}" if is_kept else f"Taken back {number}"
                send_mail(said, "words", None, [f"person{number}@example.org"])
                transaction.set_rollback(not is_kept)


def work() -> None:
    """Send, with pauses and a lease of seconds."""
    set_up()
    from coprod_pages.mail import sending

    sending.LEASE = timedelta(seconds=8)
    sending.PAUSES = [timedelta(seconds=seconds) for seconds in (0.5, 1, 2, *([3] * 20))]
    call_command("send_queued_mail", "--forever", "--pause", "0.1")


async def measure() -> dict[str, Any]:
    """Everything at once, until nothing waits any more."""
    from asgiref.sync import sync_to_async

    from coprod_pages.mail.models import OutgoingMail, State

    mail_server = MailServer()
    server = await asyncio.start_server(mail_server.talk, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    weather = asyncio.create_task(mail_server.come_and_go())
    bounds = [MESSAGES * number // WRITERS for number in range(WRITERS + 1)]
    writers = [
        start("write", port, str(first), str(last))
        for first, last in zip(bounds, bounds[1:], strict=False)
    ]
    workers: list[tuple[subprocess.Popen, float]] = []
    kills, begun = 0, time.monotonic()
    waiting = OutgoingMail.objects.filter(state__in=[State.WAITING, State.SENDING])
    while any(each.poll() is None for each in writers) or await sync_to_async(waiting.exists)():
        now = time.monotonic()
        for worker, end in list(workers):
            if now > end or worker.poll() is not None:
                kills += worker.poll() is None
                worker.kill()
                worker.wait()
                workers.remove((worker, end))
        while len(workers) < WORKERS:
            workers.append((start("work", port), now + random.uniform(*LIFE_OF_A_WORKER)))
        await asyncio.sleep(0.05)
    for worker, _end in workers:
        worker.terminate()
        worker.wait()
    weather.cancel()
    server.close()
    wanted = {f"Message {number}" for number in range(MESSAGES)}
    twice = {subject for subject, count in mail_server.delivered.items() if count > 1}
    return {
        "queued": await sync_to_async(OutgoingMail.objects.count)(),
        "marked as sent": await sync_to_async(
            OutgoingMail.objects.filter(state=State.SENT).count
        )(),
        "delivered": len(wanted & set(mail_server.delivered)),
        "delivered but taken back": len(set(mail_server.delivered) - wanted),
        "delivered twice": len(twice),
        "of these without a death in between": mail_server.twice_without_a_cause(),
        "of these with another Message-ID": sum(len(mail_server.ids[each]) > 1 for each in twice),
        "refused with 451": mail_server.refused,
        "workers killed": kills,
        "writers that failed": sum(each.returncode != 0 for each in writers),
        "seconds": round(time.monotonic() - begun),
    }


def main() -> None:
    """A new database, the measurement, and the figures."""
    given = os.environ.get("DATABASE_URL", "sqlite:")
    with tempfile.TemporaryDirectory() as folder:
        if given.startswith("sqlite"):
            os.environ["DATABASE_URL"] = f"sqlite:///{folder}/mail.sqlite3"
        else:
            import psycopg

            psycopg.connect(given, autocommit=True).execute(f"CREATE DATABASE {NAME}")
            os.environ["DATABASE_URL"] = f"{given.rsplit('/', 1)[0]}/{NAME}"
        try:
            set_up()
            from django.db import connection

            call_command("migrate", verbosity=0)
            print(connection.vendor)
            for name, figure in asyncio.run(measure()).items():
                print(f"  {name:<34}{figure:>6}")
        finally:
            if not given.startswith("sqlite"):
                psycopg.connect(given, autocommit=True).execute(
                    f"DROP DATABASE {NAME} WITH (FORCE)"
                )


if __name__ == "__main__":
    if sys.argv[1:2] == ["write"]:
        write(int(sys.argv[2]), int(sys.argv[3]))
    elif sys.argv[1:2] == ["work"]:
        work()
    else:
        main()
