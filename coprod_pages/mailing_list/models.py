"""The group's mailing list: who is on it, their links, and what was written to it."""

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..erasures_file import key_of, note_or_log
from ..safe_models import SafeTextModel

# What is listed outside of the database: a restored backup puts nobody back on the list.
LEFT = "left the mailing list"
# An address that nobody has confirmed, and the link to confirm it.
KEEP_UNCONFIRMED_FOR = timedelta(days=30)
# In characters: room for the longest digest.
LONGEST_TEXT = 60_000


def unconfirmed_until() -> date:
    """The day after which an address that is not confirmed is erased, asked for today."""
    return timezone.localdate() + KEEP_UNCONFIRMED_FOR


class SubscriberQuerySet(models.QuerySet):
    """Subscribers, by whether they have said yes."""

    def confirmed(self) -> "SubscriberQuerySet":
        """Those who have said yes."""
        return self.exclude(confirmed_at=None)

    def reachable(self) -> "SubscriberQuerySet":
        """Those who get what is written to the list: their address has not refused it."""
        return self.confirmed().filter(refused_at=None)

    def expired(self) -> "SubscriberQuerySet":
        """Those who never confirmed, and whose time is over."""
        return self.filter(confirmed_at=None, erase_after__lt=timezone.localdate())


class Subscriber(SafeTextModel):
    """Somebody on the list, or who was asked to confirm. Holds personal data.

    Who leaves is deleted: nothing says later that they were on it.
    """

    # In small letters, so that one person is one row.
    email = models.EmailField(_("e-mail"), max_length=254, unique=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True, db_index=True)
    refused_at = models.DateTimeField(_("address refused"), null=True, blank=True, editable=False)
    erase_after = models.DateField(
        _("erased after"), default=unconfirmed_until, null=True, blank=True, db_index=True
    )

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name = _("subscriber")
        verbose_name_plural = _("mailing list")

    def __str__(self) -> str:
        # Stands in log labels: no personal data.
        return f"{self._meta.verbose_name} {self.pk}"

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Who left, or was taken off by hand, does not come back with a backup."""
        note_or_log(LEFT, subscriber=key_of(self.email))
        return super().delete(*args, **kwargs)


class Purpose(models.TextChoices):
    """What a link is for."""

    CONFIRM = "confirm", _("to confirm the address")
    LEAVE = "leave", _("to leave the list")


class SubscriberLink(models.Model):
    """A secret link of a subscriber. Only the hash of the secret is kept."""

    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE, related_name="links")
    purpose = models.CharField(max_length=8, choices=Purpose.choices)
    secret_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("link of a subscriber")
        verbose_name_plural = _("links of subscribers")

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"


class Kind(models.TextChoices):
    """How a message began."""

    MESSAGE = "message", _("message")
    DIGEST = "digest", _("digest")


class State(models.TextChoices):
    """How far a message is."""

    DRAFT = "draft", _("draft")
    CHECKED = "checked", _("previewed, ready to send")
    SENDING = "sending", _("being sent")
    SENT = "sent", _("sent")


# A message that may still be changed.
OPEN = (State.DRAFT, State.CHECKED)


class ListMessageQuerySet(models.QuerySet):
    """Messages to the list, by how far they are."""

    def open(self) -> "ListMessageQuerySet":
        """Those that may still be changed."""
        return self.filter(state__in=OPEN)

    def being_sent(self) -> "ListMessageQuerySet":
        """Those that the worker still has to queue for somebody, the oldest first."""
        return self.filter(state=State.SENDING).order_by("began_at", "pk")

    def as_seen(self, message: "ListMessage", version: int) -> "ListMessageQuerySet":
        """`message`, unless it was changed since somebody saw `version` of it."""
        return self.filter(pk=message.pk, version=version)


class ListMessage(SafeTextModel):
    """Something written to everybody on the list."""

    kind = models.CharField(
        _("kind"), max_length=8, choices=Kind.choices, default=Kind.MESSAGE, editable=False
    )
    subject = models.CharField(_("subject"), max_length=150)
    text = models.TextField(
        _("text"),
        max_length=LONGEST_TEXT,
        help_text=_(
            "Short sentences, everyday words. An empty line begins a new paragraph. A line that "
            "starts with # is a heading; lines that start with - are a list. Write an address in "
            "full to make it a link, or [words](https://example.org) to give the link words."
        ),
    )
    state = models.CharField(
        _("state"), max_length=8, choices=State.choices, default=State.DRAFT, editable=False
    )
    # Moves on with every change, so that nobody sends other words than they have read.
    version = models.PositiveIntegerField(default=1, editable=False)
    changed_at = models.DateTimeField(_("last changed"), default=timezone.now, editable=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("written by"),
    )

    # Of a digest: what it covers ends here, and the next one begins.
    covers_until = models.DateTimeField(null=True, blank=True, editable=False)
    # Of a digest: the pages it lists, as {name of the source: {number of the page: address}}.
    lists = models.JSONField(default=dict, editable=False)

    began_at = models.DateTimeField(_("sent"), null=True, blank=True, editable=False)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("sent by"),
    )
    # To whom it has been queued: everybody up to this number, and how many those are.
    reached = models.BigIntegerField(default=0, editable=False)
    queued = models.PositiveIntegerField(_("to how many"), default=0, editable=False)
    finished_at = models.DateTimeField(_("queued for the last"), null=True, editable=False)

    objects = ListMessageQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-pk"]
        verbose_name = _("message to the list")
        verbose_name_plural = _("messages to the list")

    def __str__(self) -> str:
        return self.subject

    @property
    def is_open(self) -> bool:
        """Whether it may still be changed."""
        return self.state in OPEN

    def goes_to(self) -> SubscriberQuerySet:
        """Who gets it, or is still to get it: whoever was on the list when it was sent."""
        subscribers = Subscriber.objects.reachable().filter(pk__gt=self.reached)
        began: datetime | None = self.began_at
        return subscribers.filter(Q(confirmed_at__lte=began) if began else Q()).order_by("pk")
