"""Erases personal data whose time is over. Run it every night."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from ...contributions import retention as contributions
from ...mail import retention as mail
from ...meetings.attending import retention as meetings
from ...searching import search_log
from ...working_group import retention


class Command(BaseCommand):
    """`manage.py erase_expired_personal_data [--email ADDRESS]`"""

    help = "Erase personal data whose retention period is over, or all held about one address."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--email", help="erase everything held about this address, now")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["email"]:
            call_command("personal_data", options["email"], erase=True, stdout=self.stdout)
            return
        sent = contributions.erase_expired()
        self.stdout.write(f"Contributions erased: {sent.contributions}")
        self.stdout.write(f"Contact details erased: {sent.contact_details}")
        needs, registrations = meetings.erase_expired()
        self.stdout.write(f"Access needs erased: {needs}")
        self.stdout.write(f"Registrations for meetings erased: {registrations}")
        self.stdout.write(f"Requests to join erased: {retention.erase_expired()}")
        self.stdout.write(f"Outgoing mail erased: {mail.erase_expired()}")
        self.stdout.write(f"Counts of searches erased: {search_log.erase_expired()}")
