"""Asking to join: nothing typed is lost, nothing is stored twice, nobody sees it who should not."""

import re
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core import signing
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from coprod_pages.public_forms.keys import SALT as KEY_SALT
from coprod_pages.working_group.models import JoinRequest

pytestmark = pytest.mark.django_db

JOIN = "/working-group/join/"
ANSWERS = {"name": "Ada Example", "email": "ada@example.org", "message": "I use a wheelchair."}


@pytest.fixture
def form_key(client: Client, monkeypatch: pytest.MonkeyPatch) -> str:
    """The key of a form that was opened a minute ago."""
    import time

    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now - 60)
    page = BeautifulSoup(client.get(JOIN).content, "html.parser")
    monkeypatch.setattr(time, "time", lambda: now)
    return page.find("input", {"name": "form_key"})["value"]


def test_a_request_is_stored_and_thanked_with_a_reference(client: Client, form_key: str) -> None:
    response = client.post(JOIN, {**ANSWERS, "form_key": form_key}, follow=True)

    stored = JoinRequest.objects.get()
    assert stored.name == "Ada Example"
    assert not stored.looks_automatic
    assert stored.erase_after == timezone.localdate() + timedelta(days=365)
    assert stored.reference in response.content.decode()
    assert "ada@example.org" not in response.content.decode()
    assert "ada" not in response.redirect_chain[0][0]


def test_a_double_click_stores_once(client: Client, form_key: str) -> None:
    for _click in range(2):
        client.post(JOIN, {**ANSWERS, "form_key": form_key})

    assert JoinRequest.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "Write your name"),
        ("name", "***", "Write your name"),
        ("email", "", "Write your e-mail address"),
        ("email", "nonsense", "name@example.org"),
        ("email", "a@b.c\nBcc: x@y.z", "name@example.org"),
        ("email", "a" * 250 + "@example.org", "254"),
        ("message", "x" * 1001, "1000"),
    ],
)
def test_bad_input_is_explained_and_loses_nothing(
    client: Client, form_key: str, field: str, value: str, words: str
) -> None:
    response = client.post(JOIN, {**ANSWERS, "form_key": form_key, field: value})

    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 422
    assert words in page.get_text()
    assert JoinRequest.objects.count() == 0
    kept = {name: text for name, text in ANSWERS.items() if name != field}
    for name, text in kept.items():
        control = page.find(attrs={"name": name})
        assert (control.get("value") or control.get_text()).strip() == text
    summary = page.find(attrs={"role": "alert"})
    assert summary is not None
    assert summary.find("a", href=f"#id_{field}") is not None


def test_an_old_form_keeps_what_was_typed_and_works_when_sent_again(client: Client) -> None:
    response = client.post(JOIN, {**ANSWERS, "form_key": "made up"})

    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 422
    assert page.find("input", {"name": "name"})["value"] == "Ada Example"
    key = page.find("input", {"name": "form_key"})["value"]
    signing.TimestampSigner(salt=KEY_SALT).unsign(key)
    assert client.post(JOIN, {**ANSWERS, "form_key": key}).status_code == 302


@pytest.mark.parametrize("answers", [{"website": "https://spam.example"}, {}])
def test_what_looks_automatic_is_thanked_and_kept_apart(client: Client, answers: dict) -> None:
    page = BeautifulSoup(client.get(JOIN).content, "html.parser")
    key = page.find("input", {"name": "form_key"})["value"]  # sent at once: too fast

    response = client.post(JOIN, {**ANSWERS, **answers, "form_key": key})

    assert response.status_code == 302
    assert JoinRequest.objects.get().looks_automatic


def test_a_flood_from_one_place_is_stopped_and_nothing_typed_is_lost(client: Client) -> None:
    key = signing.TimestampSigner(salt=KEY_SALT)
    answers = [client.post(JOIN, {**ANSWERS, "form_key": key.sign(f"form {n}")}) for n in range(8)]
    elsewhere = client.post(
        JOIN, {**ANSWERS, "form_key": key.sign("other")}, REMOTE_ADDR="198.51.100.7"
    )

    assert [answer.status_code for answer in answers] == [302] * 5 + [429] * 3
    assert JoinRequest.objects.count() == 6
    page = BeautifulSoup(answers[-1].content, "html.parser")
    assert "wait an hour" in page.get_text()
    assert page.find("input", {"name": "name"})["value"] == "Ada Example"
    assert elsewhere.status_code == 302


def test_the_secretary_sees_exports_and_answers_requests(
    client: Client, secretary: object, form_key: str
) -> None:
    Client().post(JOIN, {**ANSWERS, "name": "=HYPERLINK(1)", "form_key": form_key})
    client.force_login(secretary)
    request = JoinRequest.objects.get()
    register = "/admin/coprod_pages/joinrequest/"

    assert request.reference in client.get(register).content.decode()
    assert "ada@example.org" in client.get(f"{register}inspect/{request.pk}/").content.decode()
    export = client.get(f"{register}?export=csv")
    text = b"".join(export.streaming_content).decode()
    assert "'=HYPERLINK(1)" in text
    assert client.get(f"{register}?export=xlsx").status_code == 200
    assert client.get(f"{register}?q=ada").status_code == 200

    client.post(f"{register}edit/{request.pk}/", {"answered": "on"})
    request.refresh_from_db()
    assert request.answered


def test_editors_and_the_public_never_see_the_register(client: Client, editor: object) -> None:
    assert client.get("/admin/coprod_pages/joinrequest/").status_code == 302
    client.force_login(editor)
    assert client.get("/admin/coprod_pages/joinrequest/").status_code == 302
    assert "Requests to join" not in client.get("/admin/").content.decode()


def test_personal_data_is_erased_when_its_time_is_over_or_on_demand(client: Client) -> None:
    kept = {"name": "A", "email": "kept@example.org", "form_key": "1", "reference": "AAAAAAAA"}
    JoinRequest.objects.create(**kept)
    JoinRequest.objects.create(
        name="B",
        email="old@example.org",
        form_key="2",
        reference="BBBBBBBB",
        erase_after=timezone.localdate() - timedelta(days=1),
    )

    call_command("erase_expired_personal_data", verbosity=0)
    assert list(JoinRequest.objects.values_list("email", flat=True)) == ["kept@example.org"]

    call_command("erase_expired_personal_data", email="KEPT@example.org", verbosity=0)
    assert not JoinRequest.objects.exists()


def test_the_log_of_changes_names_nobody(client: Client, secretary: object, form_key: str) -> None:
    from wagtail.models import ModelLogEntry

    Client().post(JOIN, {**ANSWERS, "form_key": form_key})
    client.force_login(secretary)
    request = JoinRequest.objects.get()
    client.post(f"/admin/coprod_pages/joinrequest/edit/{request.pk}/", {"answered": "on"})

    labels = " ".join(ModelLogEntry.objects.values_list("label", flat=True))
    assert request.reference in labels
    assert not re.search("Ada|ada@", labels)
