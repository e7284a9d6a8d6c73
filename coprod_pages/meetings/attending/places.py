"""Giving places: first come, first served, and each place once.

Whatever changes who has a place first locks the meeting's row of `MeetingAnnouncement`, so that
two requests cannot both see the last place free. (SQLite lets one write at a time anyway.)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...public_forms.keys import new_reference
from ..choices import Attendance, MeetingKind
from ..models import MeetingAnnouncement, MeetingPage
from . import mails
from .models import AccessNeeds, MeetingRegistration, RegistrationState


class NoPlaceThere(Exception):
    """Somebody wants to come another way, and that way is full."""

    message = _("There is no place left that way. You keep the place that you have.")


@dataclass(frozen=True)
class Room:
    """How much room there is for one way to take part; `places` is None without a limit."""

    attendance: Attendance
    places: int | None
    taken: int

    @property
    def left(self) -> int | None:
        """How many places are free; None: as many as come."""
        return None if self.places is None else max(self.places - self.taken, 0)

    @property
    def is_full(self) -> bool:
        """Whether the next one has to wait."""
        return self.left == 0


def ways_of(meeting: MeetingPage) -> list[Attendance]:
    """How people can take part in `meeting`."""
    if meeting.kind == MeetingKind.HYBRID:
        return [Attendance.IN_PERSON, Attendance.ONLINE]
    return [Attendance(meeting.kind)]


def room_for(meeting: MeetingPage, attendance: str) -> Room:
    """The room there is for one way to take part."""
    limits = {
        Attendance.IN_PERSON: meeting.places_in_person,
        Attendance.ONLINE: meeting.places_online,
    }
    way = Attendance(attendance)
    taken = MeetingRegistration.objects.with_place().filter(meeting=meeting, attendance=way)
    return Room(way, limits[way], taken.count())


def is_open(meeting: MeetingPage) -> bool:
    """Whether people can register now."""
    return (
        meeting.live
        and meeting.is_open
        and not meeting.is_cancelled
        and meeting.starts_at > timezone.now()
    )


@dataclass(frozen=True)
class Invitation:
    """What the page of a meeting says about coming."""

    is_open: bool
    rooms: list[Room]

    @property
    def counts_places(self) -> bool:
        """Whether it says how many places are left, which is different after each registration."""
        return any(room.places is not None for room in self.rooms)

    @property
    def is_full(self) -> bool:
        """Whether nobody can come without waiting, whichever way."""
        return all(room.is_full for room in self.rooms)


def invitation_to(meeting: MeetingPage) -> Invitation:
    """Whether people can register for `meeting`, and how much room there is."""
    if not is_open(meeting):
        return Invitation(False, [])
    return Invitation(True, [room_for(meeting, way) for way in ways_of(meeting)])


def lock(meeting: MeetingPage) -> MeetingPage:
    """Let nobody else give places of `meeting` until the transaction ends; returns it as it is."""
    MeetingAnnouncement.objects.get_or_create(meeting_id=meeting.pk)
    MeetingAnnouncement.objects.select_for_update().get(meeting_id=meeting.pk)
    return MeetingPage.objects.get(pk=meeting.pk)


@transaction.atomic
def register(
    meeting: MeetingPage, answers: Mapping[str, Any], looks_automatic: bool = False
) -> RegistrationState:
    """Register somebody; returns how it stands, as somebody new to the list would be told.

    The same form sent twice is stored once. Whoever is registered already stays so, and is told
    by mail and not on the page, where others may have written the address.
    """
    meeting = lock(meeting)
    again = MeetingRegistration.objects.filter(form_key=answers["form_key"]).first()
    if again is not None:
        return RegistrationState(again.state)
    if looks_automatic:
        state = RegistrationState.UNSURE
    elif room_for(meeting, answers["attendance"]).is_full:
        state = RegistrationState.WAITING
    else:
        state = RegistrationState.PLACE
    known = meeting.registrations.active().filter(email_key=answers["email"].casefold()).first()
    if known is not None and not looks_automatic:
        mails.tell(known, mails.ALREADY)
        return state
    registration = MeetingRegistration.objects.create(
        meeting=meeting,
        reference=new_reference(),
        name=answers["name"],
        email=answers["email"],
        attendance=answers["attendance"],
        state=state,
        form_key=answers["form_key"],
    )
    _keep_needs(registration, answers.get("access_needs", ""))
    if registration.is_active:
        mails.tell(registration, mails.REGISTERED)
    return state


@transaction.atomic
def release(registration: MeetingRegistration) -> bool:
    """Take somebody in whose form looked automatic; whether there was anything to do."""
    meeting = lock(registration.meeting)
    registration.refresh_from_db()
    if registration.state != RegistrationState.UNSURE:
        return False
    known = meeting.registrations.active().filter(email_key=registration.email_key)
    if known.exists():
        registration.state = RegistrationState.CANCELLED
        registration.save()
        return True
    full = room_for(meeting, registration.attendance).is_full
    registration.state = RegistrationState.WAITING if full else RegistrationState.PLACE
    registration.queued_at = timezone.now()
    registration.save()
    mails.tell(registration, mails.REGISTERED)
    return True


@transaction.atomic
def change(registration: MeetingRegistration, answers: Mapping[str, Any]) -> None:
    """Change how somebody comes and what they need; `forget_needs` erases what they had said.

    Raises `NoPlaceThere` when the other way is full: whoever has a place keeps it then.
    """
    meeting = lock(registration.meeting)
    registration.refresh_from_db()
    if not registration.is_active:
        return
    wanted = answers["attendance"]
    if wanted != registration.attendance:
        if room_for(meeting, wanted).is_full:
            raise NoPlaceThere
        registration.attendance, registration.state = wanted, RegistrationState.PLACE
        registration.save()
        mails.tell(registration, mails.REGISTERED)
        move_up(meeting)
    if answers.get("forget_needs"):
        AccessNeeds.objects.filter(registration=registration).delete()
    _keep_needs(registration, answers.get("access_needs", ""))


@transaction.atomic
def cancel(registration: MeetingRegistration, and_tell: bool = True) -> bool:
    """Give the place back, to whoever waits longest; whether there was one to give back."""
    meeting = lock(registration.meeting)
    active = MeetingRegistration.objects.active().filter(pk=registration.pk)
    if not active.update(state=RegistrationState.CANCELLED):
        return False
    # Nobody has to know any more what this person would have needed.
    AccessNeeds.objects.filter(registration=registration.pk).delete()
    registration.refresh_from_db()
    # The entry that takes the meeting out of a calendar counts as a change of it, and so does what
    # comes after: whoever registers again gets an entry that is newer than that one.
    _count_change(meeting)
    if and_tell:
        mails.tell(registration, mails.CANCELLED_BY_SELF)
    _count_change(meeting)
    move_up(meeting)
    return True


def fit_to_ways(meeting: MeetingPage) -> None:
    """Where only one way to take part is left, everybody takes part that way, first come first.

    The meeting has to be locked.
    """
    ways = ways_of(meeting)
    if len(ways) > 1:
        return
    others = meeting.registrations.active().exclude(attendance=ways[0])
    for registration in others.order_by("queued_at", "pk"):
        full = room_for(meeting, ways[0]).is_full
        registration.attendance = ways[0]
        registration.state = RegistrationState.WAITING if full else RegistrationState.PLACE
        registration.save()


def move_up(meeting: MeetingPage) -> int:
    """Give free places to those who wait; returns how many. The meeting has to be locked."""
    if meeting.is_cancelled or meeting.starts_at <= timezone.now():
        return 0
    moved = 0
    for way in Attendance:
        left = room_for(meeting, way).left
        waiting = MeetingRegistration.objects.waiting().filter(meeting=meeting, attendance=way)
        for registration in waiting if left is None else waiting[:left]:
            registration.state = RegistrationState.PLACE
            registration.save()
            mails.tell(registration, mails.MOVED_UP)
            moved += 1
    return moved


def _count_change(meeting: MeetingPage) -> None:
    MeetingAnnouncement.objects.filter(meeting=meeting).update(
        sequence=F("sequence") + 1, told_at=timezone.now()
    )


def _keep_needs(registration: MeetingRegistration, text: str) -> None:
    """Keep what somebody needs; an empty answer leaves what was said before."""
    if text:
        AccessNeeds.objects.update_or_create(registration=registration, defaults={"text": text})
