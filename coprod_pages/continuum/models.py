"""The continuum of activity: named lines of ordered stages, and the page that shows one."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from ..page_tree import SectionPage
from ..taxonomy.models import Term
from .colours import contrast_with_white

HEX_COLOUR = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write a colour as # and six digits: #1c5fa8."))
# WCAG 2.2, success criterion 1.4.3: text on the colour has to stand out 4.5 to 1.
MINIMUM_CONTRAST = 4.5


def readable_with_white(colour: str) -> None:
    """Refuse a colour that white text cannot be read on (WCAG 2.2, 1.4.3)."""
    HEX_COLOUR(colour)
    contrast = contrast_with_white(colour)
    if contrast < MINIMUM_CONTRAST:
        raise ValidationError(
            _(
                "White text on this colour is hard to read: the contrast is %(contrast).1f to 1 "
                "and has to be at least 4.5 to 1. Choose a darker colour."
            ),
            params={"contrast": contrast},
        )


class Continuum(models.Model):
    """A named line of stages. A site may keep several, such as another body's ladder."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        help_text=_("Whose model it is and what they ask to be said, if it is not our own."),
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("continuum")
        verbose_name_plural = _("continua")

    def __str__(self) -> str:
        return self.name


class ContinuumStage(Term):
    """One stage on a continuum, in order along the line."""

    continuum = models.ForeignKey(
        Continuum,
        verbose_name=_("continuum"),
        on_delete=models.PROTECT,
        related_name="stages",
    )
    short_label = models.CharField(
        _("short label"),
        max_length=20,
        help_text=_("One or two words, for the diagram and for labels."),
    )
    colour = models.CharField(
        _("colour"),
        max_length=7,
        default="#1c5fa8",
        validators=[readable_with_white],
        help_text=_("# and six digits. White text has to be readable on it."),
    )

    search_fields = [*Term.search_fields, index.FilterField("continuum")]

    class Meta(Term.Meta):
        verbose_name = _("continuum stage")
        verbose_name_plural = _("continuum stages")


class ContinuumPage(SectionPage):
    """What the continuum is, as a diagram and the same as a list."""

    introduction = RichTextField(
        _("introduction"), blank=True, features=["bold", "italic", "link", "ul", "ol"]
    )
    continuum = models.ForeignKey(
        Continuum,
        verbose_name=_("continuum"),
        null=True,
        on_delete=models.PROTECT,
        related_name="pages",
        help_text=_("Its stages are edited under Lists › Continuum stages."),
    )
    body = RichTextField(
        _("more about it"),
        blank=True,
        features=["h2", "h3", "bold", "italic", "link", "ul", "ol"],
        help_text=_("Shown under the diagram."),
    )

    template = "coprod_pages/continuum/continuum_page.html"
    page_description = _("The continuum of activity as a diagram, with its stages explained.")
    subpage_types: list[str] = []

    content_panels = [
        *SectionPage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("continuum"),
        FieldPanel("body"),
        HelpPanel(
            content=_(
                "<p>The diagram is drawn from the list of stages. To rename, reorder or "
                "recolour a stage, go to Lists › Continuum stages.</p>"
            )
        ),
    ]

    class Meta:
        verbose_name = _("continuum page")

    def search_document(self) -> dict[str, list[Any]]:
        """What this page is found by."""
        stages = [text for stage in self.stages() for text in (stage.name, stage.description)]
        return {"head": stages, "body": [self.introduction, self.body]}

    def stages(self) -> models.QuerySet[ContinuumStage]:
        """The stages of the chosen continuum, in order."""
        return ContinuumStage.objects.filter(continuum=self.continuum_id)
