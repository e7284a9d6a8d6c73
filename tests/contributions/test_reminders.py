"""Contributors are reminded in time, each time once, and permissions can go on."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from coprod_pages.case_studies.models import CaseStudyConsent
from coprod_pages.contributions.choices import State
from coprod_pages.contributions.models import Contribution, ContributionConsent
from coprod_pages.sign_off.models import ContributorAgreement
from tests.factories import case_study

from .conftest import Visitor, link_in

pytestmark = pytest.mark.django_db


def remind() -> str:
    out = StringIO()
    call_command("send_due_reminders", stdout=out)
    return out.getvalue()


@pytest.fixture
def published(visitor: Visitor) -> Any:
    """A public case study with a permission that ends in 50 days."""
    sent = visitor.send_and_confirm()
    page = case_study("The garden of Ada")
    ends_on = timezone.localdate() + timedelta(days=50)
    Contribution.objects.filter(pk=sent.pk).update(case_study=page, state=State.PUBLISHED)
    ContributionConsent.objects.update(ends_on=ends_on)
    CaseStudyConsent.objects.create(page=page, ends_on=ends_on)
    mail.outbox.clear()
    return page


@pytest.mark.parametrize(("days", "mails"), [(6, 0), (7, 1), (20, 1), (21, 2), (90, 2)])
def test_who_has_not_answered_is_reminded_after_one_and_three_weeks(
    visitor: Visitor, days: int, mails: int
) -> None:
    sent = visitor.send_and_confirm()
    page = case_study("The garden of Ada", live=False)
    agreement = ContributorAgreement.objects.create(
        contribution=sent, page=page, revision=page.get_latest_revision(), digest="d"
    )
    mail.outbox.clear()

    for day in range(days + 1):
        ContributorAgreement.objects.filter(pk=agreement.pk).update(
            asked_at=timezone.now() - timedelta(days=day)
        )
        remind()

    assert len(mail.outbox) == mails


def test_before_a_permission_ends_its_giver_is_asked_once(published: Any) -> None:
    remind()
    remind()

    assert [message.to for message in mail.outbox] == [["ada@example.org"]]


def test_a_permission_goes_on_with_one_button(published: Any, client: Client) -> None:
    remind()
    link = link_in(mail.outbox[0])
    assert "Yes, two more years" in client.get(link).content.decode()

    client.post(link, {"renew": "website"})

    later = timezone.localdate() + timedelta(days=730)
    assert ContributionConsent.objects.get().ends_on == later
    assert CaseStudyConsent.objects.get().ends_on == later
    assert "Yes, two more years" not in client.get(link).content.decode()


def test_without_an_answer_the_case_study_is_gone_after_the_last_day(
    published: Any, client: Client
) -> None:
    assert client.get(published.get_url()).status_code == 200
    consent = CaseStudyConsent.objects.get()
    consent.ends_on = timezone.localdate() - timedelta(days=1)
    consent.save()

    assert client.get(published.get_url()).status_code == 410


def test_what_was_taken_back_does_not_come_back_by_renewing(
    published: Any, visitor: Visitor, client: Client
) -> None:
    visitor.client.post(f"{visitor.own}withdraw/")

    visitor.client.post(visitor.own, {"renew": "website"})

    assert ContributionConsent.objects.get().withdrawn_at is not None
    assert client.get(published.get_url()).status_code == 410
