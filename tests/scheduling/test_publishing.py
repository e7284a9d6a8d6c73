"""Publishing at a set time: the worker does it, and the dashboard says what is due."""

from datetime import datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Page, Revision

from coprod_pages.contributions.choices import State
from coprod_pages.scheduling.models import PublishingRun
from tests.editor_form import current_values, post, text_of
from tests.factories import case_study, contribution, news

pytestmark = pytest.mark.django_db


def schedule(page: Page, at: datetime) -> None:
    """As the editor does it: publish, with a time to go live."""
    page.go_live_at = at
    page.save_revision().publish()


def time_passes(**time: float) -> None:
    """As if everything had been scheduled so much earlier."""
    for revision in Revision.objects.exclude(approved_go_live_at=None):
        earlier = revision.approved_go_live_at - timedelta(**time)
        content = {**revision.content, "go_live_at": earlier.isoformat()}
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=earlier, content=content)


def work() -> str:
    out = StringIO()
    call_command("run_worker", stdout=out)
    return out.getvalue()


def dashboard(client: Client, user: Any) -> str:
    client.force_login(user)
    return text_of(client.get("/admin/"))


def test_what_an_editor_schedules_is_published_by_the_worker_in_its_time(
    client: Client, secretary: Any
) -> None:
    page = news("In its time", live=False)
    client.force_login(secretary)
    later = timezone.localtime() + timedelta(hours=1)
    values = current_values(client, page, go_live_at=f"{later:%Y-%m-%d %H:%M}")
    post(client, page, values, "publish")

    work()
    assert client.get(page.url).status_code == 404

    time_passes(hours=2)
    work()
    assert client.get(page.url).status_code == 200
    assert "In its time" in Client().get("/working-group/news/").content.decode()


def test_what_has_its_end_set_is_taken_down(client: Client) -> None:
    page = news("For a while")
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))

    work()

    assert client.get(page.url).status_code == 404
    assert "For a while" not in client.get("/working-group/news/").content.decode()


def test_a_page_that_is_refused_keeps_no_other_back(client: Client) -> None:
    refused = case_study("Nobody said yes", live=False)
    contribution(case_study=refused, state=State.IN_EDITING)
    other = news("After it", live=False)
    now = timezone.now()
    for place, page in enumerate((refused, other)):
        schedule(page, now + timedelta(hours=1, minutes=place))
    time_passes(hours=2)

    work()

    assert client.get(other.url).status_code == 200
    assert client.get(refused.url).status_code == 404


def test_the_dashboard_says_what_is_due_to_those_who_may_edit_it(
    client: Client, secretary: Any, editor: Any, other_editor: Any, hackney: Any
) -> None:
    work()
    day = timezone.now() + timedelta(days=3)
    schedule(news("Next week’s news", live=False), day)
    schedule(case_study("Ours", live=False, looked_after_by=hackney), day)

    said = dashboard(client, secretary)
    assert "1 page will be published: Next week’s news" in said
    assert f"{timezone.localtime(day):%H:%M}" in said
    assert "1 page will be published: Ours" in dashboard(client, editor)
    assert "will be published" not in dashboard(client, other_editor)


def test_the_dashboard_says_what_will_be_taken_down(client: Client, secretary: Any) -> None:
    page = news("For a while")
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() + timedelta(days=2))

    assert "1 page will be taken down: For a while" in dashboard(client, secretary)


def test_the_dashboard_warns_when_nobody_looks_after_it(
    client: Client, secretary: Any, manager: Any
) -> None:
    assert "set time" not in dashboard(client, secretary)
    page = news("Waits", live=False)
    schedule(page, timezone.now() + timedelta(hours=1))
    assert "the worker has never run" in dashboard(client, secretary)

    work()
    assert "does not run" not in dashboard(client, secretary)

    PublishingRun.objects.update(ran_at=timezone.now() - timedelta(hours=1))
    assert "the worker does not run" in dashboard(client, secretary)
    Page.objects.get(pk=page.pk).delete()
    assert "set time" not in dashboard(client, secretary)
    assert "the worker does not run" in dashboard(client, manager)


def test_what_was_refused_is_late_on_the_dashboard(client: Client, reviewer: Any) -> None:
    refused = case_study("Nobody said yes", live=False)
    contribution(case_study=refused, state=State.IN_EDITING)
    schedule(refused, timezone.now() + timedelta(hours=1))
    time_passes(hours=2)
    work()

    said = dashboard(client, reviewer)
    assert "Nobody said yes" in said
    assert "Late" in said
    assert "was refused" in said
