"""Erases personal data whose time is over. Run it every night."""

from typing import Any

from django.core.management.base import BaseCommand

from ...working_group import retention


class Command(BaseCommand):
    """`manage.py erase_expired_personal_data [--email ADDRESS]`"""

    help = "Erase personal data whose retention period is over, or all held about one address."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--email", help="erase everything held about this address, now")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["email"]:
            count = retention.erase_person(options["email"])
        else:
            count = retention.erase_expired()
        self.stdout.write(f"Requests to join erased: {count}")
