"""Coming to a meeting without an account: registering, waiting, changing, cancelling."""

import random
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from coprod_pages.meetings.attending.models import AccessNeeds, MeetingRegistration
from coprod_pages.meetings.models import MeetingPage
from tests.factories import meeting
from tests.hostile_input import PICTURE, SCRIPT, hostile_text
from tests.meetings.conftest import ANSWERS, LINK, Guest, subjects


def test_somebody_registers_and_gets_what_they_need_by_mail(guest: Guest) -> None:
    page = meeting("Spring meeting", place="12 Example Road", kind="hybrid", joining_link=LINK)

    answer = guest.register(page, attendance="in-person", access_needs="A chair with arms.")

    assert answer.status_code == 302
    assert "You are registered" in guest.text(answer["Location"])
    registration = MeetingRegistration.objects.get()
    assert registration.has_place
    message = mail.outbox[-1]
    assert message.to == ["ada@example.org"]
    assert message.subject == "You are registered: Spring meeting"
    assert "12 Example Road" in message.body
    assert registration.reference in message.body
    assert "chair" not in message.body
    assert LINK not in message.body
    [attachment] = message.attachments
    assert "BEGIN:VEVENT" in attachment[1]
    assert "ada" not in answer["Location"]


def test_the_joining_link_is_for_people_with_a_place_online(guest: Guest) -> None:
    page = meeting(
        kind="hybrid", joining_link=LINK, joining_details="Passcode 1234", places_online=1
    )

    guest.register(page, attendance="online")
    guest.register(page, attendance="online", email="bob@example.org")

    [ada, bob] = [message for message in mail.outbox if message.to[0].endswith("example.org")]
    assert LINK in ada.body
    assert "Passcode 1234" in ada.body
    assert LINK not in bob.body
    assert LINK in guest.text(guest.own())
    assert LINK not in guest.text(guest.own("bob@example.org"))


@pytest.mark.parametrize("address", ["", "attend/", "event.ics", "../", "../calendar.ics"])
def test_no_public_address_gives_the_joining_link_away(guest: Guest, address: str) -> None:
    page = meeting(kind="online", joining_link=LINK, joining_details="Passcode 1234")

    response = guest.client.get(f"{page.url}{address}", follow=True)

    assert b"secret-room" not in b"".join(response)
    assert b"1234" not in b"".join(guest.client.get(f"{page.url}{address}", follow=True))


@pytest.mark.parametrize(
    "path", ["/search/?query=secret-room", "/api/v2/pages/?type=wagtailcore.Page&limit=20"]
)
def test_no_search_finds_the_joining_link(guest: Guest, path: str) -> None:
    page = meeting("The meeting", kind="online", joining_link=LINK, joining_details="Passcode 1234")

    assert b"secret-room</" not in guest.client.get(path).content
    assert page.title not in guest.client.get("/search/?query=1234").content.decode()


def test_a_full_meeting_has_a_waiting_list_that_moves_up_by_itself(guest: Guest) -> None:
    page = meeting("Full house", places_in_person=1)
    for name in ("ada", "bob", "cyd"):
        guest.register(page, email=f"{name}@example.org")
    assert "full" in guest.text(page.url)
    assert "number 2 on the waiting list" in guest.text(guest.own("cyd@example.org"))

    own = guest.own("ada@example.org")
    asked = BeautifulSoup(guest.client.get(f"{own}?cancel=1").content, "html.parser")
    assert "Do you want to cancel?" in asked.main.get_text()
    assert not BeautifulSoup(guest.client.get(own).content, "html.parser").find(
        attrs={"name": "cancel"}
    ), "one press by mistake gives the place away"
    assert len(subjects("bob@example.org")) == 1, "asking gives nothing away"
    guest.client.post(own, {"cancel": "1"})

    assert subjects("bob@example.org")[-1] == "You have a place now: Full house"
    assert subjects("ada@example.org")[-1] == "You are not coming: Full house"
    assert "You have a place" in guest.text(guest.own("bob@example.org"))
    assert "number 1 on the waiting list" in guest.text(guest.own("cyd@example.org"))


def test_more_places_go_to_those_who_wait_when_they_are_published(guest: Guest) -> None:
    page = meeting(places_in_person=1)
    for name in ("ada", "bob", "cyd"):
        guest.register(page, email=f"{name}@example.org")

    page = MeetingPage.objects.get(pk=page.pk)
    page.places_in_person = 2
    page.save_revision().publish()

    states = {row.email: row.has_place for row in MeetingRegistration.objects.all()}
    assert states == {"ada@example.org": True, "bob@example.org": True, "cyd@example.org": False}


def test_the_same_form_sent_twice_is_one_registration(guest: Guest) -> None:
    page = meeting()
    key = guest.form_key(page)

    for _click in range(2):
        guest.register(page, form_key=key)

    assert MeetingRegistration.objects.count() == 1
    assert len(subjects()) == 1


def test_whoever_is_registered_already_is_told_by_mail_alone(guest: Guest) -> None:
    page = meeting("Spring meeting")
    first = guest.register(page)

    second = guest.register(page, email="ADA@example.org", access_needs="Other words")

    assert guest.text(second["Location"]) == guest.text(first["Location"])
    assert MeetingRegistration.objects.count() == 1
    assert subjects()[-1] == "You are registered already: Spring meeting"
    assert not AccessNeeds.objects.exists()


def test_what_looks_automatic_takes_no_place(guest: Guest) -> None:
    page = meeting(places_in_person=1)

    guest.register(page, website="https://spam.example")
    guest.register(page, email="bob@example.org")

    states = dict(MeetingRegistration.objects.values_list("email", "state"))
    assert states == {"ada@example.org": "unsure", "bob@example.org": "place"}
    assert subjects() == []


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "", "Write your name"),
        ("name", "…", "Write your name"),
        ("email", "nonsense", "name@example.org"),
        ("email", "a@b.c\nBcc: x@y.z", "name@example.org"),
        ("attendance", "", "how you would like"),
        ("attendance", "by-balloon", "how you would like"),
        ("access_needs", "x" * 1001, "1000"),
        ("form_key", "made up", "press Send again"),
    ],
)
def test_bad_input_is_explained_and_loses_nothing(
    guest: Guest, field: str, value: str, words: str
) -> None:
    page = meeting(kind="hybrid")
    good = {"attendance": "online", "access_needs": "Captions, please."}

    answer = guest.register(page, **{**good, field: value})

    shown = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 422
    assert words in shown.find(attrs={"role": "alert"}).get_text()
    assert MeetingRegistration.objects.count() == 0
    for name, text in {**ANSWERS, "access_needs": good["access_needs"]}.items():
        if name != field:
            control = shown.find(attrs={"name": name})
            assert (control.get("value") or control.get_text()).strip() == text


def test_hostile_words_neither_break_nor_run(guest: Guest) -> None:
    page = meeting()
    dice = random.Random(5)

    for number in range(60):
        text = f"{hostile_text(dice)} {SCRIPT} {PICTURE}"
        said = {"name": text[:120], "access_needs": text, "email": f"p{number}@example.org"}
        answer = guest.register(page, **said)

        assert answer.status_code in (302, 422)
        assert SCRIPT not in answer.content.decode()
        assert PICTURE not in answer.content.decode()
    assert MeetingRegistration.objects.exists()
    for message in mail.outbox:
        assert all(SCRIPT not in part.content for part in message.alternatives)


@pytest.mark.parametrize("state", ["over", "begun", "cancelled", "closed", "draft", "private"])
def test_nobody_registers_where_nobody_can(guest: Guest, state: str) -> None:
    page = meeting("Spring meeting")
    key = guest.form_key(page)
    now = timezone.now()
    changes: dict[str, dict[str, Any]] = {
        "over": {"starts_at": now - timedelta(hours=3), "ends_at": now - timedelta(hours=1)},
        "begun": {"starts_at": now - timedelta(hours=1), "ends_at": now + timedelta(hours=1)},
        "cancelled": {"state": "cancelled"},
        "closed": {"is_open": False},
        "draft": {"live": False},
        "private": {},
    }
    MeetingPage.objects.filter(pk=page.pk).update(title=page.title, **changes[state])
    if state == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")

    answer = guest.client.post(f"{page.url}attend/", {**ANSWERS, "form_key": key})

    assert answer.status_code == {"draft": 404, "private": 302}.get(state, 409)
    if answer.status_code == 409:
        assert "ada@example.org" in answer.content.decode()
    assert not MeetingRegistration.objects.exists()


def test_a_link_opens_one_registration_and_no_other(guest: Guest) -> None:
    page = meeting()
    guest.register(page)
    guest.register(page, email="bob@example.org")
    [ada, bob] = MeetingRegistration.objects.order_by("pk")
    own = guest.own()

    assert guest.client.get(own).status_code == 200
    forged = own.replace(ada.reference, bob.reference)
    for address in (forged, own[:-2] + "/", "/attend/x/", f"/attend/{bob.reference}/"):
        assert guest.client.get(address).status_code == 404
        guest.client.post(address, {"cancel": "1"})
    assert MeetingRegistration.objects.with_place().count() == 2


def test_opening_a_link_changes_nothing_and_no_one_keeps_the_page(guest: Guest) -> None:
    page = meeting()
    guest.register(page)

    response = guest.client.get(guest.own())

    assert MeetingRegistration.objects.get().has_place
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "noindex" in response["X-Robots-Tag"]
    assert not response.cookies


def test_somebody_changes_how_they_come_and_the_place_goes_on(guest: Guest) -> None:
    page = meeting(kind="hybrid", places_in_person=1, joining_link=LINK)
    guest.register(page, attendance="in-person")
    guest.register(page, attendance="in-person", email="bob@example.org")

    answer = guest.client.post(guest.own(), {"attendance": "online", "access_needs": "Captions."})

    assert answer.status_code == 302
    assert "Saved." in guest.text(answer["Location"])
    assert LINK in guest.text(guest.own())
    assert MeetingRegistration.objects.get(email="bob@example.org").has_place
    assert AccessNeeds.objects.get().text == "Captions."


def test_what_somebody_needs_can_be_taken_back(guest: Guest) -> None:
    guest.register(meeting(), access_needs="A chair with arms.")
    assert "Erase what I told you I need" in guest.text(guest.own())

    guest.client.post(guest.own(), {"attendance": "in-person", "access_needs": ""})
    assert AccessNeeds.objects.get().text == "A chair with arms."
    guest.client.post(guest.own(), {"attendance": "in-person", "forget_needs": "on"})

    assert not AccessNeeds.objects.exists()
    assert "Erase what I told you I need" not in guest.text(guest.own())
    assert MeetingRegistration.objects.get().has_place


def test_nobody_loses_a_place_for_one_that_is_not_there(guest: Guest) -> None:
    page = meeting(kind="hybrid", places_online=0)
    guest.register(page, attendance="in-person")

    answer = guest.client.post(guest.own(), {"attendance": "online", "access_needs": "Captions."})

    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "You keep the place that you have" in shown
    assert "Captions." in shown
    assert MeetingRegistration.objects.get().attendance == "in-person"


def test_the_way_in_which_one_has_a_place_is_not_called_full(guest: Guest) -> None:
    page = meeting(kind="hybrid", places_in_person=1)
    for name in ("ada", "bob"):
        guest.register(page, attendance="in-person", email=f"{name}@example.org")

    assert "In person (full)" not in guest.text(guest.own("ada@example.org"))
    assert "In person (full)" in guest.text(guest.own("bob@example.org"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"state": "cancelled"}, "You were registered. You need not do anything."),
        ({"ends_at": timezone.now() - timedelta(hours=1)}, "This meeting is over."),
    ],
    ids=["cancelled", "over"],
)
def test_nobody_has_a_place_where_there_is_no_meeting(
    guest: Guest, change: dict[str, Any], said: str
) -> None:
    page = meeting()
    guest.register(page)
    assert "You have a place." in guest.text(guest.own())

    MeetingPage.objects.filter(pk=page.pk).update(**change)

    assert said in guest.text(guest.own())
    assert "You have a place." not in guest.text(guest.own())


def test_who_cancels_twice_frees_one_place(guest: Guest) -> None:
    page = meeting(places_in_person=1)
    for name in ("ada", "bob", "cyd"):
        guest.register(page, email=f"{name}@example.org")

    own = guest.own("ada@example.org")
    for _press in range(2):
        guest.client.post(own, {"cancel": "1"})

    assert MeetingRegistration.objects.with_place().count() == 1
    guest.register(page, email="ada@example.org")
    assert MeetingRegistration.objects.waiting().count() == 2


def test_access_needs_go_after_14_days_and_names_after_90(guest: Guest) -> None:
    page = meeting()
    guest.register(page, access_needs="A large-print agenda.")

    def days_later(days: int) -> None:
        ended = timezone.now() - timedelta(days=days, minutes=1)
        MeetingPage.objects.filter(pk=page.pk).update(
            title=page.title, starts_at=ended - timedelta(hours=2), ends_at=ended
        )
        call_command("erase_expired_personal_data", verbosity=0)

    days_later(13)
    assert AccessNeeds.objects.count() == 1
    days_later(14)
    assert AccessNeeds.objects.count() == 0
    days_later(89)
    assert MeetingRegistration.objects.count() == 1
    days_later(90)
    assert MeetingRegistration.objects.count() == 0


def test_what_is_held_about_an_address_is_found_and_erased(guest: Guest) -> None:
    page = meeting(places_in_person=1)
    guest.register(page, access_needs="A large-print agenda.")
    guest.register(page, email="bob@example.org")

    call_command("personal_data", "ada@example.org", erase=True, verbosity=0)

    [left] = MeetingRegistration.objects.all()
    assert left.email == "bob@example.org"
    assert left.has_place
    assert not AccessNeeds.objects.exists()


def test_too_many_from_one_place_are_asked_to_wait(guest: Guest, settings: Any) -> None:
    settings.COPROD_SENDINGS_PER_HOUR = 1
    page = meeting()
    guest.register(page)

    answer = guest.register(page, email="bob@example.org")

    assert answer.status_code == 429
    assert "bob@example.org" in answer.content.decode()


def test_the_page_of_a_meeting_costs_the_same_however_many_come(
    guest: Guest, django_assert_max_num_queries: Any
) -> None:
    page = meeting(kind="hybrid", places_in_person=3)
    for number in range(5):
        guest.register(page, attendance="in-person", email=f"p{number}@example.org")
    anonymous = Client()
    anonymous.get(page.url)

    with django_assert_max_num_queries(40):
        anonymous.get(page.url)
