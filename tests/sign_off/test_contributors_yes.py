"""Nothing that came from a contributor is public without their yes to exactly that text."""

import re
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.contributions.intake import withdraw
from coprod_pages.contributions.models import Contribution, ContributionLink
from coprod_pages.sign_off.content import digest_of
from coprod_pages.sign_off.models import ContributorAgreement
from tests.editor_form import decide, edit_url, messages_of, save
from tests.factories import case_study, person

pytestmark = pytest.mark.django_db


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def fresh(page: CaseStudyPage) -> CaseStudyPage:
    return CaseStudyPage.objects.get(pk=page.pk)


def link() -> str:
    """The link in the mail sent last."""
    found = re.search(r"https?://[^/\s]+(/contribute/[\w-]+/)", mail.outbox[-1].body)
    return found.group(1)


def text_of(response: Any) -> str:
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text(" ").split())


@pytest.fixture
def draft(editor: Any, hackney: Any) -> CaseStudyPage:
    """A draft that was made from what somebody sent."""
    page = case_study(
        "A garden that tenants run", live=False, looked_after_by=hackney, owner=editor, user=editor
    )
    Contribution.objects.create(
        reference="GARDEN22",
        form_key="k",
        state="in-editing",
        name="Ada Example",
        email="ada@example.org",
        title="Garden",
        confirmed_at=timezone.now(),
        case_study=page,
    )
    return page


@pytest.fixture
def asked(draft: CaseStudyPage, editor: Any, reviewer: Any) -> CaseStudyPage:
    """The same, reviewed, with the contributor asked for a yes."""
    save(signed_in(editor), draft, "submit")
    decide(signed_in(reviewer), draft, "approve")
    return draft


@pytest.fixture
def published(asked: CaseStudyPage) -> CaseStudyPage:
    """The same, public with the contributor's yes."""
    Client().post(link(), {"agree": "1"})
    assert fresh(asked).live
    return asked


def test_approval_alone_does_not_publish_it(asked: CaseStudyPage) -> None:
    assert not fresh(asked).live
    assert mail.outbox[-1].to == ["ada@example.org"]
    assert Contribution.objects.get().state == "waiting"


def test_the_contributor_sees_the_page_and_opening_it_decides_nothing(
    asked: CaseStudyPage, client: Client
) -> None:
    response = client.get(link())

    assert "They met every week." in text_of(response)
    # Said once for all the boxes, and not eleven times.
    assert "you may leave this empty" not in text_of(response)
    assert "May we publish it?" in text_of(response)
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert not fresh(asked).live
    assert ContributorAgreement.objects.get().state == "waiting"


def test_a_yes_publishes_exactly_that_text(asked: CaseStudyPage, client: Client) -> None:
    address = link()

    said = text_of(client.post(address, {"agree": "1"}))

    page = fresh(asked)
    agreement = ContributorAgreement.objects.get()
    assert page.live
    assert agreement.state == "agreed"
    assert agreement.how == "link"
    assert agreement.digest == digest_of(page)
    assert "It is published" in said
    assert client.get(page.get_url()).status_code == 200
    assert client.get(address).status_code == 404  # decided: the link is used up


def test_a_yes_twice_at_once_counts_once(asked: CaseStudyPage, client: Client) -> None:
    address = link()
    client.post(address, {"agree": "1"})

    assert client.post(address, {"agree": "1"}).status_code == 404
    assert ContributorAgreement.objects.count() == 1


def test_changes_are_asked_for_beside_a_part_and_asked_again(
    asked: CaseStudyPage, editor: Any, reviewer: Any, client: Client
) -> None:
    first = link()
    assert client.post(first, {"changes": "1"}).status_code == 422
    client.post(first, {"changes": "1", "worked": "Say that <b>Mo</b> baked."})

    agreement = ContributorAgreement.objects.get()
    assert agreement.wishes == {"worked": "Say that <b>Mo</b> baked."}
    assert fresh(asked).current_workflow_state.status == "needs_changes"
    assert Contribution.objects.get().state == "in-editing"
    said = text_of(signed_in(editor).get(edit_url(asked)))
    assert "The contributor asks for a change – What worked: Say that <b>Mo</b> baked." in said

    save(signed_in(editor), asked, "submit", summary="Neighbours and officers, with cake.")
    decide(signed_in(reviewer), asked, "approve")
    said = text_of(client.get(link()))
    assert "What has changed since you last saw it" in said
    assert "with cake" in said
    client.post(link(), {"agree": "1"})
    assert fresh(asked).summary == "Neighbours and officers, with cake."
    assert fresh(asked).live


def test_an_edit_while_it_is_read_makes_the_yes_void(
    asked: CaseStudyPage, editor: Any, reviewer: Any, client: Client
) -> None:
    address = link()

    save(signed_in(editor), asked, summary="Something else altogether.")
    answer = client.post(address, {"agree": "1"})

    assert answer.status_code == 404
    assert not fresh(asked).live
    decide(signed_in(reviewer), asked, "approve")
    client.post(link(), {"agree": "1"})
    assert fresh(asked).summary == "Something else altogether."


def test_a_new_tag_while_it_is_read_leaves_the_question_open(
    asked: CaseStudyPage, editor: Any, reviewer: Any, client: Client
) -> None:
    address = link()

    save(signed_in(editor), asked, tags="gardens")

    assert client.get(address).status_code == 200
    decide(signed_in(reviewer), asked, "approve")
    client.post(address, {"agree": "1"})
    assert fresh(asked).live


def test_a_later_edit_needs_a_new_yes(
    published: CaseStudyPage, editor: Any, reviewer: Any, client: Client
) -> None:
    before = len(mail.outbox)
    save(signed_in(editor), published, "submit", summary="A different claim.")
    decide(signed_in(reviewer), published, "approve")

    assert fresh(published).summary != "A different claim."
    assert len(mail.outbox) > before
    asked_again = mail.outbox[-1]
    assert "Please read the changed text" in asked_again.subject
    for words in (asked_again.body, asked_again.alternatives[0][0]):
        assert "has changed since you last saw it" in words
    client.post(link(), {"agree": "1"})
    assert fresh(published).summary == "A different claim."


def test_a_later_tag_needs_none(published: CaseStudyPage, editor: Any, reviewer: Any) -> None:
    save(signed_in(editor), published, "submit", tags="gardens")
    decide(signed_in(reviewer), published, "approve")

    assert fresh(published).tag_names == ["gardens"]
    assert fresh(published).live


ROUTES = ["button", "bulk", "schedule", "code", "save"]


@pytest.mark.parametrize("route", ROUTES)
def test_no_route_publishes_without_a_yes(asked: CaseStudyPage, superuser: Any, route: str) -> None:
    """Superusers may publish directly; even they not this."""
    client = signed_in(superuser)
    if route == "button":
        save(client, asked, "publish")
    elif route == "bulk":
        url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        client.post(f"{url}?id={asked.pk}&next=/admin/", {"include_descendants": ""})
    elif route == "schedule":
        revision = asked.get_latest_revision()
        moment = timezone.now() - timedelta(minutes=1)
        revision.approved_go_live_at = moment
        revision.content["go_live_at"] = moment.isoformat()
        revision.save()
        with pytest.raises(PermissionDenied):
            call_command("publish_scheduled")
    elif route == "code":
        with pytest.raises(PermissionDenied):
            asked.get_latest_revision().publish()
    else:
        page = fresh(asked)
        page.live = True
        with pytest.raises(PermissionDenied):
            page.save()

    assert not fresh(asked).live
    assert Client().get(asked.get_url()).status_code == 404


@pytest.mark.parametrize("whole", ["compendium", "home"])
@pytest.mark.parametrize("is_alias", [False, True], ids=["copy", "alias"])
def test_copying_what_stands_above_copies_no_case_study_with_a_yes(
    published: CaseStudyPage, superuser: Any, whole: str, is_alias: bool
) -> None:
    """It was said to one page. A copy would stay public when it is withdrawn."""
    compendium = published.get_parent()
    page = compendium if whole == "compendium" else compendium.get_parent()
    signed_in(superuser).post(
        reverse("wagtailadmin_pages:copy", args=[page.pk]),
        {
            "new_title": "Another one",
            "new_slug": "another-one",
            "new_parent_page": page.get_parent().pk,
            "copy_subpages": "on",
            "publish_copies": "on",
            **({"alias": "on"} if is_alias else {}),
        },
    )

    assert [one.pk for one in CaseStudyPage.objects.live()] == [published.pk]


def test_going_back_to_an_older_text_needs_a_yes_to_it(
    published: CaseStudyPage, superuser: Any
) -> None:
    revision = published.get_latest_revision()
    old = revision.as_object()
    old.summary = "What it said at first."
    old_revision = old.save_revision()

    with pytest.raises(PermissionDenied):
        old_revision.publish(user=superuser)

    assert fresh(published).summary != "What it said at first."


def test_a_withdrawn_example_cannot_be_published_again(
    published: CaseStudyPage, superuser: Any, client: Client
) -> None:
    withdraw(Contribution.objects.get())
    assert client.get(published.get_url()).status_code == 410

    changed = fresh(published)
    changed.summary = "Let us try this."
    with pytest.raises(PermissionDenied):
        changed.save_revision().publish(user=superuser)

    assert client.get(published.get_url()).status_code == 410


def test_after_withdrawing_nobody_is_asked_for_a_yes(
    published: CaseStudyPage, editor: Any, reviewer: Any, client: Client
) -> None:
    save(signed_in(editor), published, "submit", summary="Other words.")
    decide(signed_in(reviewer), published, "approve")
    address = link()
    assert client.get(address).status_code == 200
    state = fresh(published).current_workflow_task_state
    record = reverse("wagtailadmin_pages:workflow_action", args=[published.pk, "record", state.pk])

    withdraw(Contribution.objects.get())
    opened, said = client.get(address), client.post(address, {"agree": "1"})
    signed_in(reviewer).post(record, {"how": "phone", "note": "Rang on Monday."})

    assert (opened.status_code, said.status_code) == (410, 410)
    assert "This example is withdrawn" in text_of(opened)
    assert "It is published" not in text_of(said)
    assert ContributorAgreement.objects.filter(state="agreed").count() == 1
    edited = text_of(signed_in(editor).get(edit_url(published)))
    assert "Visitors do not see this page" in edited


def test_a_yes_by_telephone_is_recorded_with_who_and_how(
    asked: CaseStudyPage, reviewer: Any
) -> None:
    client = signed_in(reviewer)
    state = fresh(asked).current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[asked.pk, "record", state.pk])

    client.post(url, {"how": "phone", "note": "Rang on Monday, spoke to the office."})

    agreement = ContributorAgreement.objects.get()
    assert (agreement.state, agreement.how) == ("agreed", "phone")
    assert agreement.recorded_by == reviewer
    assert fresh(asked).live


def test_an_editor_cannot_say_yes_for_the_contributor(asked: CaseStudyPage, editor: Any) -> None:
    state = fresh(asked).current_workflow_task_state
    for name in ("record", "approve", "remind"):
        url = reverse("wagtailadmin_pages:workflow_action", args=[asked.pk, name, state.pk])
        signed_in(editor).post(url, {"how": "phone", "note": "I am sure it is fine."})

    assert ContributorAgreement.objects.get().state == "waiting"
    assert not fresh(asked).live


def test_a_reviewer_cannot_approve_in_the_contributors_place(
    asked: CaseStudyPage, reviewer: Any
) -> None:
    response = decide(signed_in(reviewer), asked, "approve")

    assert not fresh(asked).live
    assert "published" not in messages_of(response)


def test_the_link_is_sent_again_and_the_old_one_stops_working(
    asked: CaseStudyPage, reviewer: Any, client: Client
) -> None:
    old = link()

    decide(signed_in(reviewer), asked, "remind")

    assert link() != old
    assert client.get(old).status_code == 404
    assert client.get(link()).status_code == 200


def test_the_link_opens_nothing_but_the_text(asked: CaseStudyPage, client: Client) -> None:
    for step in ("withdraw/", "example/", "check/", "files/", "later/"):
        assert client.get(link() + step).status_code == 404
        assert client.post(link() + step).status_code == 404


def test_an_expired_link_decides_nothing(asked: CaseStudyPage, client: Client) -> None:
    ContributionLink.objects.update(expires_at=timezone.now() - timedelta(minutes=1))

    assert client.post(link(), {"agree": "1"}).status_code == 404
    assert not fresh(asked).live


def test_a_case_study_that_came_from_nobody_needs_no_yes(
    editor: Any, hackney: Any, reviewer: Any
) -> None:
    page = case_study("Lunch club", live=False, looked_after_by=hackney, owner=editor, user=editor)
    save(signed_in(editor), page, "submit")
    decide(signed_in(reviewer), page, "approve")

    assert fresh(page).live


def test_pictures_of_the_text_are_seen_through_the_link_and_no_other_way(
    draft: CaseStudyPage, editor: Any, reviewer: Any, client: Client
) -> None:
    shown, other = (
        get_image_model().objects.create(title=name, file=get_test_image_file(f"{name}.png"))
        for name in ("shown", "other")
    )
    page = fresh(draft)
    block = {"image": {"image": shown.pk, "decorative": False, "alt_text": "Beds"}, "caption": ""}
    page.story = page._meta.get_field("story").to_python([{"type": "picture", "value": block}])
    page.save_revision(user=editor)
    fresh(draft).get_workflow().start(fresh(draft), editor)
    decide(signed_in(reviewer), draft, "approve")

    html = client.get(link()).content.decode()
    sources = re.findall(r'(?:src|srcset)="(/contribute/[^" ]+)', html)

    assert sources
    assert "/media/images/" not in html.replace(f"{link()}media/images/", "")
    assert client.get(sources[0]).status_code == 200
    assert client.get(sources[0].replace(link(), "/")).status_code == 404
    rendition = other.get_rendition("width-100")
    assert client.get(f"{link()}media/{rendition.file.name}").status_code == 404


def test_hostile_wishes_are_answered(asked: CaseStudyPage, client: Client) -> None:
    for wish in ("\x00", "x" * 5000, "<script>hostile()</script>", "🙂", ""):
        response = client.post(link(), {"changes": "1", "nonsense": wish, "title": wish[:0]})
        assert response.status_code == 422
    response = client.post(link(), {"changes": "1", "title": "x" * 5000})
    assert response.status_code == 422
    assert "x" * 5000 in response.content.decode()


def test_somebody_else_reviews_even_with_a_yes(published: CaseStudyPage, reviewer: Any) -> None:
    """The contributor's yes is no second pair of eyes."""
    other = person(role="Reviewers", username="second-reviewer")
    save(signed_in(reviewer), published, "submit", tags="gardens")

    decide(signed_in(reviewer), published, "approve")
    assert fresh(published).tag_names == []
    decide(signed_in(other), published, "approve")
    assert fresh(published).tag_names == ["gardens"]
