"""The rows that belong to a case study: tags, stages, partners, evidence, consent."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable

from ..continuum.models import ONCE_PUBLISHED, ContinuumStage
from ..safe_models import SafeTextModel
from ..taxonomy.models import Organisation, Tag
from .choices import EvidenceKind
from .widgets import StageSelect


class CaseStudyTag(ItemBase):
    """A tag on a case study."""

    tag = models.ForeignKey(Tag, on_delete=models.PROTECT, related_name="case_study_tags")
    content_object = ParentalKey(
        "coprod_pages.CaseStudyPage", on_delete=models.CASCADE, related_name="tagged_items"
    )

    class Meta:
        verbose_name = _("tag on a case study")
        verbose_name_plural = _("tags on case studies")


class CaseStudyStage(SafeTextModel, Orderable):
    """A stage of the continuum that a case study reached, and what happened there."""

    page = ParentalKey(
        "coprod_pages.CaseStudyPage", on_delete=models.CASCADE, related_name="stage_rows"
    )
    stage = models.ForeignKey(
        ContinuumStage,
        verbose_name=_("stage"),
        on_delete=models.PROTECT,
        related_name="case_study_rows",
        limit_choices_to=ONCE_PUBLISHED,
    )
    note = models.TextField(
        _("what happened at this stage"),
        max_length=600,
        blank=True,
        help_text=_("One or two sentences. You may leave this empty."),
    )

    panels = [FieldPanel("stage", widget=StageSelect), FieldPanel("note")]

    class Meta(Orderable.Meta):
        verbose_name = _("stage of a case study")
        verbose_name_plural = _("stages of case studies")

    def __str__(self) -> str:
        return str(self.stage)


class CaseStudyPartner(SafeTextModel, Orderable):
    """An organisation that took part, and its role."""

    page = ParentalKey(
        "coprod_pages.CaseStudyPage", on_delete=models.CASCADE, related_name="partners"
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="partnerships",
    )
    role = models.CharField(_("role"), max_length=150, blank=True)

    panels = [FieldPanel("organisation"), FieldPanel("role")]

    class Meta(Orderable.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    def __str__(self) -> str:
        return str(self.organisation)


class CaseStudyEvidence(SafeTextModel, Orderable):
    """How it is known what changed: a link or a document, and what kind of evidence it is."""

    page = ParentalKey(
        "coprod_pages.CaseStudyPage", on_delete=models.CASCADE, related_name="evidence"
    )
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(
        _("kind of evidence"), max_length=20, choices=EvidenceKind.choices, blank=True
    )
    link = models.URLField(_("link"), max_length=500, blank=True)
    document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        FieldPanel("title"),
        FieldPanel("kind"),
        FieldPanel("link"),
        FieldPanel("document"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")

    def __str__(self) -> str:
        return self.title

    @property
    def address(self) -> str:
        """Where it can be read; empty when there is only its title."""
        return self.document.url if self.document else self.link


class PinnedRelatedCaseStudy(SafeTextModel, Orderable):
    """A case study chosen by hand to be shown first among the related ones."""

    page = ParentalKey(
        "coprod_pages.CaseStudyPage", on_delete=models.CASCADE, related_name="pinned_related"
    )
    related = models.ForeignKey(
        "coprod_pages.CaseStudyPage",
        verbose_name=_("case study"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    panels = [PageChooserPanel("related", "coprod_pages.CaseStudyPage")]

    class Meta(Orderable.Meta):
        verbose_name = _("related case study")
        verbose_name_plural = _("related case studies")


class CaseStudyConsent(models.Model):
    """Whether the people in a case study still agree to its being shown.

    A row of its own and never a page field: publishing or restoring an older revision
    must not bring a withdrawn consent back. A case study without a row needs no consent.
    """

    page = models.OneToOneField(
        "coprod_pages.CaseStudyPage",
        verbose_name=_("case study"),
        on_delete=models.CASCADE,
        related_name="consent",
    )
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    ends_on = models.DateField(
        _("in force up to and including"),
        null=True,
        blank=True,
        help_text=_("Empty: until it is withdrawn."),
    )

    class Meta:
        verbose_name = _("consent to show a case study")
        verbose_name_plural = _("consents to show case studies")

    def __str__(self) -> str:
        return str(self.page_id)

    @property
    def is_in_force(self) -> bool:
        """Whether it counts today; `consent_in_force()` of the query set asks the same."""
        ended = self.ends_on is not None and self.ends_on < timezone.localdate()
        return self.withdrawn_at is None and not ended
