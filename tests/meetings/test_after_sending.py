"""What people see and get after they registered: nothing made up, nothing old."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from tests.factories import meeting
from tests.meetings.conftest import Guest


def test_nobody_makes_the_page_say_what_did_not_happen(guest: Guest) -> None:
    page, other = meeting("This one"), meeting("Another", places_in_person=0)
    sent = guest.register(page)["Location"]
    waiting = guest.register(other)["Location"]

    assert "You are registered" in guest.text(sent)
    assert "You are on the waiting list" in guest.text(waiting)
    stolen = f"{page.url}attend/?{waiting.partition('?')[2]}"
    for said in ("place", "waiting", "unsure", "x", ""):
        assert "Come to this meeting" in guest.text(f"{page.url}attend/?sent={said}")
    assert "Come to this meeting" in guest.text(stolen)
    assert "Come to this meeting" in guest.text(f"{sent}x")


def test_what_was_sent_is_said_only_for_a_while(
    guest: Guest, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = guest.register(meeting())["Location"]

    monkeypatch.setattr("coprod_pages.meetings.attending.links.THANKS_SHOWN_FOR", timedelta(0))

    assert "Come to this meeting" in guest.text(sent)


def test_who_cancels_and_registers_again_gets_a_newer_entry(guest: Guest) -> None:
    page = meeting()
    guest.register(page)
    guest.client.post(guest.own(), {"cancel": "1"})
    guest.register(page)

    entries = [message.attachments[0][1] for message in mail.outbox]

    numbers = [int(re.search(r"SEQUENCE:(\d+)", entry).group(1)) for entry in entries]
    assert ["METHOD:CANCEL" in entry for entry in entries] == [False, True, False]
    assert numbers == sorted(set(numbers)), "a calendar would keep it cancelled"
    feed = guest.client.get("/working-group/meetings/calendar.ics").content.decode()
    assert int(re.search(r"SEQUENCE:(\d+)", feed).group(1)) >= numbers[-1]


def test_a_page_says_at_once_how_many_places_are_left(guest: Guest, settings: Any) -> None:
    settings.PAGE_CACHE = True
    page = meeting(places_in_person=2)
    unlimited = meeting("As many as come")
    assert "2 places left" in guest.text(page.url)

    guest.register(page)

    assert "1 place left" in guest.text(page.url)
    assert "private" in guest.client.get(page.url)["Cache-Control"]
    assert "private" not in guest.client.get(unlimited.url)["Cache-Control"]


@pytest.mark.django_db
def test_nobody_makes_a_thanks_for_asking_to_join(client: Client) -> None:
    for said in ("ABCD1234", "ABCD1234~x~y", ""):
        page = client.get(f"/working-group/join/?sent={said}").content.decode()
        assert "Your reference is" not in page
