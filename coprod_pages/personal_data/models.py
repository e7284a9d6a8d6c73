"""Who may look for personal data, and what the log of it hangs on."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PersonalData(models.Model):
    """All personal data on the site: a permission, and the thing that the log speaks of.

    It has no rows. What was done stands in Wagtail's log, with a reference instead of the address.
    """

    class Meta:
        # To find, hand over and erase what is held about an address.
        default_permissions = ("handle",)
        verbose_name = _("personal data")
        verbose_name_plural = _("personal data")

    def __str__(self) -> str:
        return str(_("Personal data"))
