"""Writing to the list: previewed as it arrives, sent once to each, whatever ends the worker."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from wagtail.models import ModelLogEntry

from coprod_pages.mail.models import OutgoingMail
from coprod_pages.mailing_list import mails
from coprod_pages.mailing_list.models import ListMessage, State, Subscriber
from coprod_pages.mailing_list.sending import queue_next_batch
from tests.editor_form import messages_of, text_of
from tests.mailing_list.conftest import link_in, mails_to, subscriber

pytestmark = pytest.mark.django_db

MESSAGES = "/admin/coprod_pages/listmessage/"
WORDS = (
    "Hello,\n\n# Next <meeting>\nCome to [our meeting](https://example.org/m?a=1&b=2).\n"
    "See https://example.org/more.\n\n- tea\n- biscuits"
)


@pytest.fixture
def desk(client: Client, secretary: Any) -> Client:
    """The secretary, signed in."""
    client.force_login(secretary)
    return client


def write(desk: Client, subject: str = "Come to our meeting", text: str = WORDS) -> ListMessage:
    """Write a message as the secretary does."""
    response = desk.post(f"{MESSAGES}create/", {"subject": subject, "text": text}, follow=True)
    assert "as it will arrive" in messages_of(response)
    return ListMessage.objects.latest("pk")


def press(desk: Client, message: ListMessage, button: str, **sent: Any) -> Any:
    """Press a button of an open message as it was on the screen."""
    return desk.post(f"{MESSAGES}{button}/{message.pk}/", sent, follow=True)


def send(desk: Client, message: ListMessage) -> Any:
    """Say that it is right, and send it."""
    press(desk, message, "check", version=message.version)
    return press(desk, message, "send", version=message.version)


def work(batch: int = 100) -> None:
    """What the worker does, until there is nothing to do."""
    while queue_next_batch(batch):
        pass


def test_a_message_arrives_as_it_was_previewed(desk: Client) -> None:
    subscriber("ada@example.org")
    message = write(desk)
    page = desk.get(f"{MESSAGES}inspect/{message.pk}/")
    previewed = desk.get(f"{MESSAGES}html/{message.pk}/").content.decode()

    send(desk, message)
    work()

    mail = mails_to("ada@example.org")[0]
    own, general = f"https://compendium.example{link_in(mail)}", mails.list_page()
    assert mail.subject == "Come to our meeting"
    assert previewed.replace(general, own) == mail.html
    text = BeautifulSoup(page.content, "html.parser").find("pre").get_text()
    assert text.replace(general, own).split() == mail.text.split()
    html = BeautifulSoup(mail.html, "html.parser")
    assert html.find("h2").get_text() == "Next <meeting>"
    assert html.find("a", href="https://example.org/m?a=1&b=2").get_text() == "our meeting"
    assert html.find("a", href="https://example.org/more") is not None
    assert [item.get_text() for item in html.find_all("li")] == ["tea", "biscuits"]
    assert "our meeting\nhttps://example.org/m?a=1&b=2" in mail.text
    assert mail.headers["List-Unsubscribe"] == f"<{own}>"
    assert mail.headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_only_who_has_confirmed_gets_it_and_each_can_leave_by_the_own_link(desk: Client) -> None:
    for name in ("ada", "bob"):
        subscriber(f"{name}@example.org")
    Subscriber.objects.create(email="never@example.org")

    send(desk, write(desk))
    work()

    assert OutgoingMail.objects.count() == 2
    Client().post(link_in(mails_to("ada@example.org")[0]))
    assert list(Subscriber.objects.confirmed().values_list("email", flat=True)) == [
        "bob@example.org"
    ]


def test_nothing_is_sent_that_nobody_has_looked_at_or_that_was_changed_since(desk: Client) -> None:
    subscriber()
    message = write(desk)
    assert "look at it again" in messages_of(press(desk, message, "send", version=message.version))

    press(desk, message, "check", version=message.version)
    desk.post(f"{MESSAGES}edit/{message.pk}/", {"subject": "Other", "text": "Other words"})
    assert "look at it again" in messages_of(press(desk, message, "send", version=message.version))
    assert "look at it again" in messages_of(press(desk, message, "check", version=message.version))

    work()
    assert not OutgoingMail.objects.exists()
    message.refresh_from_db()
    assert message.state == State.DRAFT
    assert message.text == "Other words"


def test_a_double_press_sends_once(desk: Client) -> None:
    subscriber()
    message = write(desk)

    first, second = send(desk, message), press(desk, message, "send", version=message.version)
    work()
    work()

    assert "sent to 1 person" in messages_of(first)
    assert "look at it again" in messages_of(second)
    assert OutgoingMail.objects.count() == 1


def test_a_worker_that_is_killed_loses_nobody_and_writes_to_nobody_twice(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(25):
        subscriber(f"a{number}@example.org")
    send(desk, write(desk))
    queue_next_batch(10)
    made = []

    def killed(*args: Any) -> None:
        made.append(args)
        if len(made) == 5:
            raise SystemExit
        sending(*args)

    sending = mails.send
    monkeypatch.setattr(mails, "send", killed)
    with pytest.raises(SystemExit):
        queue_next_batch(10)
    assert OutgoingMail.objects.count() == 10
    monkeypatch.undo()
    # Who comes now did not ask for this one.
    subscriber("late@example.org")
    work(10)

    to = sorted(OutgoingMail.objects.values_list("recipient", flat=True))
    assert to == sorted(f"a{number}@example.org" for number in range(25))
    message = ListMessage.objects.get()
    assert (message.state, message.queued) == (State.SENT, 25)


def test_a_batch_is_queued_by_one_of_two_workers(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    subscriber()
    send(desk, write(desk))
    slow = ListMessage.objects.get()  # what another worker read before this one

    queue_next_batch()
    being_sent = type("Stale", (), {"first": lambda self: slow})()
    monkeypatch.setattr(ListMessage.objects, "being_sent", lambda: being_sent)
    queue_next_batch()

    assert OutgoingMail.objects.count() == 1


def test_what_was_sent_stays_as_it_was_and_says_when_to_how_many_and_by_whom(desk: Client) -> None:
    subscriber()
    message = write(desk)
    send(desk, message)
    work()

    text = text_of(desk.get(f"{MESSAGES}inspect/{message.pk}/"))
    assert "to 1 person." in text
    assert "the-secretary" in text
    assert "Send it now" not in text
    for view in ("edit", "delete"):
        desk.post(f"{MESSAGES}{view}/{message.pk}/", {"subject": "Other", "text": "Other"})
    message.refresh_from_db()
    assert message.subject == "Come to our meeting"
    listed = text_of(desk.get(MESSAGES))
    assert "Come to our meeting" in listed and "the-secretary" in listed
    assert ModelLogEntry.objects.filter(action="coprod_pages.listmessage.send").exists()


def test_a_test_goes_to_whoever_writes_and_to_nobody_else(desk: Client, secretary: Any) -> None:
    subscriber()
    message = write(desk)

    press(desk, message, "test")
    mail = OutgoingMail.objects.get()
    assert mail.recipient == secretary.email
    assert mail.subject == "Test: Come to our meeting"
    assert "our meeting" in mail.text
    message.refresh_from_db()
    assert message.state == State.DRAFT

    secretary.email = ""
    secretary.save()
    assert "no e-mail address" in messages_of(press(desk, message, "test"))


def test_with_nobody_on_the_list_nothing_is_sent(desk: Client) -> None:
    message = write(desk)

    assert "Nobody is on the list" in messages_of(send(desk, message))
    message.refresh_from_db()
    assert message.is_open


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        'https://example.org/"onmouseover="x',
        "[<b>](https://example.org/<i>)",
    ],
)
def test_whatever_is_written_is_text_and_no_markup(desk: Client, text: str) -> None:
    message = write(desk, text=text)

    html = BeautifulSoup(desk.get(f"{MESSAGES}html/{message.pk}/").content, "html.parser")
    assert not html.find(["script", "b", "i"])
    assert all(link["href"].startswith("https://") for link in html.find_all("a"))
    assert not html.find(attrs={"onmouseover": True})


def test_a_message_needs_a_subject_and_words(desk: Client) -> None:
    desk.post(f"{MESSAGES}create/", {"subject": "***", "text": "Words"})
    desk.post(f"{MESSAGES}create/", {"subject": "A subject", "text": " "})

    assert not ListMessage.objects.exists()


def test_the_secretary_sees_and_exports_the_list_and_takes_somebody_off(desk: Client) -> None:
    ada = subscriber("ada@example.org", "=HYPERLINK(1)")
    Subscriber.objects.create(email="waits@example.org")
    on_it = "/admin/coprod_pages/subscriber/"

    assert "ada@example.org" in text_of(desk.get(on_it))
    assert "waits@example.org" not in text_of(desk.get(f"{on_it}?confirmed=yes"))
    assert desk.get(f"{on_it}?q=ada%00").status_code == 200
    export = b"".join(desk.get(f"{on_it}?export=csv&confirmed=yes").streaming_content).decode()
    assert "'=HYPERLINK(1)" in export and "waits@" not in export
    assert desk.get(f"{on_it}?export=xlsx").status_code == 200

    desk.post(f"{on_it}delete/{ada.pk}/")
    assert not Subscriber.objects.confirmed().exists()
    labels = " ".join(ModelLogEntry.objects.values_list("label", flat=True))
    assert "ada" not in labels


def test_editors_see_neither_the_list_nor_what_is_written(client: Client, editor: Any) -> None:
    client.force_login(editor)

    for address in (MESSAGES, "/admin/coprod_pages/subscriber/"):
        assert client.get(address).status_code == 302
    assert "Mailing list" not in text_of(client.get("/admin/"))


def test_the_address_of_the_list_of_messages_asks_for_nothing_else(desk: Client) -> None:
    message = write(desk)

    assert message.subject in text_of(desk.get(f"{MESSAGES}?state__exact=draft"))
    assert message.subject not in text_of(desk.get(f"{MESSAGES}?state__exact=sent"))
    probing = desk.get(f"{MESSAGES}?written_by__password__startswith=x")
    assert message.subject in text_of(probing)
    assert desk.get(f"{MESSAGES}?q=%00").status_code == 200
