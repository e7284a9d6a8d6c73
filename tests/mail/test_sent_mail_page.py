"""On one's own machine sent mail can be read in the browser; nowhere else."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from coprod_pages.mail.sending import send_due
from tests.mail.conftest import queue_one

ROOT = Path(__file__).resolve().parents[2]
PAGE = "/dev/mail/"
ASKED = """
import json
from django.conf import settings
names = ["EMAIL_BACKEND", "COPROD_MAIL_TRANSPORT", "COPROD_SHOW_SENT_MAIL", "EMAIL_HOST"]
print(json.dumps({name: getattr(settings, name) for name in names}))
"""


@pytest.mark.django_db
def test_sent_mail_is_listed_newest_first_with_links_to_press(
    settings: Any, tmp_path: Path
) -> None:
    settings.COPROD_MAIL_TRANSPORT = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    settings.COPROD_SHOW_SENT_MAIL = True
    assert "Nothing yet" in Client().get(PAGE).content.decode()
    queue_one(subject="First – with ünusual letters")
    queue_one(subject="Second <b>")
    send_due()

    response = Client().get(PAGE)

    page = BeautifulSoup(response.content, "html.parser")
    headings = [heading.get_text() for heading in page.find_all("h2")]
    assert headings == ["Second <b>", "First – with ünusual letters"]
    assert page.find("a", href="https://compendium.example/contribute/secret/")
    assert "ada@example.org" in page.get_text()
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_without_the_setting_there_is_no_such_page(settings: Any) -> None:
    settings.COPROD_SHOW_SENT_MAIL = False

    assert Client().get(PAGE).status_code == 404


def test_production_shows_no_mail_and_sends_through_the_outbox_to_its_server() -> None:
    outcome = subprocess.run(
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", ASKED],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "coprod_site.settings.production",
            "SECRET_KEY": "of a test",
            "ALLOWED_HOSTS": "compendium.example",
            "WAGTAILADMIN_BASE_URL": "https://compendium.example",
            "EMAIL_URL": "smtp+tls://user:word@mail.example:587",
            "COPROD_SHOW_SENT_MAIL": "true",
        },
        capture_output=True,
        text=True,
        check=True,
    )

    assert json.loads(outcome.stdout.splitlines()[-1]) == {
        "EMAIL_BACKEND": "coprod_pages.mail.backend.OutboxBackend",
        "COPROD_MAIL_TRANSPORT": "django.core.mail.backends.smtp.EmailBackend",
        "COPROD_SHOW_SENT_MAIL": False,
        "EMAIL_HOST": "mail.example",
    }
