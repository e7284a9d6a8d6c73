"""Writes to people whose answer is due. Run it every day."""

from typing import Any

from django.core.management.base import BaseCommand

from ...contributions.ending import tell_of_ended
from ...contributions.reminding import ask_to_renew
from ...meetings.announcing import follow_all
from ...meetings.minutes.chasing import chase
from ...meetings.reminding import remind as remind_of_meetings
from ...sign_off.reminding import remind


class Command(BaseCommand):
    """`manage.py send_due_reminders`"""

    help = (
        "Remind contributors of the text that waits for their yes (after 7 and 21 days) and people "
        "of the meetings they registered for, ask the secretary for agendas (7 days before) and "
        "minutes (7 days after) that are missing, ask whether permissions that end within 60 days "
        "shall go on, and tell the desk of those that ended."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Reminded of a text: {remind()}")
        self.stdout.write(f"Told of changes of a meeting: {follow_all()}")
        self.stdout.write(f"Reminded of a meeting: {remind_of_meetings()}")
        self.stdout.write(f"Asked for an agenda or minutes: {chase()}")
        self.stdout.write(f"Asked to renew a permission: {ask_to_renew()}")
        self.stdout.write(f"Told the desk of permissions that ended: {tell_of_ended()}")
