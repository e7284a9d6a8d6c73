"""The outbox: every message, from the change that causes it until a mail server has it."""

from datetime import date, datetime, timedelta

from django.contrib import admin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..conf import SENT_MAIL_KEPT_DAYS


class State(models.IntegerChoices):
    """How far a message is, in the order of the list: what needs somebody comes first."""

    FAILED = 0, _("failed for good")
    WAITING = 1, _("waiting")
    SENDING = 2, _("being sent")
    SENT = 3, _("sent")


class OutgoingMailQuerySet(models.QuerySet):
    """The messages that somebody has to do something with."""

    def due(self, now: datetime) -> "OutgoingMailQuerySet":
        """To be sent now: those whose pause is over, and those whose worker came to an end."""
        return self.filter(state__in=[State.WAITING, State.SENDING], next_try_at__lte=now)

    def failed(self) -> "OutgoingMailQuerySet":
        """Those that will not be tried again by themselves."""
        return self.filter(state=State.FAILED)

    def overdue(self, now: datetime) -> "OutgoingMailQuerySet":
        """Those that were due long ago: the worker does not run."""
        return self.due(now - timedelta(minutes=15))


class OutgoingMail(models.Model):
    """One message to one person. Holds personal data, and often the key to somebody's page.

    What it says is erased in the moment it is sent, the row some weeks later.
    """

    about = models.CharField(
        _("what about"), max_length=100, help_text=_("Stands in logs: no personal data.")
    )
    related = models.CharField(_("reference"), max_length=60, blank=True)
    recipient = models.TextField(_("to"))
    from_email = models.TextField(_("from"))
    reply_to = models.JSONField(_("answers to"), default=list)
    subject = models.CharField(_("subject"), max_length=255)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField(_("HTML"), blank=True)
    # Each with name, mimetype and content (base64).
    attachments = models.JSONField(_("attachments"), default=list)
    # With the Message-ID, which stays the same however often it is tried.
    headers = models.JSONField(_("headers"), default=dict)

    state = models.PositiveSmallIntegerField(
        _("state"), choices=State.choices, default=State.WAITING
    )
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    # While a worker sends it: when somebody else may take it, because that worker is gone.
    next_try_at = models.DateTimeField(_("next try"), default=timezone.now)
    lease = models.CharField(max_length=32, blank=True, editable=False)
    last_error = models.CharField(_("last error"), max_length=100, blank=True)
    queued_at = models.DateTimeField(_("queued"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    erase_after = models.DateField(_("erased after"), null=True, blank=True, db_index=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        ordering = ["state", "-queued_at", "-pk"]
        indexes = [models.Index(fields=["state", "next_try_at"], name="mail_that_is_due")]
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mail")

    def __str__(self) -> str:
        # Stands in log labels: no personal data.
        return f"{self.about} ({self.pk})"

    @property
    @admin.display(description=_("next try"), ordering="next_try_at")
    def next_try(self) -> datetime | None:
        """When it is tried next; never, when it is sent or has failed for good."""
        return None if self.state in (State.SENT, State.FAILED) else self.next_try_at


def erase_after(now: datetime) -> date:
    """The day after which a message that is done with now is erased."""
    return timezone.localdate(now) + timedelta(days=SENT_MAIL_KEPT_DAYS.get())
