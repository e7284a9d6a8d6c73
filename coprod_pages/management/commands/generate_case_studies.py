"""Makes case studies of invented people and places, for measuring."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ...case_studies.generating.planting import plant
from ...case_studies.models import CaseStudyPage
from ...compendium.models import CompendiumPage

MOST = 1_000_000  # a path of four characters a step has room for 1,679,615 children


class Command(BaseCommand):
    """`manage.py generate_case_studies N [--seed S] [--yes]`"""

    help = (
        "Put N invented case studies into the compendium, live and searchable, for measuring. "
        "The same seed gives the same ones. They are made in bulk, without revisions, and "
        "Wagtail’s own index, which the admin searches, is left to `update_index`."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("number", type=int)
        parser.add_argument("--seed", type=int, default=2016)
        parser.add_argument(
            "--yes", action="store_true", help="do it although there are real case studies"
        )

    def handle(self, *args: Any, number: int, seed: int, yes: bool, **options: Any) -> None:
        compendium = CompendiumPage.objects.first()
        if compendium is None:
            raise CommandError("There is no compendium yet. Run `manage.py setup_site` first.")
        if not 0 < number <= MOST:
            raise CommandError(f"Give a number from 1 to {MOST}.")
        if not yes and CaseStudyPage.objects.exclude(source_id__startswith="invented-").exists():
            raise CommandError(
                "There are case studies that were not invented. Nobody could tell them apart any "
                "more. If that is what you want, say so with --yes."
            )
        for done in plant(compendium, number, seed):
            self.stderr.write(f"{done} of {number}")
