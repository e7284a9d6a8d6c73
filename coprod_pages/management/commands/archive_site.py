"""Writes the whole public site into a folder, to be kept when the site is not."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ...archive.crawling import CannotArchive
from ...archive.writing import archive


class Command(BaseCommand):
    """`manage.py archive_site DIR`: pages, pictures, documents and data, without a server."""

    help = "Write the public site as plain files that open without a server."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="a new folder, or an earlier archive")

    def handle(self, *args: Any, **options: Any) -> None:
        folder = options["folder"].absolute()
        try:
            written = archive(folder, self.stdout.write)
        except CannotArchive as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{folder}: {written.case_studies} case studies, {written.pages} pages, "
            f"{written.files} files, {written.megabytes:.1f} MB. Open index.html."
        )
