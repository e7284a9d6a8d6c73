"""People who are quoted by name are asked by themselves, and nothing is public without their yes."""

import re
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.personal_data.erasing import erase, held_about
from coprod_pages.quoted_people.models import QuotedPerson, QuotedPersonLink
from coprod_pages.sign_off.models import ContributorAgreement
from tests.editor_form import decide
from tests.factories import case_study, contribution

pytestmark = pytest.mark.django_db

MO = {"name": "Mo Okafor", "email": "mo@example.org"}


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def fresh(page: CaseStudyPage) -> CaseStudyPage:
    return CaseStudyPage.objects.get(pk=page.pk)


def words(response: Any) -> str:
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text(" ").split())


def act(user: Any, page: CaseStudyPage, action: str = "", **answers: Any) -> Any:
    """Press a button on the list of people who are quoted; the response, followed."""
    person = QuotedPerson.objects.filter(page=page).first()
    whom = {"action": action, "person": person.reference} if action else {}
    url = reverse("coprod_quoted_people", args=[page.pk])
    return signed_in(user).post(url, {**whom, **answers}, follow=True)


def link(to: str = MO["email"]) -> str:
    """The link in the last mail to somebody."""
    body = [message.body for message in mail.outbox if message.to == [to]][-1]
    return re.search(r"https?://[^/\s]+(/(?:quoted|contribute)/[\w-]+/)", body).group(1)


def change(page: CaseStudyPage, user: Any, **values: Any) -> None:
    """Save a draft with other words."""
    draft = fresh(page).get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save_revision(user=user)


def send_in(page: CaseStudyPage, editor: Any, reviewer: Any) -> None:
    """Submit the text, or submit it again, and approve it."""
    state = fresh(page).current_workflow_state
    if state is not None:
        state.resume(editor)
    else:
        fresh(page).get_workflow().start(fresh(page), editor)
    decide(signed_in(reviewer), page, "approve")


@pytest.fixture
def draft(editor: Any, hackney: Any) -> CaseStudyPage:
    """A draft that an editor wrote, with somebody in it."""
    return case_study(
        "A garden that tenants run",
        live=False,
        looked_after_by=hackney,
        owner=editor,
        user=editor,
        worked="<p>“We dug,” says Mo Okafor.</p>",
    )


@pytest.fixture
def asked(draft: CaseStudyPage, editor: Any, reviewer: Any) -> CaseStudyPage:
    """The same, reviewed, with Mo asked for a yes."""
    act(editor, draft, **MO)
    send_in(draft, editor, reviewer)
    return draft


@pytest.fixture
def published(asked: CaseStudyPage) -> CaseStudyPage:
    """The same, public with the yes of Mo."""
    Client().post(link(), {"agree": "1"})
    return fresh(asked)


def test_somebody_who_is_named_is_asked_after_the_review_and_their_yes_publishes(
    draft: CaseStudyPage, editor: Any, reviewer: Any, client: Client
) -> None:
    assert "They are asked when the text has been reviewed" in words(act(editor, draft, **MO))
    assert not mail.outbox
    send_in(draft, editor, reviewer)
    assert not fresh(draft).live

    shown = client.get(link())

    assert "says Mo Okafor" in words(shown)
    assert "You are quoted in it by name" in words(shown)
    assert shown["Cache-Control"] == "private, no-store"
    assert shown["Referrer-Policy"] == "no-referrer"
    assert ContributorAgreement.objects.get().state == "waiting"  # opening it decides nothing
    first = link()
    client.post(first, {"agree": "1"})
    assert fresh(draft).live
    assert client.get(first).status_code == 404


def test_each_of_several_is_needed_the_contributor_too(
    draft: CaseStudyPage, editor: Any, reviewer: Any, client: Client
) -> None:
    contribution(state="in-editing", case_study=draft, email="ada@example.org")
    act(editor, draft, **MO)
    act(editor, draft, name="Jo Adeyemi", email="jo@example.org")
    send_in(draft, editor, reviewer)

    for one in ("jo@example.org", "ada@example.org"):
        said = words(client.post(link(one), {"agree": "1"}))
        assert "when everybody else who is asked has said yes" in said
        assert not fresh(draft).live
    client.post(link(), {"agree": "1"})

    assert fresh(draft).live


def test_no_route_publishes_without_their_yes(asked: CaseStudyPage, superuser: Any) -> None:
    with pytest.raises(PermissionDenied):
        asked.get_latest_revision().publish(user=superuser)
    page = fresh(asked)
    page.live = True
    with pytest.raises(PermissionDenied):
        page.save()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    signed_in(superuser).post(f"{url}?id={asked.pk}&next=/admin/", {"include_descendants": ""})

    assert not fresh(asked).live
    assert not fresh(asked).permissions_for_user(superuser).can_copy()


def test_a_change_of_the_words_voids_a_yes(
    published: CaseStudyPage, editor: Any, reviewer: Any, superuser: Any, client: Client
) -> None:
    change(published, editor, summary="A different claim.")
    with pytest.raises(PermissionDenied):
        fresh(published).get_latest_revision().publish(user=superuser)
    send_in(published, editor, reviewer)

    assert fresh(published).summary != "A different claim."
    said = words(client.get(link()))
    assert "What has changed since you last saw it" in said
    client.post(link(), {"agree": "1"})
    assert fresh(published).summary == "A different claim."


def test_changes_they_ask_for_stand_beside_the_text_and_end_the_other_questions(
    asked: CaseStudyPage, editor: Any, reviewer: Any, client: Client
) -> None:
    first = link()
    client.post(first, {"changes": "1", "worked": "Say that Jo dug too."})

    assert client.get(first).status_code == 404
    assert fresh(asked).current_workflow_state.status == "needs_changes"
    seen = words(signed_in(editor).get(reverse("coprod_quoted_people", args=[asked.pk])))
    assert "Say that Jo dug too." in seen


def test_a_no_needs_no_reason_and_only_other_words_without_them_are_published(
    asked: CaseStudyPage, editor: Any, reviewer: Any, superuser: Any, client: Client
) -> None:
    client.post(link(), {"refuse": "1"})

    assert fresh(asked).current_workflow_state.status == "needs_changes"
    assert "Somebody who is quoted has said no" in [m.subject for m in mail.outbox][-1]
    assert "Their name stands in the text" in words(act(editor, asked, "release"))
    change(asked, editor, worked="<p>“We dug,” says a tenant.</p>")
    act(editor, asked, "release")
    assert QuotedPerson.objects.get().state == "released"
    asked_before = len(mail.outbox)
    send_in(asked, editor, reviewer)

    assert fresh(asked).live
    assert MO["email"] not in [to for m in mail.outbox[asked_before:] for to in m.to]
    old = ContributorAgreement.objects.get().revision
    with pytest.raises(PermissionDenied):
        old.publish(user=superuser)


def test_a_yes_that_is_taken_back_takes_the_page_down_at_once(
    published: CaseStudyPage, client: Client
) -> None:
    own = link()
    assert "The whole page disappears" in words(client.get(own))
    assert client.get(published.get_url()).status_code == 200

    client.post(own)

    assert client.get(published.get_url()).status_code == 404
    assert not CaseStudyPage.objects.visible_to_public().filter(pk=published.pk).exists()
    assert "You said no, or took your yes back" in words(client.get(own))
    with pytest.raises(PermissionDenied):
        published.get_latest_revision().publish()


def test_somebody_named_on_a_public_page_is_asked_about_it_at_once(
    draft: CaseStudyPage, editor: Any, reviewer: Any, client: Client
) -> None:
    draft.get_latest_revision().publish()
    assert "on its way to them" in words(act(reviewer, draft, **MO))

    client.post(link(), {"refuse": "1"})

    assert not fresh(draft).live


def test_links_can_be_sent_again_corrected_and_taken_back(
    asked: CaseStudyPage, reviewer: Any, client: Client
) -> None:
    first = link()
    act(reviewer, asked, "again", email="mo.okafor@example.org")
    second = link("mo.okafor@example.org")

    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200
    act(reviewer, asked, "link")
    assert client.get(second).status_code == 404
    client.post("/contribute/link/", {"email": "mo.okafor@example.org"})
    third = link("mo.okafor@example.org")
    assert client.get(third).status_code == 200
    QuotedPersonLink.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert client.post(third, {"agree": "1"}).status_code == 404


def test_a_yes_by_telephone_is_recorded_by_a_reviewer_and_by_nobody_else(
    asked: CaseStudyPage, editor: Any, reviewer: Any, other_editor: Any
) -> None:
    said = {"how": "phone", "note": "Rang on Monday."}
    act(editor, asked, "record", **said)
    assert not fresh(asked).live
    assert "Mo Okafor" not in words(act(other_editor, asked, **MO))

    act(reviewer, asked, "record", **said)

    agreement = ContributorAgreement.objects.get()
    assert (agreement.how, agreement.recorded_by) == ("phone", reviewer)
    assert fresh(asked).live


def test_they_are_reminded_after_one_and_three_weeks(asked: CaseStudyPage) -> None:
    mail.outbox.clear()
    for days in (6, 7, 8, 21, 30):
        ContributorAgreement.objects.update(asked_at=timezone.now() - timedelta(days=days))
        call_command("send_due_reminders", stdout=StringIO())

    assert [message.to for message in mail.outbox] == [[MO["email"]]] * 2


def test_erasing_them_leaves_no_trace_and_their_no_stands(
    published: CaseStudyPage, superuser: Any
) -> None:
    assert held_about(MO["email"])["people quoted by name"][0]["name"] == MO["name"]

    erase(MO["email"])

    assert not fresh(published).live
    assert not QuotedPerson.objects.exclude(name="", email="").exists()
    with pytest.raises(PermissionDenied):
        published.get_latest_revision().publish(user=superuser)


def test_their_address_goes_a_year_after_it_was_last_needed(published: CaseStudyPage) -> None:
    long_ago = timezone.now() - timedelta(days=400)
    QuotedPerson.objects.update(state_since=long_ago)
    Page.objects.filter(pk=published.pk).update(latest_revision_created_at=long_ago)
    call_command("erase_expired_personal_data", stdout=StringIO())
    assert QuotedPerson.objects.get().email == MO["email"]  # the page is public

    Page.objects.filter(pk=published.pk).update(live=False)
    call_command("erase_expired_personal_data", stdout=StringIO())
    assert QuotedPerson.objects.get().email == ""


def test_their_no_is_said_again_after_a_restore(
    published: CaseStudyPage, settings: Any, tmp_path: Any, client: Client
) -> None:
    settings.COPROD_ERASURES_FILE = str(tmp_path / "erasures")
    client.post(link())
    QuotedPerson.objects.update(state="quoted")
    ContributorAgreement.objects.update(state="agreed")
    published.get_latest_revision().publish()

    call_command("replay_erasures", stdout=StringIO())

    assert QuotedPerson.objects.get().state == "refused"
    assert not fresh(published).live


def test_hostile_answers_are_answered(asked: CaseStudyPage, editor: Any, client: Client) -> None:
    for name in ("", "\x00", "x" * 5000, "…"):
        assert act(editor, asked, name=name, email="not an address").status_code == 422
    assert QuotedPerson.objects.count() == 1
    assert client.post(link(), {"changes": "1", "title": "x" * 5000}).status_code == 422
    for path in ("withdraw/", "check/", "media/images/../x.png"):
        assert client.post(link() + path).status_code in (404, 405)
    assert client.get(link().replace("/quoted/", "/contribute/")).status_code == 404
