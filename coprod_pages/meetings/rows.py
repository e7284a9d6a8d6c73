"""What a meeting has several of: items of its agenda, papers, and decisions."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from ..safe_models import SafeTextModel


class AgendaItem(SafeTextModel, Orderable):
    """One item of an agenda: when, what, and who leads it."""

    page = ParentalKey(
        "coprod_pages.MeetingPage", on_delete=models.CASCADE, related_name="agenda_items"
    )
    time = models.TimeField(_("time"), null=True, blank=True)
    title = models.CharField(_("item"), max_length=200)
    led_by = models.CharField(
        _("led by"), max_length=120, blank=True, help_text=_("A role, such as the chair.")
    )
    note = models.TextField(_("note"), max_length=600, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("time"), FieldPanel("title")]),
        FieldPanel("led_by"),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")

    def __str__(self) -> str:
        return self.title


class MeetingPaper(SafeTextModel, Orderable):
    """A document that a meeting reads, for one item of the agenda or for all of it."""

    page = ParentalKey("coprod_pages.MeetingPage", on_delete=models.CASCADE, related_name="papers")
    title = models.CharField(_("title"), max_length=200)
    document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("document"),
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Nobody outside can open it before this page is published."),
    )
    item_number = models.PositiveSmallIntegerField(
        _("for item"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("The number of the item on the agenda. Empty: for the whole meeting."),
    )

    panels = [
        FieldRowPanel([FieldPanel("title"), FieldPanel("item_number")]),
        FieldPanel("document"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("paper")
        verbose_name_plural = _("papers")

    def __str__(self) -> str:
        return self.title


class MeetingDecision(SafeTextModel, Orderable):
    """Something that a meeting decided. Its number is its place among them."""

    page = ParentalKey(
        "coprod_pages.MeetingPage", on_delete=models.CASCADE, related_name="decisions"
    )
    text = models.TextField(
        _("what was decided"),
        max_length=600,
        help_text=_("One decision, in a sentence that makes sense by itself. Roles, not names."),
    )

    panels = [FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")

    def __str__(self) -> str:
        return self.text[:100]


def check_paper_numbers(papers: list[MeetingPaper], item_count: int) -> None:
    """Raise `ValidationError` for a paper of an item that the agenda does not have."""
    for paper in papers:
        if paper.item_number and paper.item_number > item_count:
            raise ValidationError(
                _("The paper “%(paper)s” is for item %(number)s, and the agenda has %(count)s."),
                params={"paper": paper, "number": paper.item_number, "count": item_count},
            )
