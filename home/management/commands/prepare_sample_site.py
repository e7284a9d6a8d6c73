"""What `make run` does before it serves: one process, so that a second start is quick."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.searching.models import SearchDocument

from ...sample_content.sign_ins import PASSWORD, SIGN_INS


class Command(BaseCommand):
    """`manage.py prepare_sample_site`"""

    help = "Migrate, set the site up, load the sample content once, and say how to sign in."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, port: int, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        call_command("setup_site", stdout=self.stdout)
        if not CaseStudyPage.objects.exists():
            self.stdout.write("Loading the sample content …")
            call_command("load_sample_content", port=port, stdout=self.stdout)
        if not SearchDocument.objects.exists():
            call_command("rebuild_search_index", stdout=self.stdout)
        self._greet(port)

    def _greet(self, port: int) -> None:
        address = f"http://localhost:{port}/"
        self.stdout.write(f"\nThe site:   {address}\nThe admin:  {address}admin/")
        self.stdout.write(f"Sent mail:  {address}dev/mail/\n")
        self.stdout.write("Sample sign-ins, each with the password " + PASSWORD + ":\n")
        for sign_in in SIGN_INS:
            self.stdout.write(f"  {sign_in.username:<12}{sign_in.role}")
        self.stdout.write("\nPress Ctrl+C to stop.\n")
        self.stdout.flush()
