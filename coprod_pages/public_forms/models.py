"""What forms that anybody may send have in common: how often they were sent."""

from django.db import models
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
