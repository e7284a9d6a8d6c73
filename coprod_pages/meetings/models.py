"""Meetings of the working group: where, when, how to get in, what about, what came of it."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.fields import RichTextField
from wagtail.models import Orderable, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from ..page_tree import TreeSafePage
from ..safe_models import SafeTextModel

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ul", "ol"]


class MeetingIndexPage(TreeSafePage):
    """The meetings to come, then those that were."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "link"])

    template = "coprod_pages/meetings/meeting_index_page.html"
    page_description = _("The meetings to come, then those that were.")
    parent_page_types = ["coprod_pages.WorkingGroupPage"]
    subpage_types = ["coprod_pages.MeetingPage"]
    max_count_per_parent = 1

    content_panels = [*TreeSafePage.content_panels, "introduction"]

    class Meta:
        verbose_name = _("meeting index")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        meetings = MeetingPage.objects.visible_to_public().child_of(self)
        context["upcoming"] = meetings.upcoming()
        context["past"] = meetings.past()
        return context


class MeetingQuerySet(PageQuerySet):
    """Meetings, narrowed by who may see them and by when they are."""

    def visible_to_public(self) -> "MeetingQuerySet":
        """Live, and under no view restriction."""
        return self.live().public()

    def upcoming(self) -> "MeetingQuerySet":
        """Not over yet, soonest first. A cancelled one stays: people may still turn up."""
        return self.filter(ends_at__gte=timezone.now()).order_by("starts_at")

    def past(self) -> "MeetingQuerySet":
        """Over, latest first."""
        return self.filter(ends_at__lt=timezone.now()).order_by("-starts_at")


class MeetingKind(models.TextChoices):
    """How people take part."""

    IN_PERSON = "in-person", _("In person")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("In person or online")


class MeetingState(models.TextChoices):
    """What has become of it. Whether it is announced is whether the page is published."""

    AS_PLANNED = "as-planned", _("As planned")
    CHANGED = "changed", _("Changed: the date, time or place is new")
    CANCELLED = "cancelled", _("Cancelled")


class MinutesState(models.TextChoices):
    """How far the minutes are."""

    DRAFT = "draft", _("Draft, to be agreed at the next meeting")
    AGREED = "agreed", _("Agreed")


class MeetingPage(TreeSafePage):
    """One meeting."""

    summary = models.CharField(
        _("what it is about"), max_length=280, blank=True, help_text=_("Shown in lists.")
    )
    kind = models.CharField(
        _("kind"), max_length=10, choices=MeetingKind.choices, default=MeetingKind.IN_PERSON
    )
    state = models.CharField(
        _("state"), max_length=10, choices=MeetingState.choices, default=MeetingState.AS_PLANNED
    )
    starts_at = models.DateTimeField(_("start"), help_text=_("London time."))
    ends_at = models.DateTimeField(_("end"), help_text=_("London time."))
    place = models.CharField(_("place"), max_length=250, blank=True)
    directions = RichTextField(
        _("how to get there and who meets you"), blank=True, features=TEXT_FEATURES
    )
    access = RichTextField(
        _("access"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("Step-free, hearing loop, BSL, breaks, a quiet space, and whom to ask."),
    )
    expenses = models.CharField(_("expenses and payment"), max_length=250, blank=True)
    contact = models.CharField(
        _("how to ask"),
        max_length=200,
        blank=True,
        help_text=_("A role and a shared address or number, never somebody’s own."),
    )
    introduction = RichTextField(_("more about it"), blank=True, features=TEXT_FEATURES)
    minutes = RichTextField(
        _("minutes"),
        blank=True,
        features=["h3", "h4", *TEXT_FEATURES],
        help_text=_("In plain English, with roles rather than names."),
    )
    minutes_document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("minutes as a document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    minutes_state = models.CharField(
        _("state of the minutes"),
        max_length=6,
        choices=MinutesState.choices,
        default=MinutesState.DRAFT,
    )

    objects = PageManager.from_queryset(MeetingQuerySet)()

    template = "coprod_pages/meetings/meeting_page.html"
    page_description = _("One meeting: where and when, agenda and papers, and then minutes.")
    parent_page_types = ["coprod_pages.MeetingIndexPage"]
    subpage_types: list[str] = []

    search_fields = [*TreeSafePage.search_fields, index.SearchField("summary")]

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    TitleFieldPanel("title"),
                    FieldPanel("summary"),
                    FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                    FieldRowPanel([FieldPanel("kind"), FieldPanel("state")]),
                    FieldPanel("place"),
                    FieldPanel("directions"),
                    FieldPanel("access"),
                    FieldPanel("expenses"),
                    FieldPanel("contact"),
                    FieldPanel("introduction"),
                ],
                heading=_("Meeting"),
            ),
            ObjectList(
                [
                    InlinePanel("agenda_items", heading=_("Agenda"), label=_("Item")),
                    InlinePanel("papers", heading=_("Papers"), label=_("Paper")),
                ],
                heading=_("Agenda and papers"),
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [
                            FieldPanel("minutes"),
                            FieldPanel("minutes_document"),
                            FieldPanel("minutes_state"),
                        ],
                        heading=_("Minutes"),
                    ),
                ],
                heading=_("Minutes"),
            ),
            # With the time of publication and the comments, which Wagtail shows at the side.
            ObjectList(
                [*TreeSafePage.promote_panels, *TreeSafePage.settings_panels],
                heading=_("Promote"),
            ),
        ]
    )

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("The end has to be after the start.")})

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.ends_at < timezone.now()

    @property
    def is_on_one_day(self) -> bool:
        """Whether it ends on the day that it starts, in local time."""
        return local_date(self.starts_at) == local_date(self.ends_at)

    @property
    def has_minutes(self) -> bool:
        """Whether there are minutes to read, in the page or as a document."""
        return bool(self.minutes or self.minutes_document_id)

    def search_document(self) -> dict[str, list[Any]]:
        """What this page is found by."""
        agenda = [text for item in self.agenda_items.all() for text in (item.title, item.note)]
        return {
            "head": [self.summary, self.place],
            "body": [*agenda, self.introduction, self.minutes],
        }


def local_date(moment: datetime) -> object:
    """The local date of `moment`."""
    return timezone.localtime(moment).date()


class AgendaItem(SafeTextModel, Orderable):
    """One item of an agenda: when, what, and who leads it."""

    page = ParentalKey(MeetingPage, on_delete=models.CASCADE, related_name="agenda_items")
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
    """A document that a meeting reads."""

    page = ParentalKey(MeetingPage, on_delete=models.CASCADE, related_name="papers")
    title = models.CharField(_("title"), max_length=200)
    document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("document"),
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
    )

    panels = [FieldPanel("title"), FieldPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = _("paper")
        verbose_name_plural = _("papers")

    def __str__(self) -> str:
        return self.title
