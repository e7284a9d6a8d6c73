"""The record of a case study: its fields, in the order of the editor's tabs.

Apart from `models.py` because it is long and says only what is kept; the rules are there.
Every field may be empty in a draft; what is needed to publish is in `requirements.py`.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import RichTextField, StreamField

from ..page_tree import TreeSafePage
from ..taxonomy.models import Borough, EqualityGroup, Organisation, Theme
from .blocks import StoryBlock
from .choices import (
    DatePrecision,
    FinalDecision,
    InvolvedWhen,
    MoneyBand,
    NamingLevel,
    Progress,
    Provenance,
    Reach,
)

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ul", "ol"]
SUMMARY_LENGTH = 280


class CaseStudyRecord(TreeSafePage):
    """What is kept of one example of co-production."""

    # Story
    summary = models.CharField(
        _("summary"),
        max_length=SUMMARY_LENGTH,
        blank=True,
        help_text=_(
            "Needed to publish. One or two sentences that say what it was, in at most 280 "
            "characters. It is shown in lists."
        ),
    )
    need = RichTextField(
        _("the need, and who agreed it was the need"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("Needed to publish. What was wrong or missing? Who said so, and how?"),
    )
    story = StreamField(
        StoryBlock(required=False),
        verbose_name=_("what you did together"),
        blank=True,
        help_text=_("Needed to publish. Tell it in the order that it happened."),
    )
    involved_when = models.CharField(
        _("when were the people it was for involved?"),
        max_length=10,
        choices=InvolvedWhen.choices,
        blank=True,
    )
    final_decision = models.CharField(
        _("what part did they have in the final decision?"),
        max_length=10,
        choices=FinalDecision.choices,
        blank=True,
    )
    worked = RichTextField(
        _("what worked"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("Needed to publish. What went well, and why?"),
    )
    did_not_work = RichTextField(
        _("what did not work, tensions and limits"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_(
            "Needed to publish. This is what helps others most: what was hard, what money, "
            "law or time did not allow, where people disagreed. If there is nothing to "
            "report, write “Nothing to report”."
        ),
    )
    differently = RichTextField(
        _("what you would do differently"), blank=True, features=TEXT_FEATURES
    )
    others_need = RichTextField(
        _("what others need in place to do the same"), blank=True, features=TEXT_FEATURES
    )
    what_changed = RichTextField(
        _("what changed"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("What is different now? List the evidence for it below."),
    )
    plain_language = RichTextField(
        _("plain-language version"),
        blank=True,
        features=["h3", "bold", "link", "ul", "ol"],
        help_text=_(
            "The whole story in short sentences and everyday words. Readers choose between the two."
        ),
    )
    easy_read_document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("Easy Read document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    # Where and who
    lead_organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("lead organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="led_case_studies",
        help_text=_("Needed to publish. Choose it from the list, or add it there."),
    )
    reach = models.CharField(
        _("where it happened"),
        max_length=15,
        choices=Reach.choices,
        blank=True,
        help_text=_("Needed to publish."),
    )
    boroughs = ParentalManyToManyField(
        Borough, verbose_name=_("boroughs"), blank=True, related_name="case_studies"
    )
    place = models.CharField(
        _("place"),
        max_length=150,
        blank=True,
        help_text=_("An estate, a street, a town. Outside London, the town and country."),
    )
    equality_groups = ParentalManyToManyField(
        EqualityGroup,
        verbose_name=_("groups that took part"),
        blank=True,
        related_name="case_studies",
        help_text=_("Groups, never single people. Think: could somebody be recognised?"),
    )
    participants = models.PositiveIntegerField(
        _("how many people took part"), null=True, blank=True
    )
    how_reached = models.TextField(_("how they were reached"), max_length=1000, blank=True)
    payment = models.TextField(_("payment and expenses"), max_length=1000, blank=True)
    access_arrangements = models.TextField(
        _("access arrangements"),
        max_length=1000,
        blank=True,
        help_text=_("Interpreters, step-free rooms, child care, times of day, breaks."),
    )
    start_date = models.DateField(_("start"), null=True, blank=True)
    start_precision = models.CharField(
        _("known to the"), max_length=5, choices=DatePrecision.choices, default="day"
    )
    end_date = models.DateField(_("end"), null=True, blank=True)
    end_precision = models.CharField(
        _("known to the"), max_length=5, choices=DatePrecision.choices, default="day"
    )
    progress = models.CharField(
        _("does it still go on?"), max_length=10, choices=Progress.choices, blank=True
    )
    money_band = models.CharField(_("money"), max_length=10, choices=MoneyBand.choices, blank=True)
    staff = models.CharField(_("staff"), max_length=150, blank=True)
    volunteers = models.CharField(_("volunteers"), max_length=150, blank=True)
    funder = models.CharField(_("funder"), max_length=200, blank=True)

    # Tags
    themes = ParentalManyToManyField(
        Theme,
        verbose_name=_("themes"),
        blank=True,
        related_name="case_studies",
        help_text=_("Needed to publish: at least one."),
    )
    tags = ClusterTaggableManager(
        through="coprod_pages.CaseStudyTag",
        verbose_name=_("tags"),
        blank=True,
        help_text=_(
            "Start to type and choose a tag that is there. Add a new one only if none fits."
        ),
    )

    # Sign-off and consent: for the desk
    looked_after_by = models.ForeignKey(
        Organisation,
        verbose_name=_("looked after by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="case_studies_looked_after",
        help_text=_("The editors of this organisation may change the case study."),
    )
    provenance = models.CharField(
        _("provenance"),
        max_length=10,
        choices=Provenance.choices,
        default=Provenance.WRITTEN,
    )
    source_id = models.CharField(
        _("number at the source"),
        max_length=60,
        blank=True,
        db_index=True,
        help_text=_("Set by an import, so that a second import updates and never doubles."),
    )
    source_link = models.URLField(_("address at the source"), max_length=500, blank=True)
    credit = models.CharField(
        _("credit and licence"),
        max_length=250,
        blank=True,
        help_text=_("Shown to the public: who wrote it first and under which licence."),
    )
    naming_level = models.CharField(
        _("naming"), max_length=15, choices=NamingLevel.choices, default=NamingLevel.ORGANISATION
    )
    review_by = models.DateField(_("look at it again by"), null=True, blank=True)
    review_owner = models.ForeignKey(
        Organisation,
        verbose_name=_("who looks at it again"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    has_lessons = models.BooleanField(
        _("has lessons from difficulty"), default=False, editable=False, db_index=True
    )

    class Meta:
        abstract = True
