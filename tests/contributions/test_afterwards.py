"""After sending: looking, answering, taking back, and erasing in time."""

import json
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from coprod_pages.contributions.choices import Purpose, State
from coprod_pages.contributions.links import make_link
from coprod_pages.contributions.models import (
    Contribution,
    ContributionConsent,
    ContributionFile,
    ContributionQuestion,
)
from coprod_pages.contributions.retention import held_about
from tests.factories import case_study

from .conftest import Visitor, link_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(visitor: Visitor) -> Contribution:
    """An example that is on the desk."""
    return visitor.send_and_confirm(consents=["website", "news"])


def published_from(contribution: Contribution) -> Any:
    page = case_study("The garden of Ada")
    Contribution.objects.filter(pk=contribution.pk).update(case_study=page, state=State.PUBLISHED)
    return page


def erase(**options: Any) -> str:
    out = StringIO()
    call_command("erase_expired_personal_data", stdout=out, **options)
    return out.getvalue()


def grow_old(contribution: Contribution, **days: int) -> None:
    now = timezone.now()
    Contribution.objects.filter(pk=contribution.pk).update(
        **{name: now - timedelta(days=number) for name, number in days.items()}
    )


def test_the_contributor_sees_what_became_of_it(visitor: Visitor, sent: Contribution) -> None:
    assert "An editor reads it within two weeks" in visitor.text()

    Contribution.objects.update(state=State.DECLINED)
    assert "has not become a case study" in visitor.text()


def test_a_question_is_answered_once_by_its_own_link(sent: Contribution) -> None:
    question = ContributionQuestion.objects.create(contribution=sent, text="How many took part?")
    Contribution.objects.update(state=State.QUESTION)
    link = f"/contribute/{make_link(sent, Purpose.ANSWER, question)}/"
    person = Client()

    assert "How many took part?" in person.get(link).content.decode()
    assert person.post(link, {"answer": "\x00 "}).status_code == 422
    person.post(link, {"answer": "About <b>forty</b>."})
    person.post(link, {"answer": "Something else."})

    question.refresh_from_db()
    sent.refresh_from_db()
    assert question.answer == "About <b>forty</b>."
    assert sent.state == State.NEW
    assert "About &lt;b&gt;forty&lt;/b&gt;." in person.get(link).content.decode()


def test_withdrawing_hides_the_case_study_at_once_everywhere(
    visitor: Visitor, sent: Contribution, client: Client
) -> None:
    page = published_from(sent)
    address = page.get_url()
    assert client.get(address).status_code == 200
    asked = visitor.text(f"{visitor.own}withdraw/")
    assert "The garden of Ada" in asked
    assert client.get(address).status_code == 200  # asking changes nothing

    visitor.client.post(f"{visitor.own}withdraw/")

    assert client.get(address).status_code == 410
    for surface in ("/compendium/?q=garden", "/compendium/export.json", "/sitemap.xml"):
        response = client.get(surface)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        assert b"the-garden-of-ada" not in content
        assert b"The garden of Ada" not in content
    assert mail.outbox[-1].subject.startswith("Your example is withdrawn")
    assert not ContributionConsent.objects.filter(withdrawn_at=None).exists()


def test_withdrawing_twice_mails_once(visitor: Visitor, sent: Contribution) -> None:
    before = len(mail.outbox)
    for _click in range(2):
        visitor.client.post(f"{visitor.own}withdraw/")

    assert len(mail.outbox) == before + 1


def test_one_use_is_taken_back_and_the_others_stay(
    visitor: Visitor, sent: Contribution, client: Client
) -> None:
    page = published_from(sent)

    visitor.client.post(visitor.own, {"take_back": "news"})

    in_force = ContributionConsent.objects.filter(withdrawn_at=None)
    assert [consent.use for consent in in_force] == ["website"]
    assert client.get(page.get_url()).status_code == 200


def test_taking_back_the_website_asks_first(visitor: Visitor, sent: Contribution) -> None:
    response = visitor.client.post(visitor.own, {"take_back": "website"})

    assert response["Location"] == f"{visitor.own}withdraw/"
    assert ContributionConsent.objects.filter(use="website", withdrawn_at=None).exists()


@pytest.mark.parametrize(("days", "left"), [(29, 1), (31, 0)])
def test_what_nobody_confirmed_is_erased_after_thirty_days(
    visitor: Visitor, days: int, left: int
) -> None:
    visitor.fill_in()
    visitor.send()
    grow_old(Contribution.objects.get(), changed_at=days)

    erase()

    assert Contribution.objects.count() == left


@pytest.mark.parametrize(("days", "left"), [(180, 1), (190, 0)])
def test_what_was_declined_is_erased_after_six_months(
    sent: Contribution, days: int, left: int
) -> None:
    Contribution.objects.update(state=State.DECLINED)
    grow_old(sent, state_since=days)

    erase()

    assert Contribution.objects.count() == left


def test_contact_details_are_erased_a_year_after_the_consent(sent: Contribution) -> None:
    page = published_from(sent)
    ContributionConsent.objects.update(ends_on=timezone.localdate() - timedelta(days=370))
    grow_old(sent, state_since=1200)

    assert "Contact details erased: 1" in erase()
    assert "Contact details erased: 0" in erase()
    sent.refresh_from_db()
    assert (sent.name, sent.email, sent.phone) == ("", "", "")
    assert sent.case_study_id == page.pk
    assert not sent.links.exists()


def test_contact_details_stay_while_one_consent_is_in_force(sent: Contribution) -> None:
    published_from(sent)
    ContributionConsent.objects.filter(use="news").update(
        withdrawn_at=timezone.now() - timedelta(days=900)
    )
    grow_old(sent, state_since=1200)

    erase()

    sent.refresh_from_db()
    assert sent.email == "ada@example.org"


def test_everything_of_one_person_is_found_and_erased_with_the_files(
    visitor: Visitor, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    visitor.fill_in()
    visitor.answer(
        "files", file=SimpleUploadedFile("report.pdf", b"%PDF-1.7 of the garden"), add="1"
    )
    visitor.send()
    visitor.client.post(link_in(mail.outbox[-1]))
    sent = Contribution.objects.get()
    page = published_from(sent)
    kept = ContributionFile.objects.get()
    storage, name = kept.file.storage, kept.file.name
    assert "report.pdf" in json.dumps(held_about("ADA@example.org"), default=str)

    with django_capture_on_commit_callbacks(execute=True):
        assert "Contributions erased: 1" in erase(email="ADA@example.org")

    assert not Contribution.objects.exists()
    assert not held_about("ada@example.org")
    assert not storage.exists(name)
    assert client.get(page.get_url()).status_code == 410
