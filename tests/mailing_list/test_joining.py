"""Getting on the list and off it: confirmed by a link, and nobody learns who is on it."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from coprod_pages.mail.models import OutgoingMail
from coprod_pages.mail.sending import send_due
from coprod_pages.mailing_list.joining import ask_to_confirm
from coprod_pages.mailing_list.links import make_link
from coprod_pages.mailing_list.models import Purpose, Subscriber, SubscriberLink
from coprod_pages.personal_data.erasing import held_about
from tests.factories import meeting
from tests.mail.mail_servers import Postbox
from tests.mailing_list.conftest import LIST, ask, form_key, link_in, mails_to, subscriber

pytestmark = pytest.mark.django_db

ADA = "ada@example.org"


def words(response: Any) -> str:
    return " ".join(BeautifulSoup(response.content, "html.parser").find("main").get_text().split())


def is_on_the_list(email: str = ADA) -> bool:
    return Subscriber.objects.confirmed().filter(email=email).exists()


def test_an_address_is_on_the_list_once_its_owner_has_pressed_the_button(client: Client) -> None:
    response = ask(client, "Ada@Example.org", name="Ada")

    assert "look at your e-mail" in words(response)
    assert not response.cookies
    assert not is_on_the_list()
    link = link_in(mails_to(ADA)[0])
    opened = client.get(link)
    assert "Do you want our e-mails?" in words(opened)
    assert opened["Cache-Control"] == "private, no-store"
    assert "noindex" in opened["X-Robots-Tag"]
    assert not is_on_the_list()  # programs that look at mail open links too

    assert "You are on the list" in words(client.post(link))
    assert is_on_the_list()
    assert "You are on the list" in words(client.post(link))
    assert Subscriber.objects.get().name == "Ada"


def test_whoever_is_on_the_list_already_gets_a_mail_and_a_stranger_reads_the_same(
    client: Client,
) -> None:
    subscriber(ADA)
    known, unknown = ask(client, ADA), ask(client, "eve@example.org")

    assert words(known) == words(unknown)
    assert known.status_code == unknown.status_code == 200
    assert "on our mailing list already" in mails_to(ADA)[0].subject
    assert len(mails_to("eve@example.org")) == 1
    assert is_on_the_list()


def test_nothing_that_was_typed_goes_into_the_mail_to_an_address_nobody_confirmed(
    client: Client,
) -> None:
    ask(client, ADA, name="Win a prize at https://spam.example")

    mail = mails_to(ADA)[0]
    assert "spam.example" not in mail.subject + mail.text + mail.html


def test_leaving_takes_one_press_and_erases_the_address(client: Client) -> None:
    link = make_link(subscriber(ADA), Purpose.LEAVE).removeprefix("https://compendium.example")

    assert "Leave the list?" in words(client.get(link))
    assert is_on_the_list()
    assert "You have left the list" in words(client.post(link))
    assert not Subscriber.objects.exists()
    assert not SubscriberLink.objects.exists()
    again = client.post(link)
    assert again.status_code == 200
    assert "you are not on it" in words(again)
    assert client.get(link).status_code == 404


def test_the_button_of_a_mail_program_works_without_cookie_or_token() -> None:
    strict = Client(enforce_csrf_checks=True)
    link = make_link(subscriber(ADA), Purpose.LEAVE).removeprefix("https://compendium.example")

    response = strict.post(
        link, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded"
    )

    assert response.status_code == 200
    assert not Subscriber.objects.exists()


def test_what_waits_to_be_sent_to_whoever_leaves_is_not_sent(client: Client) -> None:
    from coprod_pages.mailing_list import mails
    from coprod_pages.mailing_list.models import ListMessage

    ada = subscriber(ADA)
    link = make_link(ada, Purpose.LEAVE)
    mails.send(ListMessage.objects.create(subject="News", text="Words"), ada, link)

    client.post(link.removeprefix("https://compendium.example"))

    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize("made_up", ["x", "a" * 43, "confirm"])
def test_a_link_that_was_made_up_opens_nothing(client: Client, made_up: str) -> None:
    assert client.get(f"{LIST}{made_up}/").status_code == 404
    assert not is_on_the_list()


def test_a_link_to_confirm_ends_after_thirty_days(client: Client) -> None:
    ask(client, ADA)
    link = link_in(mails_to(ADA)[0])
    SubscriberLink.objects.update(expires_at=timezone.now())

    assert client.get(link).status_code == 404
    client.post(link)
    assert not is_on_the_list()


def test_a_double_press_writes_once_and_a_corrected_address_is_another(client: Client) -> None:
    key = form_key(client)
    for email in (ADA, ADA, "ade@example.org"):
        response = client.post(LIST, {"email": email, "form_key": key})
        assert "look at your e-mail" in words(response)

    assert len(mails_to(ADA)) == len(mails_to("ade@example.org")) == 1


def test_nobody_can_have_somebody_elses_letter_box_filled(client: Client) -> None:
    for _time in range(6):
        assert "look at your e-mail" in words(ask(client, ADA))

    assert len(mails_to(ADA)) == 3


def test_a_flood_from_one_place_is_stopped_and_keeps_what_was_typed(
    client: Client, settings: Any
) -> None:
    settings.COPROD_SENDINGS_PER_HOUR = 2
    answers = [ask(client, f"a{number}@example.org") for number in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert "wait an hour" in words(answers[-1])
    page = BeautifulSoup(answers[-1].content, "html.parser")
    assert page.find("input", {"name": "email"})["value"] == "a2@example.org"


def test_a_program_that_fills_in_everything_is_stopped_and_a_person_only_presses_again(
    client: Client,
) -> None:
    stopped = ask(client, ADA, website="https://spam.example")

    assert stopped.status_code == 422
    assert "press the button again" in words(stopped)
    page = BeautifulSoup(stopped.content, "html.parser")
    assert not page.find("input", {"name": "website"}).get("value")
    assert not mails_to(ADA)
    assert "look at your e-mail" in words(ask(client, ADA))


@pytest.mark.parametrize("email", ["", "nonsense", "a@b.c\nBcc: x@y.z", "x" * 250 + "@example.org"])
def test_what_is_no_address_is_explained(client: Client, email: str) -> None:
    response = ask(client, email, name="Ada")

    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 422
    assert page.find(attrs={"role": "alert"}).find("a", href="#id_email") is not None
    assert page.find("input", {"name": "name"})["value"] == "Ada"
    assert not Subscriber.objects.exists()


def test_another_form_can_offer_the_list(client: Client) -> None:
    ask_to_confirm("New@example.org", "New")

    client.post(link_in(mails_to("new@example.org")[0]))
    assert is_on_the_list("new@example.org")


def test_what_nobody_confirms_is_erased_after_thirty_days(client: Client) -> None:
    ask(client, ADA)
    subscriber("kept@example.org")
    today = timezone.localdate()
    assert Subscriber.objects.get(email=ADA).erase_after == today + timedelta(days=30)
    Subscriber.objects.filter(email=ADA).update(erase_after=today - timedelta(days=1))

    call_command("erase_expired_personal_data", verbosity=0)

    assert list(Subscriber.objects.values_list("email", flat=True)) == ["kept@example.org"]


def test_somebody_is_told_what_is_held_and_is_erased_for_good(client: Client) -> None:
    subscriber(ADA, "Ada")

    assert held_about("ADA@example.org")["mailing list"][0]["name"] == "Ada"
    call_command("personal_data", "ADA@example.org", erase=True, verbosity=0)

    assert not Subscriber.objects.exists()
    assert not any(held_about(ADA)[part] for part in ("mailing list", "elsewhere", "outgoing mail"))


def test_a_mail_that_was_sent_keeps_no_link_in_the_outbox(client: Client) -> None:
    Postbox.reset()
    subscriber(ADA)
    ask(client, ADA)
    link = link_in(mails_to(ADA)[0])
    send_due()

    message = Postbox.delivered[-1].message()
    assert message["List-Unsubscribe"] == f"<https://compendium.example{link}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    kept = OutgoingMail.objects.values().get()
    assert link not in str(kept)
    assert kept["headers"]["Message-ID"] == message["Message-ID"]


def test_whoever_registers_for_a_meeting_may_ask_for_the_list_too(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coprod_pages.public_forms.keys.SHORTEST_TIME", -1)
    address = f"{meeting().url}attend/"
    page = BeautifulSoup(client.get(address).content, "html.parser")
    key = page.find("input", {"name": "form_key"})["value"]
    asked = {"name": "Ada", "email": ADA, "form_key": key}

    client.post(address, asked)
    assert not Subscriber.objects.exists()
    for _press in range(2):
        client.post(address, {**asked, "tell_me": "on"})

    assert Subscriber.objects.get().name == "Ada"
    assert not is_on_the_list()
    confirming = [mail for mail in mails_to(ADA) if mail.related == "list-confirm"]
    assert len(confirming) == 1


def test_a_restored_backup_puts_nobody_back_on_the_list_who_has_left(
    client: Client, settings: Any, tmp_path: Any
) -> None:
    settings.COPROD_ERASURES_FILE = str(tmp_path / "erasures")
    for email in (ADA, "again@example.org"):
        link = make_link(subscriber(email), Purpose.LEAVE)
        client.post(link.removeprefix("https://compendium.example"))
    # The backup from before; one of them has joined again since.
    hour = timedelta(hours=1)
    for email, joined in (
        (ADA, timezone.now() - hour),
        ("again@example.org", timezone.now() + hour),
    ):
        Subscriber.objects.filter(pk=subscriber(email).pk).update(confirmed_at=joined)

    call_command("replay_erasures", verbosity=0)

    assert not is_on_the_list()
    assert is_on_the_list("again@example.org")
    assert ADA not in (tmp_path / "erasures").read_text()


def test_what_does_not_fit_is_refused_in_plain_words(client: Client) -> None:
    assert "too long: it has 200000 characters, and 120 fit." in words(
        ask(client, ADA, name="x" * 200_000)
    )
    assert "a sign in this that nobody can read" in words(ask(client, ADA, name="A\x00da"))
