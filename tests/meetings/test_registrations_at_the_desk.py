"""The secretary sees who comes; what people need is seen by nobody else."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client

from coprod_pages.meetings.attending.models import MeetingRegistration
from coprod_pages.roles.groups import SITE_MANAGERS
from tests.factories import meeting, person
from tests.meetings.conftest import Guest, subjects

LIST = "/admin/coprod_pages/meetingregistration/"
NEEDS = "A quiet room to rest in"


@pytest.fixture
def registration(guest: Guest) -> MeetingRegistration:
    guest.register(meeting("Spring meeting"), access_needs=NEEDS)
    return MeetingRegistration.objects.get()


def inspect(registration: MeetingRegistration) -> str:
    return f"{LIST}inspect/{registration.pk}/"


def test_the_secretary_sees_who_comes_and_what_they_need(
    client: Client, secretary: Any, registration: MeetingRegistration
) -> None:
    client.force_login(secretary)

    assert "Ada Example" in client.get(LIST).content.decode()
    assert NEEDS not in client.get(LIST).content.decode()
    assert NEEDS in client.get(inspect(registration)).content.decode()
    for form in ("csv", "xlsx"):
        file = b"".join(client.get(f"{LIST}?export={form}"))
        assert form == "xlsx" or NEEDS.encode() in file


def test_whoever_runs_the_site_sees_who_comes_but_not_what_they_need(
    client: Client, registration: MeetingRegistration
) -> None:
    client.force_login(person(SITE_MANAGERS, username="a-manager"))

    assert "Ada Example" in client.get(LIST).content.decode()
    assert NEEDS not in client.get(inspect(registration)).content.decode()
    assert NEEDS.encode() not in b"".join(client.get(f"{LIST}?export=csv"))


@pytest.mark.parametrize("role", ["editor", "reviewer"])
def test_nobody_else_sees_registrations(
    client: Client, role: str, request: Any, registration: MeetingRegistration
) -> None:
    client.force_login(request.getfixturevalue(role))

    for address in (LIST, inspect(registration), f"{LIST}?export=csv"):
        assert "Ada Example" not in client.get(address, follow=True).content.decode()


def test_a_formula_in_a_name_does_not_run(client: Client, secretary: Any, guest: Guest) -> None:
    guest.register(meeting(), name="=HYPERLINK(1)")
    client.force_login(secretary)

    assert b",=HYPERLINK" not in b"".join(client.get(f"{LIST}?export=csv"))


def test_somebody_who_looked_automatic_is_taken_in(
    client: Client, secretary: Any, guest: Guest
) -> None:
    guest.register(meeting("Spring meeting"), website="filled in")
    registration = MeetingRegistration.objects.get()
    client.force_login(secretary)

    for _press in range(2):
        client.post(f"{LIST}release/{registration.pk}/")

    registration.refresh_from_db()
    assert registration.has_place
    assert subjects() == ["You are registered: Spring meeting"]


def test_somebody_is_crossed_off_and_told(
    client: Client, secretary: Any, registration: MeetingRegistration
) -> None:
    client.force_login(secretary)
    assert client.get(f"{LIST}cancel/{registration.pk}/").status_code == 405

    client.post(f"{LIST}cancel/{registration.pk}/")

    registration.refresh_from_db()
    assert not registration.is_active
    assert mail.outbox[-1].to == ["ada@example.org"]
    assert NEEDS not in client.get(inspect(registration)).content.decode()
