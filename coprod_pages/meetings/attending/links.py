"""The link to one's own registration: signed, so that nothing but the reference is kept."""

from django.core import signing
from django.urls import reverse

from .models import MeetingRegistration

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
