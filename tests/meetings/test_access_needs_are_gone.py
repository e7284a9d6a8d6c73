"""What people need is erased 14 days after the meeting, from everywhere that it could stand."""

import io
import re
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import Revision

from coprod_pages.mail.models import OutgoingMail
from coprod_pages.meetings.models import MeetingPage
from tests.factories import meeting
from tests.meetings.conftest import Guest

LIST = "/admin/coprod_pages/meetingregistration/"
NEEDS = "a violet armchair beside the samovar"


def tables_that_say(words: str) -> set[str]:
    """The names of all tables with a row that holds `words`, whatever the table is for."""
    return {
        model.__name__
        for model in apps.get_models(include_auto_created=True)
        if any(words in str(row) for row in model._base_manager.values_list())
    }


def exports(desk: Client) -> str:
    """What the secretary can take away, as text."""
    csv = b"".join(desk.get(f"{LIST}?export=csv")).decode()
    book = load_workbook(io.BytesIO(b"".join(desk.get(f"{LIST}?export=xlsx"))))
    return csv + str([list(sheet.values) for sheet in book])


def test_access_needs_are_gone_from_tables_revisions_mail_and_exports(
    guest: Guest, client: Client, secretary: Any, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "coprod_pages.mail.backend.OutboxBackend"
    client.force_login(secretary)
    page = meeting()
    guest.register(page, access_needs="something else first")
    link = re.search(r"(/attend/\S+/)", OutgoingMail.objects.latest("pk").text)[1]
    guest.client.post(link, {"attendance": "in-person", "access_needs": NEEDS})
    # What makes revisions and mail: the meeting moves while they are known, and is looked at.
    page.starts_at += timedelta(hours=1)
    page.ends_at += timedelta(hours=1)
    page.save_revision(user=secretary).publish()
    call_command("send_due_reminders", verbosity=0)

    assert OutgoingMail.objects.count() > 1 and Revision.objects.count() > 1
    assert NEEDS in exports(client)
    assert tables_that_say(NEEDS) == {"AccessNeeds"}, "only its own row ever holds it"

    def days_after_the_end(days: int) -> None:
        ended = timezone.now() - timedelta(days=days, minutes=1)
        MeetingPage.objects.filter(pk=page.pk).update(
            title=page.title, starts_at=ended - timedelta(hours=2), ends_at=ended
        )
        call_command("erase_expired_personal_data", verbosity=0)

    days_after_the_end(13)
    assert tables_that_say(NEEDS) == {"AccessNeeds"}
    days_after_the_end(14)
    assert tables_that_say(NEEDS) == tables_that_say("something else first") == set()
    assert NEEDS not in exports(client)
    assert "Ada Example" in exports(client), "the name is kept longer"
