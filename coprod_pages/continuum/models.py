"""The continuum of activity: named lines of ordered stages. Its page is in `pages.py`."""

from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin

from ..safe_models import SafeTextModel
from ..taxonomy.models import Term
from . import icons
from .colours import MINIMUM_CONTRAST, contrast_with_white, in_words
from .keeping import stages_kept
from .uses import StageUses, uses_of

HEX_COLOUR = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write a colour as # and six digits: #1c5fa8."))


def readable_with_white(colour: str) -> None:
    """Refuse a colour that white text cannot be read on (WCAG 2.2, 1.4.3)."""
    HEX_COLOUR(colour)
    contrast = contrast_with_white(colour)
    if contrast < MINIMUM_CONTRAST:
        raise ValidationError(
            _(
                "White text on this colour is hard to read: the contrast is %(contrast)s to 1 "
                "and has to be at least 4.5 to 1. Choose a darker colour."
            ),
            params={"contrast": in_words(contrast)},
        )


class Continuum(PreviewableMixin, DraftStateMixin, RevisionMixin, SafeTextModel, ClusterableModel):
    """A named line of stages, edited as a whole: a draft of it changes nothing that is public.

    A site may keep several, such as another body's ladder.
    """

    name = models.CharField(_("name"), max_length=100, unique=True)
    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        help_text=_("Whose model it is and what they ask to be said, if it is not our own."),
    )
    credit_link = models.URLField(
        _("link to the source"), blank=True, help_text=_("Where the model was published.")
    )

    class Meta:
        ordering = ["name"]
        verbose_name = _("continuum")
        verbose_name_plural = _("continua")

    def __str__(self) -> str:
        return self.name

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the line and its stages: all of them, or nothing."""
        super().save(*args, **kwargs)

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> Any:
        """A continuum from its revision, with the stages that case studies name; see `keeping`."""
        stored = ContinuumStage.objects.filter(continuum=data.get("pk"))
        rows = stages_kept(
            data.get("stages") or [],
            [get_serializable_data_for_fields(stage) for stage in stored],
            set(
                ContinuumStage.objects.exclude(continuum=data.get("pk")).values_list(
                    "slug", flat=True
                )
            ),
            uses_of,
        )
        return super().from_serializable_data({**data, "stages": rows}, check_fks, strict_fks)

    @cached_property
    def uses(self) -> dict[int, StageUses]:
        """What uses its stages, by their numbers; drafts too."""
        stages = ContinuumStage.objects.filter(continuum=self.pk)
        return uses_of(stages.values_list("pk", flat=True))

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "coprod_pages/continuum/preview.html"


class ContinuumStageQuerySet(models.QuerySet):
    """Stages, narrowed by whether people see them."""

    def published(self) -> "ContinuumStageQuerySet":
        """Those of published continua."""
        return self.filter(continuum__live=True)


# A line that was taken down again is still named by case studies, and they have to stay editable.
ONCE_PUBLISHED = models.Q(continuum__live=True) | models.Q(
    continuum__first_published_at__isnull=False
)


class ContinuumStage(Term):
    """One stage on a continuum, in order along the line.

    Its address is made from its label when it is first stored and stays: a new name breaks no
    link. Two lines may have stages of the same name, so that only the address is unique.
    """

    name = models.CharField(
        _("name"), max_length=100, help_text=_("What people do at this stage, in a few words.")
    )
    continuum = ParentalKey(
        Continuum, verbose_name=_("continuum"), on_delete=models.CASCADE, related_name="stages"
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
        help_text=_("White text has to be readable on it."),
    )
    icon = models.CharField(
        _("picture"),
        max_length=20,
        blank=True,
        choices=icons.CHOICES,
        help_text=_("A small drawing, in place of the number."),
    )
    letter = models.CharField(
        _("or a letter"),
        max_length=2,
        blank=True,
        help_text=_("One or two letters, in place of the number. A picture goes first."),
    )
    honest_conversation = models.TextField(
        _("the honest conversation"),
        max_length=1000,
        blank=True,
        help_text=_("What has to be said openly at this stage, and by whom, before going on."),
    )

    sort_order_field = "sort_order"
    objects = ContinuumStageQuerySet.as_manager()

    class Meta(Term.Meta):
        verbose_name = _("continuum stage")
        verbose_name_plural = _("continuum stages")

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands among the stages of all lines."""
        return (self.continuum_id, self.sort_order)
