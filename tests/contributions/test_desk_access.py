"""Who sees what at the desk: what is unconfirmed nobody, contact details only those who sort."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.contributions.choices import ON_THE_DESK, State
from coprod_pages.contributions.models import Contribution
from tests.contributions.at_the_desk import DESK, do, words
from tests.factories import contribution, contribution_file

pytestmark = pytest.mark.django_db

ACTIONS = {
    "start": {},
    "ask": {"text": "When was it?"},
    "note": {"answer": "Yes."},
    "hand": {},
    "duplicate": {"reference": "AAAAAAAA"},
    "part": {},
    "decline": {"text": "We have one."},
    "release": {},
}
FOR_THOSE_WHO_SORT = ["hand", "duplicate", "part", "decline", "release"]


def text_of(response: Any) -> str:
    """All that came, of a file too."""
    return response.getvalue().decode(errors="replace")


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("state", [State.UNFINISHED, State.UNCONFIRMED])
def test_what_is_unfinished_or_unconfirmed_is_shown_to_nobody(
    state: str, reviewer: Any, manager: Any, superuser: Any, editor: Any
) -> None:
    hidden = contribution(state, title="Not yet for anybody", owner=editor)
    hidden.reference = "HHHHHHHH"
    hidden.save()
    kept = contribution_file(hidden)
    seen = contribution(title="A lunch club not yet")

    for user in (reviewer, manager, superuser, editor):
        client = signed_in(user)
        lists = ["", "?q=anybody", f"?state={state}", "?automatic=1", "?q=HHHHHHHH", "?owner=me"]
        exports = ["?export=csv", f"?export=csv&state={state}", "?export=csv&q=anybody"]
        for query in [*lists, *exports]:
            assert "for anybody" not in text_of(client.get(f"{DESK}{query}")), query
        for address in ("inspect", "history", "edit", "delete"):
            assert client.get(f"{DESK}{address}/{hidden.pk}/").status_code == 404
        for action, answers in ACTIONS.items():
            assert do(client, hidden, action, **answers).status_code == 404
        assert client.get(f"/admin/coprod_pages/contributionfile/{kept.pk}/").status_code == 404
        assert "for anybody" not in words(client.get("/admin/"))
    opened = signed_in(reviewer).get(f"{DESK}inspect/{seen.pk}/")
    assert "for anybody" not in words(opened)
    refused = do(signed_in(reviewer), seen, "duplicate", reference="HHHHHHHH")
    assert refused.status_code == 422
    assert mail.outbox == []
    assert CaseStudyPage.objects.count() == 0


@pytest.mark.parametrize("state", ON_THE_DESK)
def test_whatever_is_on_the_desk_can_be_opened_by_who_sorts(state: str, reviewer: Any) -> None:
    sent = contribution(state, title="There it is")
    client = signed_in(reviewer)

    assert "There it is" in words(client.get(DESK))
    assert "There it is" in words(client.get(f"{DESK}?state={state}"))
    assert client.get(f"{DESK}inspect/{sent.pk}/").status_code == 200
    assert client.get(f"{DESK}history/{sent.pk}/").status_code == 200


@pytest.mark.parametrize("key", ["0", "999999", "9" * 40, "abc", "-1", "²"])
def test_what_is_not_there_is_not_there(key: str, reviewer: Any) -> None:
    assert signed_in(reviewer).get(f"{DESK}inspect/{key}/").status_code == 404


def test_an_editor_sees_what_was_handed_to_them_and_no_way_to_reach_anybody(
    editor: Any, other_editor: Any
) -> None:
    sent = contribution(owner=editor, title="Handed over", phone="020 7946 0999")
    contribution(owner=other_editor, title="Handed over to another")
    contribution(title="Handed over to nobody")
    client = signed_in(editor)

    listed = words(client.get(DESK))
    opened = client.get(f"{DESK}inspect/{sent.pk}/").content.decode()
    exported = text_of(client.get(f"{DESK}?export=csv"))

    for text in (listed, opened, exported, words(client.get("/admin/"))):
        assert "Handed over" in text
        assert "to another" not in text
        assert "to nobody" not in text
        assert "7946" not in text
        assert "ottoline@" not in text
    assert "Ottoline Penhaligon" in opened
    assert "1 waits for you" in words(client.get("/admin/"))


def test_reviewers_and_managers_see_how_to_reach_them_but_no_file_of_it_leaves(
    reviewer: Any, manager: Any
) -> None:
    sent = contribution()

    for user in (reviewer, manager):
        client = signed_in(user)
        opened = client.get(f"{DESK}inspect/{sent.pk}/").content.decode()
        assert "ottoline@example.org" in opened
        assert "020 7946 0123" in opened
        for kind in ("csv", "xlsx"):
            assert client.get(f"{DESK}?export={kind}").status_code == 200
        exported = text_of(client.get(f"{DESK}?export=csv"))
        assert sent.reference in exported
        for secret in ("Ottoline", "ottoline", "7946", "Friends of"):
            assert secret not in exported


@pytest.mark.parametrize("lookup", ["email__startswith", "phone__contains", "owner__password"])
def test_the_address_of_the_list_asks_for_no_column_that_is_not_shown(
    lookup: str, editor: Any
) -> None:
    contribution(owner=editor, title="Handed over")
    client = signed_in(editor)

    answers = {words(client.get(f"{DESK}?{lookup}={value}")) for value in ("ottoline", "zzz")}

    assert all("Handed over" in answer for answer in answers)


@pytest.mark.parametrize(
    "query", ["?q=%00", "?owner=x", "?owner=%00", "?state=nonsense", "?o=99", "?p=x", "?came=%27"]
)
def test_nonsense_in_the_address_of_the_list_breaks_nothing(query: str, reviewer: Any) -> None:
    contribution()

    assert signed_in(reviewer).get(f"{DESK}{query}").status_code == 200


def test_an_editor_starts_and_asks_but_does_not_sort(editor: Any, reviewer: Any) -> None:
    client = signed_in(editor)
    for action in FOR_THOSE_WHO_SORT:
        sent = contribution(owner=editor)
        other = contribution()
        before = Contribution.objects.filter(pk=sent.pk).values().get()
        answers = {**ACTIONS[action], "colleague": reviewer.pk, "reference": other.reference}

        response = do(client, sent, action, **answers)

        assert response.status_code == 403
        assert Contribution.objects.filter(pk=sent.pk).values().get() == before
    assert mail.outbox == []
    sent = contribution(owner=editor)
    do(client, sent, "ask", text="When was it?")
    do(client, sent, "start")
    sent.refresh_from_db()
    assert len(mail.outbox) == 1
    assert sent.case_study is not None


@pytest.mark.parametrize("action", ACTIONS)
def test_nobody_does_anything_with_what_is_not_theirs(
    action: str, other_editor: Any, secretary: Any, editor: Any
) -> None:
    sent = contribution(owner=editor)
    before = Contribution.objects.filter(pk=sent.pk).values().get()

    for client in (signed_in(other_editor), signed_in(secretary), Client()):
        assert do(client, sent, action, **ACTIONS[action]).status_code in (302, 404)

    assert Contribution.objects.filter(pk=sent.pk).values().get() == before
    assert mail.outbox == []


def test_nobody_deletes_what_somebody_sent(superuser: Any, manager: Any, reviewer: Any) -> None:
    sent = contribution()

    for user in (superuser, manager, reviewer):
        for address in ("delete", "edit"):
            signed_in(user).post(f"{DESK}{address}/{sent.pk}/", {"title": "Gone"})
        assert "delete" not in signed_in(user).get(DESK).content.decode().lower()

    sent.refresh_from_db()
    assert sent.title == "A lunch club that residents run"


def test_a_button_needs_the_token_of_the_form(reviewer: Any) -> None:
    sent = contribution()
    client = Client(enforce_csrf_checks=True)
    client.force_login(reviewer)

    assert do(client, sent, "decline", text="No.").status_code == 403
    sent.refresh_from_db()
    assert sent.state == State.NEW


def test_a_file_is_downloaded_and_never_opened_inside_the_admin(reviewer: Any) -> None:
    kept = contribution_file(contribution(), name='a "letter"\nü.pdf')
    client = signed_in(reviewer)

    response = client.get(f"/admin/coprod_pages/contributionfile/{kept.pk}/")

    assert response.getvalue() == b"%PDF-1.4 a letter"
    assert response["Content-Disposition"].startswith("attachment")
    assert "\n" not in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_file_is_for_those_who_may_open_what_it_came_with(
    editor: Any, other_editor: Any, secretary: Any
) -> None:
    kept = contribution_file(contribution(owner=editor))
    address = f"/admin/coprod_pages/contributionfile/{kept.pk}/"

    assert signed_in(editor).get(address).status_code == 200
    for client in (signed_in(other_editor), signed_in(secretary)):
        assert client.get(address).status_code == 404
    assert Client().get(address).status_code == 302
    kept.file.storage.delete(kept.file.name)
    assert signed_in(editor).get(address).status_code == 404


def test_the_working_group_has_no_desk(secretary: Any) -> None:
    contribution()
    client = signed_in(secretary)

    assert client.get(DESK).status_code == 302
    assert client.get(f"{DESK}create/").status_code == 302
    dashboard = words(client.get("/admin/"))
    assert "Contributions that wait for you" not in dashboard
