"""What outlives the page of a meeting: that its minutes were agreed, who does what, chasing."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ...safe_models import SafeTextModel
from ..choices import ActionState
from ..models import MeetingPage


class MinutesAgreement(models.Model):
    """That a later meeting agreed the minutes of a meeting, in exactly these words."""

    meeting = models.OneToOneField(
        MeetingPage, on_delete=models.CASCADE, related_name="minutes_agreement"
    )
    agreed_at = models.ForeignKey(
        MeetingPage,
        verbose_name=_("meeting that agreed them"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="agreements",
    )
    digest = models.CharField(max_length=64)
    recorded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("agreement to minutes")
        verbose_name_plural = _("agreements to minutes")

    def __str__(self) -> str:
        return f"{self.meeting_id}"


class MeetingActionQuerySet(models.QuerySet):
    """Actions, narrowed by who may see them and by how far they are."""

    def visible_to_public(self) -> "MeetingActionQuerySet":
        """Of meetings that everybody may see."""
        meetings = MeetingPage.objects.live().public()
        return self.filter(meeting__in=meetings.order_by().values("pk"))

    def still_open(self) -> "MeetingActionQuerySet":
        """To be done."""
        return self.filter(state=ActionState.OPEN)

    def overdue(self, today: date | None = None) -> "MeetingActionQuerySet":
        """Open, and the day has passed."""
        return self.still_open().filter(due_on__lt=today or timezone.localdate())

    def by_due_date(self) -> "MeetingActionQuerySet":
        """What is due first comes first; what has no day comes last."""
        return self.order_by(F("due_on").asc(nulls_last=True), "pk")

    def carried_to(self, meeting: MeetingPage) -> "MeetingActionQuerySet":
        """Raised at an earlier meeting of the same index, and not done before `meeting`'s day."""
        day = meeting.starts.date()
        index = meeting.path[: -meeting.steplen]
        return self.filter(
            Q(done_on=None) | Q(done_on__gte=day),
            meeting__starts_at__lt=meeting.starts_at,
            meeting__path__startswith=index,
        )


class MeetingAction(SafeTextModel):
    """What somebody took on at a meeting. It is public as soon as the meeting's page is."""

    what = models.TextField(
        _("what is to be done"),
        max_length=600,
        help_text=_("One thing, so that one can say whether it is done. Public."),
    )
    owner_role = models.CharField(
        _("who does it"),
        max_length=120,
        help_text=_("A role, such as the secretary, and not a name. Public."),
    )
    due_on = models.DateField(_("until when"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=7, choices=ActionState.choices, default=ActionState.OPEN
    )
    done_on = models.DateField(
        _("done or dropped on"),
        null=True,
        blank=True,
        help_text=_("Empty: today, when you set it to done or dropped."),
    )
    outcome = models.TextField(
        _("what came of it"),
        max_length=600,
        blank=True,
        help_text=_("Or why it was dropped. Public."),
    )
    meeting = models.ForeignKey(
        MeetingPage,
        verbose_name=_("meeting where it was raised"),
        null=True,
        # It is still to be done when the page is gone.
        on_delete=models.SET_NULL,
        related_name="actions",
    )
    private_note = models.TextField(
        _("note for the working group"), max_length=1000, blank=True, help_text=_("Never public.")
    )

    objects = MeetingActionQuerySet.as_manager()

    class Meta:
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ActionState.OPEN, done_on=None)
                | (~Q(state=ActionState.OPEN) & Q(done_on__isnull=False)),
                name="an_action_that_is_not_open_has_a_day",
            )
        ]

    def __str__(self) -> str:
        return self.what[:100]

    def clean(self) -> None:
        super().clean()
        self._keep_day_in_step()
        if self.done_on and self.done_on > timezone.localdate():
            raise ValidationError({"done_on": _("This day has not come yet.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._keep_day_in_step()
        super().save(*args, **kwargs)

    def _keep_day_in_step(self) -> None:
        if self.state == ActionState.OPEN:
            self.done_on = None
        elif self.done_on is None:
            self.done_on = timezone.localdate()

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state == ActionState.OPEN

    @property
    def is_overdue(self) -> bool:
        """Whether it is open and its day has passed."""
        return self.is_open and self.due_on is not None and self.due_on < timezone.localdate()

    @property
    def standing(self) -> Any:
        """How far it is, in a word that needs no colour."""
        return _("Overdue") if self.is_overdue else self.get_state_display()


class MeetingChase(models.Model):
    """For which times of a meeting the secretary was asked for its agenda, and its minutes."""

    meeting = models.OneToOneField(MeetingPage, on_delete=models.CASCADE, related_name="chase")
    agenda_asked_for = models.DateTimeField(null=True)
    minutes_asked_for = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("chasing of a meeting")
        verbose_name_plural = _("chasing of meetings")

    def __str__(self) -> str:
        return f"{self.meeting_id}"
