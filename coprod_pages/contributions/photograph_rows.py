"""Pictures of ours that were made from what a contributor sent."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ContributedPhotograph(models.Model):
    """A picture that is shown only while its contributor agrees to it.

    The row outlives the contribution and its file: a picture whose contributor is not known any
    more is not shown.
    """

    contribution = models.ForeignKey(
        "coprod_pages.Contribution",
        verbose_name=_("contribution"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="photographs",
    )
    file = models.OneToOneField(
        "coprod_pages.ContributionFile",
        verbose_name=_("file"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="photograph",
    )
    image = models.OneToOneField(
        "wagtailimages.Image",
        verbose_name=_("picture"),
        on_delete=models.CASCADE,
        related_name="contributed_photograph",
    )
    # Into whose story it was put last; what an editor took out of it is not put in again.
    case_study = models.ForeignKey(
        "coprod_pages.CaseStudyPage",
        verbose_name=_("case study"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="photographs",
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)

    # A reference from here is no use of the picture, and does not make it public.
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["pk"]
        verbose_name = _("photograph that was sent in")
        verbose_name_plural = _("photographs that were sent in")

    def __str__(self) -> str:
        return str(self.pk)
