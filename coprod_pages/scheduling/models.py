"""That publishing at a set time is looked after, and when it last was."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PublishingRun(models.Model):
    """When pages were last published at their set time: one row, written by every run."""

    ran_at = models.DateTimeField(_("last run"))

    class Meta:
        verbose_name = _("run of scheduled publishing")
        verbose_name_plural = _("runs of scheduled publishing")

    def __str__(self) -> str:
        return f"{self.ran_at:%Y-%m-%d %H:%M}"
