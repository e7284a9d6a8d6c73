"""Erases personal data whose time is over. Run it every night."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from ...erasures_file import NotListed
from ...personal_data.expiring import erase_expired


class Command(BaseCommand):
    """`manage.py erase_expired_personal_data [--email ADDRESS]`"""

    help = "Erase personal data whose retention period is over, or all held about one address."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--email", help="erase everything held about this address, now")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["email"]:
            call_command("personal_data", options["email"], erase=True, stdout=self.stdout)
            return
        try:
            counts = erase_expired()
        except NotListed as error:
            raise CommandError(
                f"Nothing was erased: COPROD_ERASURES_FILE cannot be written ({error})."
            ) from error
        for kind, count in counts.items():
            self.stdout.write(f"{kind}: {count}")
