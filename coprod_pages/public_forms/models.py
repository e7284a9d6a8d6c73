"""What forms that anybody may send have in common: how often they were sent, and their links."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SendingCount(models.Model):
    """How often a form was sent in one hour from one address, which is kept only as a hash."""

    key = models.CharField(max_length=64, unique=True)
    hour = models.DateTimeField(db_index=True)
    number = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("count of sendings")
        verbose_name_plural = _("counts of sendings")

    def __str__(self) -> str:
        return f"{self.hour:%Y-%m-%d %H:00}"


class SecretLink(models.Model):
    """What every link without an account has: a secret of which only the hash is kept, and an end.

    A feature adds whose it is (`related_name="links"`) and what for.
    """

    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def works(self, now: Any = None) -> bool:
        """Whether it opens anything."""
        now = now or timezone.now()
        return self.revoked_at is None and (self.expires_at is None or self.expires_at > now)
