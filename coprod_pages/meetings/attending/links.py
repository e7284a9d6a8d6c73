"""Links of attending: signed, so that nothing but the reference is kept, and nobody makes one up."""

from datetime import timedelta

from django.core import signing
from django.urls import reverse

from ..models import MeetingPage
from .models import MeetingRegistration

# How long the page after sending can be looked at again. A link to it passed on says nothing later.
THANKS_SHOWN_FOR = timedelta(minutes=15)
THANKS = "coprod_pages.meetings.thanks"
SIGNER = signing.Signer(sep="~", salt="coprod_pages.meetings.attending")


def address(registration: MeetingRegistration) -> str:
    """Where somebody changes or cancels, below the site's address."""
    return reverse("coprod_registration", args=(SIGNER.sign(registration.reference),))


def find_registration(secret: str) -> MeetingRegistration | None:
    """The registration that a link opens, if it is not erased."""
    try:
        reference = SIGNER.unsign(secret)
    except signing.BadSignature:
        return None
    rows = MeetingRegistration.objects.select_related("meeting", "meeting__announcement")
    return rows.filter(reference=reference).first()


def signed_outcome(meeting: MeetingPage, state: str) -> str:
    """How a form that was sent just now stands, for the address of the page that says so."""
    return signing.dumps([meeting.pk, state], salt=THANKS)


def read_outcome(meeting: MeetingPage, signed: str) -> str:
    """What `signed_outcome` has signed; "" for what it has not, or not lately."""
    try:
        key, state = signing.loads(signed, salt=THANKS, max_age=THANKS_SHOWN_FOR)
    except signing.BadSignature:
        return ""
    return state if key == meeting.pk else ""
