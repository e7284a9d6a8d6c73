"""Many people register at once for a meeting with few places: is each place given once?

    DATABASE_URL=sqlite: .venv/bin/python benchmarks/registrations_under_fire.py 200 30
    DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres .venv/bin/python …

So many people open the form and press Register twice, 32 at a time, each tenth again under the
same address with a new form. Then half of those with a place cancel at once. Printed: who has a
place, whether the order of the waiting list is that of the registrations, and how many messages
each got. Uses a new database, removed in the end.
"""

import asyncio
import re
import socket
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.submissions_under_fire import ask, in_new_database, start, wait_for

AT_ONCE = 32


def register(form: str, number: int, statuses: Counter[int]) -> None:
    """Open the form and press the button twice; each tenth person does it all again."""
    for _again in range(2 if number % 10 == 0 else 1):
        page = ask(form)[2]
        key = re.search(r'name="form_key" value="([^"]+)"', page).group(1)
        time.sleep(3.1)  # what is sent within three seconds looks automatic
        said = {"name": f"P{number}", "email": f"person{number}@example.org", "form_key": key}
        for _press in range(2):
            statuses[ask(form, said)[0]] += 1


def counts(meeting: Any) -> dict[str, Any]:
    """How the registrations stand."""
    from coprod_pages.mail.models import OutgoingMail
    from coprod_pages.meetings.attending.models import MeetingRegistration

    rows = list(MeetingRegistration.objects.filter(meeting=meeting).order_by("queued_at", "pk"))
    active = [row for row in rows if row.is_active]
    states = [row.state for row in active]
    registered = OutgoingMail.objects.filter(about="registered").values_list("recipient", flat=True)
    return {
        "people": len({row.email_key for row in rows}),
        "rows": len(rows),
        "with a place": states.count("place"),
        "waiting": states.count("waiting"),
        "places given out of order": sum(
            earlier == "waiting" and later == "place"
            for earlier, later in zip(states, states[1:], strict=False)
        ),
        "told twice of a place": sum(number > 1 for number in Counter(registered).values()),
    }


async def measure(people: int, places: int) -> dict[str, Any]:
    """Register all, then let half of those with a place cancel."""
    from asgiref.sync import sync_to_async
    from django.utils import timezone

    from coprod_pages.meetings.attending.links import address
    from coprod_pages.meetings.attending.models import MeetingRegistration
    from coprod_pages.meetings.models import MeetingIndexPage, MeetingPage

    def prepare() -> MeetingPage:
        begins = timezone.now() + timedelta(days=9)
        page = MeetingPage(
            title="Few places",
            starts_at=begins,
            ends_at=begins + timedelta(hours=2),
            places_in_person=places,
        )
        MeetingIndexPage.objects.get().add_child(instance=page)
        page.save_revision().publish()
        return page

    meeting = await sync_to_async(prepare)()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--bind", f"127.0.0.1:{port}", "--workers", "2", "--threads", "8"]
    web = start(0, "-m", "gunicorn", "coprod_site.wsgi", *options)
    site, statuses = f"http://127.0.0.1:{port}", Counter()
    await asyncio.to_thread(wait_for, f"{site}/healthz/")
    form = f"{site}/working-group/meetings/{meeting.slug}/attend/"
    pool, loop = ThreadPoolExecutor(AT_ONCE), asyncio.get_running_loop()
    await asyncio.gather(
        *(loop.run_in_executor(pool, register, form, n, statuses) for n in range(people))
    )
    before = await sync_to_async(counts)(meeting)

    def links() -> list[str]:
        rows = MeetingRegistration.objects.with_place().order_by("pk")
        return [f"{site}{address(row)}" for row in rows[: places // 2]]

    def give_up(link: str) -> None:
        for _press in range(2):
            statuses[ask(link, {"cancel": "1"})[0]] += 1

    gone = await sync_to_async(links)()
    await asyncio.gather(*(loop.run_in_executor(pool, give_up, link) for link in gone))
    after = await sync_to_async(counts)(meeting)
    web.terminate()
    return {
        **{f"{name}": figure for name, figure in before.items()},
        "cancelled": len(gone),
        "with a place, afterwards": after["with a place"],
        "waiting, afterwards": after["waiting"],
        "out of order, afterwards": after["places given out of order"],
        "answers of 500 and more": sum(n for status, n in statuses.items() if status >= 500),
        "answers of 400 to 499": sum(n for status, n in statuses.items() if 400 <= status < 500),
        "requests": sum(statuses.values()),
    }


if __name__ == "__main__":
    people, places = (int(text) for text in (sys.argv[1:3] or ("200", "30")))
    in_new_database("coprod_registrations_under_fire", lambda: measure(people, places))
