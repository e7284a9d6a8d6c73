"""Who comes to a meeting. Rows of personal data, which no page and no revision holds."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...safe_models import SafeTextModel
from ..choices import Attendance
from ..models import MeetingPage

LONGEST_NEEDS = 1000


class RegistrationState(models.TextChoices):
    """Whether somebody has a place."""

    PLACE = "place", _("Has a place")
    WAITING = "waiting", _("On the waiting list")
    UNSURE = "unsure", _("Looks automatic: somebody has to look")
    CANCELLED = "cancelled", _("Does not come")


class RegistrationQuerySet(models.QuerySet):
    """Registrations, narrowed by how they stand."""

    def active(self) -> "RegistrationQuerySet":
        """Those of people who want to come."""
        return self.filter(state__in=[RegistrationState.PLACE, RegistrationState.WAITING])

    def with_place(self) -> "RegistrationQuerySet":
        """Those of people who have a place."""
        return self.filter(state=RegistrationState.PLACE)

    def waiting(self) -> "RegistrationQuerySet":
        """Those who wait, first come first."""
        return self.filter(state=RegistrationState.WAITING).order_by("queued_at", "pk")


class MeetingRegistration(SafeTextModel):
    """Somebody who wants to come to a meeting. Erased 90 days after it (`retention`)."""

    meeting = models.ForeignKey(
        MeetingPage,
        verbose_name=_("meeting"),
        on_delete=models.CASCADE,
        related_name="registrations",
    )
    reference = models.CharField(_("reference"), max_length=8, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"), max_length=254)
    # The address as it is compared: nobody has two places.
    email_key = models.CharField(max_length=254, editable=False)
    attendance = models.CharField(_("how"), max_length=10, choices=Attendance.choices)
    state = models.CharField(_("state"), max_length=10, choices=RegistrationState.choices)
    form_key = models.CharField(max_length=43, unique=True, editable=False)
    registered_at = models.DateTimeField(_("registered"), default=timezone.now)
    queued_at = models.DateTimeField(default=timezone.now, editable=False)
    reminded_at = models.DateTimeField(_("reminded"), null=True, blank=True, editable=False)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        ordering = ["-registered_at", "-pk"]
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "email_key"],
                condition=Q(state__in=["place", "waiting"]),
                name="registered_once_for_a_meeting",
            )
        ]
        indexes = [
            models.Index(
                fields=["meeting", "attendance", "state", "queued_at"], name="places_of_a_meeting"
            )
        ]

    def __str__(self) -> str:
        # Stands in log labels: no personal data.
        return self.reference

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email_key = self.email.casefold()
        super().save(*args, **kwargs)

    @property
    def has_place(self) -> bool:
        """Whether this person can come."""
        return self.state == RegistrationState.PLACE

    @property
    def is_waiting(self) -> bool:
        """Whether this person waits for a place."""
        return self.state == RegistrationState.WAITING

    @property
    def is_active(self) -> bool:
        """Whether this person wants to come."""
        return self.has_place or self.is_waiting

    @property
    def may_join_online(self) -> bool:
        """Whether this person gets the joining link."""
        return self.has_place and self.attendance == Attendance.ONLINE

    @property
    def position(self) -> int:
        """The place in the waiting list, from 1."""
        others = (
            type(self).objects.waiting().filter(meeting=self.meeting_id, attendance=self.attendance)
        )
        earlier = Q(queued_at__lt=self.queued_at) | Q(queued_at=self.queued_at, pk__lt=self.pk)
        return others.filter(earlier).count() + 1


class AccessNeeds(SafeTextModel):
    """What somebody needs to be able to take part: for the secretary alone, and not for long."""

    registration = models.OneToOneField(
        MeetingRegistration, on_delete=models.CASCADE, related_name="access_needs"
    )
    text = models.TextField(_("access needs"), max_length=LONGEST_NEEDS)

    class Meta:
        verbose_name = _("access needs")
        verbose_name_plural = _("access needs")

    def __str__(self) -> str:
        return str(self.registration)
