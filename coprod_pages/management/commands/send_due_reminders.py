"""Writes to people whose answer is due. Run it every day."""

from typing import Any

from django.core.management.base import BaseCommand

from ...contributions.reminding import ask_to_renew
from ...meetings.announcing import follow_all
from ...meetings.reminding import remind as remind_of_meetings
from ...sign_off.reminding import remind


class Command(BaseCommand):
    """`manage.py send_due_reminders`"""

    help = (
        "Remind contributors of the text that waits for their yes (after 7 and 21 days) and people "
        "of the meetings they registered for, and ask whether permissions that end within 60 days "
        "shall go on."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Reminded of a text: {remind()}")
        self.stdout.write(f"Told of changes of a meeting: {follow_all()}")
        self.stdout.write(f"Reminded of a meeting: {remind_of_meetings()}")
        self.stdout.write(f"Asked to renew a permission: {ask_to_renew()}")
