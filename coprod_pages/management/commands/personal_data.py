"""Finds, hands over or erases everything held about one e-mail address."""

import json
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from ...personal_data.erasing import erase, held_about


class Command(BaseCommand):
    """`manage.py personal_data ADDRESS [--export FILE | --erase]`"""

    help = (
        "Say where an e-mail address stands: in any table, older versions, logs, mail and files. "
        "With --export, write what is held into a file; with --erase, erase it."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("address")
        parser.add_argument("--export", metavar="FILE", help="write it as JSON, to hand it over")
        parser.add_argument("--erase", action="store_true", help="erase it, now and for good")

    def handle(self, *args: Any, address: str, **options: Any) -> None:
        try:
            validate_email(address)
        except ValidationError as error:
            raise CommandError("Give an e-mail address.") from error
        if options["export"]:
            self._export(address, Path(options["export"]))
        elif options["erase"]:
            self._erase(address)
        else:
            held = held_about(address)
            for place in [*held["elsewhere"], *held["files"]]:
                self.stdout.write(place)
            self.stdout.write(f"Places: {len(held['elsewhere'])}, files: {len(held['files'])}")

    def _export(self, address: str, path: Path) -> None:
        if path.exists():
            raise CommandError(f"{path} is there already. Nothing was written.")
        text = json.dumps(held_about(address), indent=2, default=str, ensure_ascii=False)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o600)
        self.stdout.write(f"Written: {path}")

    def _erase(self, address: str) -> None:
        erased = erase(address)
        self.stdout.write(f"Contributions erased: {erased.contributions}")
        self.stdout.write(f"Requests to join erased: {erased.requests_to_join}")
        self.stdout.write(f"Registrations for meetings erased: {erased.registrations}")
        self.stdout.write(f"Outgoing mail erased: {erased.messages}")
        self.stdout.write(f"Written over elsewhere: {erased.other_places}")
        for name in erased.accounts:
            self.stdout.write(f"An account has this address; change it under Users: {name}")
        for name in erased.files:
            self.stdout.write(f"A file holds this address; look at it and delete it: {name}")
