"""Imports case studies from a spreadsheet. `docs/editors/importing.md` explains it."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ...compendium.models import CompendiumPage
from ...spreadsheets.importing import ImportFailed, Result, import_file
from ...spreadsheets.planning import Options
from ...spreadsheets.report import lines, write_csv
from ...spreadsheets.unreadable import CannotRead
from ...taxonomy.models import Organisation


class Command(BaseCommand):
    """`manage.py import_case_studies FILE [--dry-run] [--publish]`"""

    help = (
        "Import case studies from a CSV or XLSX file, as drafts. Running it again updates "
        "what has changed. Begin with --dry-run."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("file", type=Path)
        for name, words in (
            ("--dry-run", "say what would happen, and change nothing"),
            ("--publish", "publish what is imported, also where something is missing"),
            ("--skip-refused", "import the other rows when some are refused"),
            ("--overwrite", "replace what editors have changed here since the last import"),
        ):
            parser.add_argument(name, action="store_true", help=words)
        parser.add_argument("--organisation", help="who looks after new case studies, by name")
        parser.add_argument("--report", type=Path, help="write the report to this CSV file too")

    def handle(self, *args: Any, file: Path, dry_run: bool, **options: Any) -> None:
        if not CompendiumPage.objects.exists():
            raise CommandError("There is no compendium yet. Run `manage.py setup_site` first.")
        self.show_progress = options["verbosity"] > 1 or (
            options["verbosity"] == 1 and sys.stderr.isatty()
        )
        chosen = Options(
            publish=options["publish"],
            skip_refused=options["skip_refused"],
            overwrite=options["overwrite"],
            organisation_id=organisation_called(options["organisation"]),
        )
        refuse_report_at(options["report"], file)
        try:
            result = import_file(file, chosen, dry_run, self.progress)
        except (CannotRead, ImportFailed) as error:
            raise CommandError(str(error)) from error
        self.report(result, dry_run, options["report"])

    def progress(self, what: str, done: int, total: int) -> None:
        """Say how far it is, over the same line."""
        if self.show_progress:
            end = "\n" if done == total else ""
            self.stderr.write(f"\r{what}: {done} of {total}", ending=end)
            self.stderr.flush()

    def report(self, result: Result, dry_run: bool, path: Path | None) -> None:
        """Say what happened. Raises `CommandError` when refused rows kept all others out."""
        for line in lines(result, dry_run):
            self.stdout.write(line)
        if path:
            write_csv(path, result)
            self.stdout.write(f"The report was written to {path}.")
        if dry_run or result.applied:
            return
        raise CommandError(
            f"Nothing was imported, because {result.refused} of {len(result.rows)} rows were "
            "refused (see above). Mend them and run it again, or import the others with "
            "--skip-refused."
        )


def organisation_called(name: str | None) -> int | None:
    """The key of the organisation called `name`, in any case."""
    if not name:
        return None
    organisation = Organisation.objects.filter(name__iexact=name.strip()).first()
    if organisation is None:
        raise CommandError(f"There is no organisation called “{name}”. Add it in the admin first.")
    return organisation.pk


def refuse_report_at(report: Path | None, file: Path) -> None:
    """Say before the import that its report could not be written."""
    if report is None:
        return
    if report.resolve() == file.resolve():
        raise CommandError("The report would overwrite the file that is imported.")
    if not report.parent.is_dir():
        raise CommandError(f"There is no folder {report.parent} to write the report to.")
