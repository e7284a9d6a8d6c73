"""Agreeing the minutes of earlier meetings, and taking that back."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from ..models import MeetingPage
from .log_entries import AGREED, TAKEN_BACK
from .models import MinutesAgreement


class CannotAgree(Exception):
    """Why minutes cannot be agreed, in words for whoever tried."""


def earlier_meetings(meeting: MeetingPage) -> list[MeetingPage]:
    """The published meetings of the same index before `meeting` that have minutes, latest first."""
    rows = MeetingPage.objects.sibling_of(meeting, inclusive=False).live()
    rows = rows.filter(starts_at__lt=meeting.starts_at).order_by("-starts_at")
    rows = rows.select_related("minutes_agreement__agreed_at", "minutes_document")
    return [row for row in rows.prefetch_related("decisions") if row.has_minutes]


def can_agree_now(meeting: MeetingPage) -> bool:
    """Whether `meeting` can agree anything: it has begun, and was not called off."""
    return meeting.starts_at <= timezone.now() and not meeting.is_cancelled


@transaction.atomic
def agree(earlier: MeetingPage, at: MeetingPage, digest: str, user: Any) -> None:
    """Record that the meeting `at` agreed the minutes of `earlier`.

    `digest` is that of the minutes which whoever presses the button has read. Raises `CannotAgree`.
    """
    if not can_agree_now(at):
        raise CannotAgree(_("A meeting can agree minutes once it has begun."))
    published = next((each for each in earlier_meetings(at) if each == earlier), None)
    if published is None:
        raise CannotAgree(_("There are no published minutes of an earlier meeting to agree."))
    if published.minutes_digest != digest:
        raise CannotAgree(
            _("Somebody has changed these minutes meanwhile. Please read them again.")
        )
    # What was agreed in other words does not count any more.
    MinutesAgreement.objects.filter(meeting=earlier).exclude(digest=digest).delete()
    said = {"agreed_at": at, "digest": digest}
    _row, is_new = MinutesAgreement.objects.get_or_create(meeting=earlier, defaults=said)
    if not is_new:
        raise CannotAgree(_("These minutes have been agreed already."))
    _note(earlier, at, AGREED, user)


@transaction.atomic
def take_back(earlier: MeetingPage, at: MeetingPage, user: Any) -> None:
    """Undo a press of the button: `at` did not agree the minutes of `earlier` after all."""
    rows = MinutesAgreement.objects.filter(meeting=earlier, agreed_at=at)
    if not rows.delete()[0]:
        raise CannotAgree(_("That has been taken back already."))
    _note(earlier, at, TAKEN_BACK, user)


def _note(earlier: MeetingPage, at: MeetingPage, action: str, user: Any) -> None:
    log(instance=earlier, action=action, user=user, data={"meeting": at.title, "key": at.pk})
