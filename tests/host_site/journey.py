"""Run in a process of its own: the plugin migrates, is set up, and shows a case study."""

import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.host_site.settings"
django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

call_command("check")
call_command("migrate", verbosity=0)
call_command("makemigrations", "coprod_pages", check=True, dry_run=True, verbosity=0)
call_command("setup_site")

from tests.factories import case_study  # noqa: E402

page = case_study("A story in another site", tags=["elsewhere"])
client = Client()
for path in [
    "/compendium/",
    "/compendium/?q=story&tag=elsewhere",
    page.url,
    "/continuum/",
    "/working-group/",
    "/working-group/news/",
    "/working-group/meetings/",
    "/working-group/join/",
    "/working-group/list/",
]:
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    html = response.content.decode()
    assert "<h1" in html, path
    assert "<title>" in html, path
assert "A story in another site" in client.get("/compendium/?q=stories").content.decode()
assert not {name for name in sys.modules if name.split(".")[0] in {"home", "search", "coprod_site"}}
sys.stdout.write("the plugin works alone\n")
