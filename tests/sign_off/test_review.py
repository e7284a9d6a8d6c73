"""A case study becomes public by its review: by somebody else, and exactly as approved."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision, TaskState

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.compendium.models import CompendiumPage
from coprod_pages.roles.groups import CVS_EDITORS, REVIEWERS
from coprod_pages.sign_off.content import digest_of
from tests.editor_form import (
    current_values,
    decide,
    edit_url,
    messages_of,
    new_case_study,
    post,
    save,
    text_of,
)
from tests.factories import case_study, person

pytestmark = pytest.mark.django_db


def signed_in(user: Any) -> Client:
    """A client for `user`."""
    client = Client()
    client.force_login(user)
    return client


def fresh(page: CaseStudyPage) -> CaseStudyPage:
    """The page as it is stored now."""
    return CaseStudyPage.objects.get(pk=page.pk)


def the_time_comes(revision: Revision) -> None:
    """Let the time that `revision` was approved for be a minute ago."""
    moment = timezone.now() - timedelta(minutes=1)
    revision.approved_go_live_at = moment
    revision.content["go_live_at"] = moment.isoformat()
    revision.save()


@pytest.fixture
def draft(editor: Any, hackney: Any) -> CaseStudyPage:
    """A complete draft of the editor."""
    return case_study("Lunch club", live=False, looked_after_by=hackney, owner=editor, user=editor)


@pytest.fixture
def submitted(draft: CaseStudyPage, editor: Any) -> CaseStudyPage:
    """The same, sent in for review in the editor."""
    save(signed_in(editor), draft, "submit")
    return fresh(draft)


@pytest.fixture
def second_reviewer(db: None) -> Any:
    """Another reviewer."""
    return person(REVIEWERS, username="second-reviewer")


def test_a_reviewer_approves_and_it_is_public(
    submitted: CaseStudyPage, reviewer: Any, client: Client
) -> None:
    assert client.get(submitted.url).status_code == 404

    decide(signed_in(reviewer), submitted, "approve")

    assert fresh(submitted).live
    assert fresh(submitted).live_revision_id == submitted.latest_revision_id
    assert client.get(submitted.url).status_code == 200


def test_approving_in_the_editor_without_a_change_publishes(
    submitted: CaseStudyPage, reviewer: Any
) -> None:
    change = {"workflow-action-name": "approve"}

    save(signed_in(reviewer), submitted, "workflow-action", **change)

    assert fresh(submitted).live


def test_who_edited_last_is_told_that_somebody_else_approves(
    submitted: CaseStudyPage, reviewer: Any
) -> None:
    browser = signed_in(reviewer)
    save(browser, submitted, title="Lunch club, better told")

    response = browser.get(edit_url(submitted))

    assert "somebody else has to approve it" in messages_of(response)
    assert 'data-workflow-action-name="approve"' not in response.content.decode()


@pytest.mark.parametrize("route", ["outside the editor", "in the editor"])
def test_who_edited_last_cannot_approve(
    submitted: CaseStudyPage, reviewer: Any, route: str
) -> None:
    browser = signed_in(reviewer)
    save(browser, submitted, title="Lunch club, better told")

    if route == "in the editor":
        change = {"workflow-action-name": "approve"}
        save(browser, submitted, "workflow-action", **change)
    else:
        response = decide(browser, submitted, "approve")
        assert "somebody else has to approve it" in messages_of(response)

    assert not fresh(submitted).live
    assert fresh(submitted).workflow_in_progress


def test_changing_and_approving_at_once_saves_the_change_and_does_not_publish(
    submitted: CaseStudyPage, reviewer: Any
) -> None:
    change = {"workflow-action-name": "approve", "title": "Lunch club, my way"}

    response = save(signed_in(reviewer), submitted, "workflow-action", **change)

    assert response.status_code == 200
    assert "Your changes are saved as a draft." in messages_of(response)
    assert "somebody else has to approve it" in messages_of(response)
    assert not fresh(submitted).live
    assert fresh(submitted).get_latest_revision_as_object().title == "Lunch club, my way"


@pytest.fixture
def made_by_code(editor: Any, hackney: Any) -> CaseStudyPage:
    """A draft that no browser has saved yet: its paragraphs have no keys of the editor's."""
    page = case_study(
        "Tea dance",
        live=False,
        looked_after_by=hackney,
        owner=editor,
        need="<p>People wanted to <b>dance</b>.</p>",
        tags=["zumba", "afternoons"],
    )
    page.save_revision(user=editor)
    page.get_workflow().start(page, editor)
    return fresh(page)


def as_browsers_write_it(page: CaseStudyPage) -> dict[str, str]:
    """What the editor's form sends though nobody typed anything: the paragraphs have got keys."""
    blocks = [{"key": "abcde", "text": "People wanted to dance.", "type": "unstyled", "depth": 0}]
    bold = {"offset": 17, "length": 5, "style": "BOLD"}
    blocks[0] |= {"inlineStyleRanges": [bold], "entityRanges": []}
    return {"need": json.dumps({"blocks": blocks, "entityMap": {}}), "tags": "afternoons, zumba"}


def test_a_reviewer_who_only_looked_may_approve_what_code_has_made(
    made_by_code: CaseStudyPage, reviewer: Any
) -> None:
    change = {"workflow-action-name": "approve", **as_browsers_write_it(made_by_code)}

    save(signed_in(reviewer), made_by_code, "workflow-action", **change)

    assert 'data-block-key="abcde"' in fresh(made_by_code).need
    assert fresh(made_by_code).live


def test_how_a_list_is_stored_makes_no_other_text(made_by_code: CaseStudyPage) -> None:
    figures = {"figure": "57", "meaning": "people"}
    by_the_editor = {"type": "item", "id": "a1", "value": figures}
    read = []
    for items in ([figures], [by_the_editor]):
        made_by_code.story = json.dumps([{"type": "key_figures", "value": items, "id": "s1"}])
        read.append(digest_of(made_by_code))
    figures["figure"] = "58"
    made_by_code.story = json.dumps([{"type": "key_figures", "value": [figures], "id": "s1"}])

    assert read[0] == read[1] != digest_of(made_by_code)


def test_a_reviewer_who_changed_a_tag_on_the_way_may_not(
    made_by_code: CaseStudyPage, reviewer: Any
) -> None:
    change = {**as_browsers_write_it(made_by_code), "tags": "afternoons"}

    save(
        signed_in(reviewer),
        made_by_code,
        "workflow-action",
        **{"workflow-action-name": "approve", **change},
    )

    assert not fresh(made_by_code).live


def test_whoever_wrote_it_may_not_approve_because_somebody_looked_after_them(
    submitted: CaseStudyPage, reviewer: Any, second_reviewer: Any
) -> None:
    save(signed_in(reviewer), submitted, title="Lunch club, better told")
    save(signed_in(second_reviewer), submitted)

    refused = decide(signed_in(reviewer), submitted, "approve")

    assert "somebody else has to approve it" in messages_of(refused)
    assert not fresh(submitted).live


def test_another_reviewer_approves_what_a_reviewer_changed(
    submitted: CaseStudyPage, reviewer: Any, second_reviewer: Any
) -> None:
    save(signed_in(reviewer), submitted, title="Lunch club, better told")

    decide(signed_in(second_reviewer), submitted, "approve")

    assert fresh(submitted).live
    assert fresh(submitted).title == "Lunch club, better told"


def test_a_superuser_needs_a_second_pair_of_eyes_too(
    submitted: CaseStudyPage, superuser: Any
) -> None:
    browser = signed_in(superuser)
    save(browser, submitted, title="Lunch club, better told")

    decide(browser, submitted, "approve")

    assert not fresh(submitted).live


def test_a_task_cannot_be_decided_by_the_address_of_another_page(
    submitted: CaseStudyPage, reviewer: Any, hackney: Any, editor: Any
) -> None:
    """The address names a page and a task: only the task's own page counts."""
    other = case_study("Another", live=False, looked_after_by=hackney, owner=editor, user=editor)
    save(signed_in(editor), other, "submit")
    browser = signed_in(reviewer)
    save(browser, submitted, title="Lunch club, better told")
    task = fresh(submitted).current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[other.pk, "approve", task.pk])

    browser.post(url, follow=True)

    assert not fresh(submitted).live
    assert not fresh(other).live


@pytest.mark.parametrize("role", ["editor", "other_editor", "secretary"])
def test_only_reviewers_decide(
    submitted: CaseStudyPage, role: str, request: pytest.FixtureRequest
) -> None:
    browser = signed_in(request.getfixturevalue(role))

    for decision in ("approve", "reject"):
        decide(browser, submitted, decision)

    assert not fresh(submitted).live
    assert fresh(submitted).current_workflow_task_state.status == TaskState.STATUS_IN_PROGRESS


def test_what_lacks_a_part_cannot_be_approved_and_the_reviewer_reads_what_is_missing(
    draft: CaseStudyPage, editor: Any, reviewer: Any
) -> None:
    draft.summary = ""
    draft.worked = ""
    draft.save_revision(user=editor)
    draft.get_workflow().start(draft, editor)  # as code would, round the editor's form
    browser = signed_in(reviewer)

    opened = browser.get(edit_url(draft))
    decided = decide(browser, draft, "approve")

    for response in (opened, decided):
        assert response.status_code == 200
        assert "a summary of one or two sentences; what worked" in messages_of(response)
    assert not fresh(draft).live
    assert fresh(draft).current_workflow_task_state.status == TaskState.STATUS_IN_PROGRESS


def test_a_text_changed_by_code_while_in_review_is_not_published_unread(
    submitted: CaseStudyPage, reviewer: Any
) -> None:
    submitted.title = "Put in later"
    submitted.save_revision()
    browser = signed_in(reviewer)

    first = decide(browser, submitted, "approve")
    assert "The text has changed since you opened it" in messages_of(first)
    assert not fresh(submitted).live

    decide(browser, submitted, "approve")
    assert fresh(submitted).title == "Put in later"


def test_a_window_left_open_does_not_approve_what_was_changed_meanwhile(
    submitted: CaseStudyPage, reviewer: Any, second_reviewer: Any
) -> None:
    seen = submitted.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[submitted.pk, "approve", seen.pk])
    save(signed_in(reviewer), submitted, title="Changed meanwhile")

    signed_in(second_reviewer).post(url, follow=True)

    assert not fresh(submitted).live


def test_a_change_after_approval_is_not_public_until_it_is_approved(
    submitted: CaseStudyPage, editor: Any, reviewer: Any, client: Client
) -> None:
    decide(signed_in(reviewer), submitted, "approve")

    save(signed_in(editor), submitted, title="Changed afterwards")
    assert "Changed afterwards" not in client.get(submitted.url).content.decode()
    save(signed_in(editor), submitted, "submit")
    decide(signed_in(reviewer), submitted, "approve")

    assert "Changed afterwards" in client.get(submitted.url).content.decode()


def test_autosave_cannot_rewrite_what_was_approved(
    submitted: CaseStudyPage, editor: Any, reviewer: Any, client: Client
) -> None:
    decide(signed_in(reviewer), submitted, "approve")
    approved = fresh(submitted).live_revision_id
    browser = signed_in(editor)
    values = current_values(browser, submitted, title="Slipped in")

    post(browser, submitted, {**values, "overwrite_revision_id": approved})

    assert "Slipped in" not in client.get(submitted.url).content.decode()
    assert Revision.objects.get(pk=approved).content["title"] == "Lunch club"


def test_a_request_for_changes_reaches_the_editor_who_sends_it_in_again(
    submitted: CaseStudyPage, editor: Any, reviewer: Any
) -> None:
    decide(signed_in(reviewer), submitted, "reject", comment="Please say who paid.")
    browser = signed_in(editor)

    dashboard = text_of(browser.get("/admin/"))
    assert "Changes asked for" in dashboard
    assert "Please say who paid." in dashboard

    save(browser, submitted, "submit", title="Lunch club, and who paid")
    assert "Please say who paid." not in text_of(browser.get("/admin/"))
    decide(signed_in(reviewer), submitted, "approve")
    assert fresh(submitted).title == "Lunch club, and who paid"
    assert fresh(submitted).live


def test_a_colleague_reads_the_request_and_another_organisation_does_not(
    submitted: CaseStudyPage, reviewer: Any, hackney: Any, other_editor: Any
) -> None:
    decide(signed_in(reviewer), submitted, "reject", comment="Please say who paid.")
    colleague = person(CVS_EDITORS, hackney)

    assert "Please say who paid." in text_of(signed_in(colleague).get("/admin/"))
    assert "Please say who paid." not in text_of(signed_in(other_editor).get("/admin/"))


def test_what_waits_is_on_the_dashboard_of_a_reviewer(
    submitted: CaseStudyPage, reviewer: Any, secretary: Any
) -> None:
    assert "To be reviewed" in text_of(signed_in(reviewer).get("/admin/"))
    assert "Lunch club" not in text_of(signed_in(secretary).get("/admin/"))


def test_what_is_scheduled_goes_through_review_and_appears_at_its_time(
    draft: CaseStudyPage, editor: Any, reviewer: Any, client: Client
) -> None:
    tomorrow = timezone.localtime() + timedelta(days=1)
    browser = signed_in(editor)
    save(browser, draft, "publish", go_live_at=tomorrow.strftime("%Y-%m-%d %H:%M"))
    # Only asked for: the scheduler finds nothing that was approved.
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    save(browser, draft, "submit")

    decide(signed_in(reviewer), draft, "approve")
    assert client.get(draft.url).status_code == 404
    assert fresh(draft).approved_schedule

    the_time_comes(fresh(draft).scheduled_revision)
    call_command("publish_scheduled")
    assert client.get(draft.url).status_code == 200


def test_all_that_is_missing_is_listed_together_on_submitting(editor: Any, hackney: Any) -> None:
    browser = signed_in(editor)
    url = reverse(
        "wagtailadmin_pages:add",
        args=["coprod_pages", "casestudypage", CompendiumPage.objects.get().pk],
    )
    created = browser.post(url, new_case_study("Only a title"), follow=True)
    page = CaseStudyPage.objects.get(title="Only a title")
    assert created.status_code == 200
    assert page.looked_after_by == hackney
    assert not page.live

    response = save(browser, page, "submit")

    said = text_of(response)
    assert "Before this can be published it needs: a summary of one or two sentences; " in said
    for part in ("the organisation that led it", "what worked", "at least one theme"):
        assert part in said
    assert not fresh(page).workflow_in_progress


def test_a_title_alone_is_saved_again_and_again(editor: Any, hackney: Any) -> None:
    page = case_study(
        "Lunch club", live=False, looked_after_by=hackney, summary="", worked="", themes=[]
    )

    save(signed_in(editor), page, title="Supper club")

    assert fresh(page).get_latest_revision_as_object().title == "Supper club"


def test_a_revision_is_compared_by_its_organisation_and_by_reviewers(
    draft: CaseStudyPage, editor: Any, reviewer: Any, other_editor: Any
) -> None:
    save(signed_in(editor), draft, title="Lunch club for everybody")
    url = reverse("wagtailadmin_pages:revisions_compare", args=[draft.pk, "earliest", "latest"])

    for user in (editor, reviewer):
        assert "for everybody" in text_of(signed_in(user).get(url))
    assert "for everybody" not in text_of(signed_in(other_editor).get(url, follow=True))


def test_a_comment_is_kept_with_the_case_study(
    submitted: CaseStudyPage, reviewer: Any, editor: Any
) -> None:
    comment = {
        "comments-TOTAL_FORMS": "1",
        "comments-INITIAL_FORMS": "0",
        "comments-0-id": "",
        "comments-0-text": "Who paid for lunch?",
        "comments-0-contentpath": "need",
        "comments-0-position": "",
        "comments-0-deleted": "",
        "comments-0-resolved": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
        "comments-0-replies-MIN_NUM_FORMS": "0",
        "comments-0-replies-MAX_NUM_FORMS": "1000",
    }

    save(signed_in(reviewer), submitted, **comment)

    assert fresh(submitted).wagtail_admin_comments.get().text == "Who paid for lunch?"
    assert "Who paid for lunch?" in signed_in(editor).get(edit_url(submitted)).content.decode()


def test_under_review_the_editor_reads_and_does_not_change(
    submitted: CaseStudyPage, editor: Any
) -> None:
    browser = signed_in(editor)

    save(browser, submitted, title="Changed while it is read")

    title = fresh(submitted).get_latest_revision_as_object().title
    assert title == "Lunch club"


def test_the_sender_may_take_it_back(submitted: CaseStudyPage, editor: Any) -> None:
    save(signed_in(editor), submitted, "cancel-workflow")

    assert not fresh(submitted).workflow_in_progress


def test_a_draft_needs_only_a_title_and_not_even_an_address(client: Client, editor: object) -> None:
    client.force_login(editor)
    compendium = CompendiumPage.objects.get()
    data = {**new_case_study("Only a title"), "slug": ""}

    client.post(f"/admin/pages/add/coprod_pages/casestudypage/{compendium.pk}/", data)

    assert CaseStudyPage.objects.get(title="Only a title").slug == "only-a-title"
