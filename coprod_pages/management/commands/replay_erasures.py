"""After a backup was restored: erases and withdraws again what was since."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ...conf import ERASURES_FILE
from ...personal_data.replaying import replay


class Command(BaseCommand):
    """`manage.py replay_erasures`"""

    help = (
        "Erase and withdraw again what COPROD_ERASURES_FILE lists. Run it after a backup was "
        "restored and before the site is started; twice does no harm."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if not ERASURES_FILE.get():
            raise CommandError("COPROD_ERASURES_FILE is not set: nothing was listed.")
        replayed = replay()
        self.stdout.write(f"Addresses that had come back: {replayed.addresses}")
        for kind, count in sorted(replayed.counts.items()):
            if count:
                self.stdout.write(f"{kind}: {count}")
        if replayed.unreadable:
            raise CommandError(
                f"Entries made with another SECRET_KEY: {replayed.unreadable}. Add the key that "
                "the site had then to SECRET_KEY_FALLBACKS, and run this again."
            )
