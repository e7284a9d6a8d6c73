"""Finds, hands over or erases everything held about one e-mail address."""

import json
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from ...erasures_file import NotListed
from ...personal_data import log_entries
from ...personal_data.erasing import erase, held_about, how_much
from ...personal_data.overview import name_of


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
        parser.add_argument(
            "--keep-accounts", action="store_true", help="with --erase: leave accounts as they are"
        )
        parser.add_argument(
            "--keep-files", action="store_true", help="with --erase: leave uploaded files"
        )

    def handle(self, *args: Any, address: str, **options: Any) -> None:
        address = address.strip()
        try:
            validate_email(address)
        except ValidationError as error:
            raise CommandError("Give an e-mail address.") from error
        if options["export"]:
            self._export(address, Path(options["export"]))
        elif options["erase"]:
            self._erase(address, not options["keep_accounts"], not options["keep_files"])
        else:
            self._say(address)

    def _say(self, address: str) -> None:
        held = held_about(address)
        log_entries.note_in_log(log_entries.SEARCHED, how_much(held), address)
        for place in held["elsewhere"]:
            self.stdout.write(place["where"])
        for name in held["files"]:
            self.stdout.write(name)
        self.stdout.write(f"Places: {len(held['elsewhere'])}, files: {len(held['files'])}")

    def _export(self, address: str, path: Path) -> None:
        if path.exists():
            raise CommandError(f"{path} is there already. Nothing was written.")
        held = held_about(address)
        text = json.dumps(held, indent=2, default=str, ensure_ascii=False)
        path.touch(mode=0o600)
        path.write_text(text, encoding="utf-8")
        log_entries.note_in_log(log_entries.EXPORTED, how_much(held), address)
        self.stdout.write(f"Written: {path}")

    def _erase(self, address: str, and_accounts: bool, and_files: bool) -> None:
        try:
            erased = erase(address, and_accounts=and_accounts, and_files=and_files)
        except NotListed as error:
            raise CommandError(
                f"Nothing was erased: COPROD_ERASURES_FILE cannot be written ({error})."
            ) from error
        for kind, count in sorted(erased.counts.items()):
            self.stdout.write(f"{name_of(kind)} erased: {count}")
        for name in erased.accounts_left:
            self.stdout.write(f"An account has this address; change it under Users: {name}")
        for name in erased.files_left:
            self.stdout.write(f"A file holds this address; look at it and delete it: {name}")
