"""Fills a new site with the sample content, so that there is something to look at."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from coprod_pages.compendium.models import CompendiumPage
from coprod_pages.conf import SAMPLE_SIGN_INS

from ...sample_content import loading


class Command(BaseCommand):
    """`manage.py load_sample_content`: may be run again; it adds what is missing."""

    help = (
        "Load the sample content written by us: case studies, news, meetings and pages. "
        "Never overwrites what somebody has written."
    )

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--port", type=int, default=8000, help="The port the site is at.")
        parser.add_argument(
            "--force",
            action="store_true",
            help="Load it also where there are case studies that are not samples.",
        )

    def handle(self, *args: Any, port: int, force: bool, **options: Any) -> None:
        if not force:
            self._refuse_a_site_in_use()
        if not CompendiumPage.objects.exists():
            call_command("setup_site", stdout=self.stdout)
        loading.set_site_address(port)
        loading.add_organisations()
        may_make_sign_ins = SAMPLE_SIGN_INS.get()
        if may_make_sign_ins:
            loading.make_sign_ins(self.stdout.write)
        else:
            self.stdout.write(
                "No sample sign-ins made: COPROD_SAMPLE_SIGN_INS is not True in the settings."
            )
        loading.load_case_studies(self.stdout.write)
        loading.load_pages(self.stdout.write)
        loading.load_news_and_meetings(self.stdout.write)
        loading.load_edition(self.stdout.write)
        if may_make_sign_ins:
            loading.load_drafts(self.stdout.write)
        self.stdout.write("The sample content is loaded.")

    def _refuse_a_site_in_use(self) -> None:
        try:
            loading.refuse_a_site_in_use()
        except loading.SiteInUse as error:
            raise CommandError(
                "There are case studies here that are not samples, so this looks like a site in "
                "use. Nothing was loaded. Give --force to load the sample content all the same."
            ) from error
