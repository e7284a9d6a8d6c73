"""Every message to people who registered. Each is queued with the change that causes it."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...mail.queueing import absolute, queue
from ..calendar_files import event_file
from .links import address
from .models import AccessNeeds, MeetingRegistration

TEMPLATE = "coprod_pages/meetings/mails/registration"


@dataclass(frozen=True)
class Occasion:
    """Why somebody is written to: the subject, the first sentences, the calendar entry's method."""

    name: str
    subject: str | Promise
    calendar: str = ""


REGISTERED = Occasion("registered", _("You are registered: {title}"), "PUBLISH")
WAITING = Occasion("waiting", _("You are on the waiting list: {title}"))
ALREADY = Occasion("already", _("You are registered already: {title}"), "PUBLISH")
MOVED_UP = Occasion("moved-up", _("You have a place now: {title}"), "PUBLISH")
CANCELLED_BY_SELF = Occasion("cancelled-by-self", _("You are not coming: {title}"), "CANCEL")
CHANGED = Occasion("changed", _("This meeting has changed: {title}"), "PUBLISH")
CALLED_OFF = Occasion("called-off", _("This meeting is cancelled: {title}"), "CANCEL")
ON_AGAIN = Occasion("on-again", _("This meeting takes place after all: {title}"), "PUBLISH")
REMINDER = Occasion("reminder", _("Soon: {title}"), "PUBLISH")


def tell(
    registration: MeetingRegistration, occasion: Occasion, changes: list[Any] | None = None
) -> None:
    """Queue a message with date, time, place and how to change, and the calendar entry.

    The joining link stands in it only for people who have a place online.
    """
    if occasion is REGISTERED and registration.is_waiting:
        occasion = WAITING
    meeting = registration.meeting
    attachments = []
    if occasion.calendar and (registration.has_place or occasion.calendar == "CANCEL"):
        attachments = [("meeting.ics", event_file(meeting, occasion.calendar), "text/calendar")]
    queue(
        registration.email,
        str(occasion.subject).format(title=meeting.title),
        TEMPLATE,
        {
            "occasion": occasion.name,
            "registration": registration,
            "meeting": meeting,
            "changes": changes or [],
            "has_needs": AccessNeeds.objects.filter(registration=registration).exists(),
            "link": absolute(address(registration)),
            "page": absolute(meeting.get_url() or ""),
        },
        about=str(occasion.name),
        attachments=attachments,
        related=registration.reference,
    )
