"""Who belongs to which organisation."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..taxonomy.models import Organisation


class OrganisationMembership(models.Model):
    """An editor's place in an organisation: it decides which case studies are theirs to edit."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person"),
        on_delete=models.CASCADE,
        related_name="organisation_memberships",
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.CASCADE,
        related_name="memberships",
    )

    class Meta:
        verbose_name = _("organisation membership")
        verbose_name_plural = _("organisation memberships")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation"], name="one_membership_per_organisation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.organisation}"
