"""A person whose address stands in every place that one can get to, and looking for it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.contenttypes.models import ContentType
from django.core.mail import EmailMessage
from django.db import connection
from django.utils import timezone
from wagtail.admin.models import FormState
from wagtail.log_actions import log
from wagtail.models import Comment, CommentReply, ModelLogEntry
from wagtail.rich_text import RichText

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.contributions.models import ContributionQuestion
from coprod_pages.sign_off.models import ContributorAgreement
from coprod_pages.working_group.models import JoinRequest
from tests.factories import case_study, contribution, contribution_file, publish_with_yes

ADDRESS = "Ottoline@Example.org"
# Somebody else's, which holds the one above.
LONGER = "wottoline@example.org"


def rows_with(text: str) -> list[str]:
    """Every table that holds `text` in any column, asked of the database itself."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if "_fts_" in table:
                continue  # the insides of the full-text index; its table is asked
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [table for row in cursor.fetchall() if text.lower() in str(row).lower()]
    return found


@pytest.fixture
def everywhere(editor: Any, hackney: Any, reviewer: Any) -> CaseStudyPage:
    """A case study made from what the person sent, and the address in every other place."""
    page = case_study("Lunch", live=False, looked_after_by=hackney, owner=editor, user=editor)
    sent = contribution(email=ADDRESS.lower(), case_study=page, story=f"Write to {ADDRESS}.")
    contribution_file(sent)
    ContributionQuestion.objects.create(contribution=sent, text="Who?", answer=f"I, {ADDRESS}")
    publish_with_yes(page)
    JoinRequest.objects.create(
        name="O", email=ADDRESS, reference="ABCDEFGH", form_key="join", message="Hello"
    )
    page = _written_and_sent_back(page, editor, reviewer)
    comment = Comment.objects.create(
        page=page, user=editor, text=f"By {ADDRESS}", contentpath="title"
    )
    CommentReply.objects.create(comment=comment, user=editor, text=f"Yes, {ADDRESS}")
    log(instance=page, action="wagtail.edit", data={"why": [f"{ADDRESS} asked"]})
    ModelLogEntry.objects.log_action(sent, "wagtail.edit", title=f"From {ADDRESS}")
    ContributorAgreement.objects.create(
        contribution=sent, page=page, digest="d", wishes={"title": f"Name {ADDRESS}"}
    )
    FormState.objects.create(
        user=editor,
        content_type=ContentType.objects.get_for_model(page),
        object_id=str(page.pk),
        data="title=Ask+ottoline%40example.org+first",
        last_updated_at=timezone.now(),
    )
    # They differ in capital letters alone, and would be one when both are written over.
    for name in (ADDRESS, ADDRESS.lower()):
        AccessAttempt.objects.create(
            username=name, ip_address="192.0.2.1", user_agent="x", failures_since_start=1
        )
    case_study(
        "Another",
        summary=f"Also by {ADDRESS}.",
        worked=f'<p><a href="mailto:{ADDRESS}">Write</a></p>',
        story=[{"type": "paragraph", "value": f"<p>Ring\n{ADDRESS}</p>"}],
    )
    return page


def _written_and_sent_back(page: CaseStudyPage, editor: Any, reviewer: Any) -> CaseStudyPage:
    """As the editor and the reviewer do in the admin, without its pages: that takes seconds."""
    page.summary = f"Ask {ADDRESS} about it."
    page.story = [("paragraph", RichText(f"<p>Ring\n{ADDRESS}</p>"))]
    page.save_revision(user=editor, log_action=True)
    page.summary = "Ask us about it."
    page.save_revision(user=editor, log_action=True)
    page.get_workflow().start(page, editor)
    asked = page.current_workflow_task_state
    said = f"Ring {ADDRESS} first."
    asked.task.specific.on_action(asked, reviewer, "reject", comment=said)
    return CaseStudyPage.objects.get(pk=page.pk)


@pytest.fixture
def erasures_file(settings: Any, tmp_path: Path) -> Path:
    """Where it is listed what must not come back."""
    settings.COPROD_ERASURES_FILE = str(tmp_path / "kept elsewhere" / "erasures.jsonl")
    return Path(settings.COPROD_ERASURES_FILE)


@pytest.fixture
def outbox(settings: Any) -> Callable[[str], None]:
    """Mail waits in the database, as on a server; returns what puts one there."""
    settings.EMAIL_BACKEND = "coprod_pages.mail.backend.OutboxBackend"
    return lambda to: EmailMessage("Subject", "Text", to=[to]).send()


@pytest.fixture(autouse=True)
def own_files(settings: Any, tmp_path: Path) -> Path:
    """A folder of uploaded files for each test: all of them are looked into."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    on_disk = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": on_disk}
    return tmp_path / "media"
