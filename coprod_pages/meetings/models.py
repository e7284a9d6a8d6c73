"""Meetings of the working group: where, when, how to get in, what about, what came of it."""

import uuid
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from ..page_tree import TreeSafePage
from .choices import MeetingKind, MeetingState, MinutesState, Standing
from .forms import MeetingPageForm
from .panels import edit_handler
from .querysets import MeetingQuerySet
from .rows import AgendaItem, MeetingPaper, check_paper_numbers
from .times import LONDON, day_in_zone, in_zone, zone_names

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ul", "ol"]
# What a room or a call has for those who need it: field, what it is called.
ACCESS = [
    ("step_free", _("Step-free way in and toilet")),
    ("hearing_loop", _("Hearing loop")),
    ("bsl", _("British Sign Language interpreter")),
    ("captions", _("Live captions")),
    ("breaks", _("Breaks")),
    ("quiet_space", _("Quiet space")),
]


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


def known_zone(name: str) -> None:
    """Refuse a time zone that there is not."""
    if name not in zone_names():
        raise ValidationError(_("Choose a time zone from the list."))


class MeetingPage(TreeSafePage):
    """One meeting."""

    summary = models.CharField(
        _("what it is about"), max_length=280, blank=True, help_text=_("Shown in lists.")
    )
    kind = models.CharField(
        _("kind"), max_length=10, choices=MeetingKind.choices, default=MeetingKind.IN_PERSON
    )
    state = models.CharField(
        _("does it take place"),
        max_length=10,
        choices=MeetingState.choices,
        default=MeetingState.AS_PLANNED,
        help_text=_("Once you publish it as cancelled, everybody who registered is told."),
    )
    starts_at = models.DateTimeField(_("start"), help_text=_("By the clock where it takes place."))
    ends_at = models.DateTimeField(_("end"))
    time_zone = models.CharField(
        _("time zone"), max_length=64, default=LONDON, validators=[known_zone]
    )
    place = models.CharField(_("place"), max_length=250, blank=True)
    directions = RichTextField(_("how to get there"), blank=True, features=TEXT_FEATURES)
    met_by = models.CharField(
        _("who meets you"),
        max_length=200,
        blank=True,
        help_text=_("A role and where they stand, such as: the secretary, at the front door."),
    )
    joining_link = models.URLField(
        _("joining link"),
        max_length=500,
        blank=True,
        help_text=_("Shown only to people who registered to come online, never on the page."),
    )
    joining_details = models.TextField(
        _("how else to join"),
        max_length=600,
        blank=True,
        help_text=_("Meeting number, passcode, dial-in number. Kept from the page as well."),
    )
    step_free = models.BooleanField(_("step-free"), default=False)
    hearing_loop = models.BooleanField(_("hearing loop"), default=False)
    bsl = models.BooleanField(_("BSL interpreter"), default=False)
    captions = models.BooleanField(_("live captions"), default=False)
    breaks = models.BooleanField(_("breaks"), default=False)
    quiet_space = models.BooleanField(_("quiet space"), default=False)
    access = RichTextField(
        _("more about access"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("What is there, what is not, and whom to ask."),
    )
    expenses = models.CharField(_("expenses and payment"), max_length=250, blank=True)
    contact = models.CharField(
        _("how to ask"),
        max_length=200,
        blank=True,
        help_text=_("A role and a shared address, never somebody’s own."),
    )
    contact_phone = models.CharField(
        _("telephone"), max_length=40, blank=True, help_text=_("A shared number.")
    )
    introduction = RichTextField(_("more about it"), blank=True, features=TEXT_FEATURES)
    is_open = models.BooleanField(
        _("people can register"), default=True, help_text=_("Until it starts.")
    )
    places_in_person = models.PositiveIntegerField(
        _("places in the room"),
        null=True,
        blank=True,
        help_text=_("Empty: as many as come. More people than places wait, first come first."),
    )
    places_online = models.PositiveIntegerField(
        _("places online"), null=True, blank=True, help_text=_("Empty: as many as come.")
    )
    remind_days = models.PositiveSmallIntegerField(
        _("days before that people are reminded"),
        default=2,
        validators=[MaxValueValidator(60)],
        help_text=_("0: no reminder."),
    )
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
    # The same for the meetings of one series; what is copied from a meeting alone has none.
    series = models.UUIDField(null=True, blank=True, editable=False, db_index=True)
    # Names the meeting in calendars, for good (RFC 5545, UID). A copy is another meeting.
    calendar_key = models.UUIDField(default=uuid.uuid4, editable=False)

    objects = PageManager.from_queryset(MeetingQuerySet)()

    template = "coprod_pages/meetings/meeting_page.html"
    page_description = _("One meeting: where and when, agenda and papers, and then minutes.")
    parent_page_types = ["coprod_pages.MeetingIndexPage"]
    subpage_types: list[str] = []
    base_form_class = MeetingPageForm
    # A copy is another meeting: what was said and who came belongs to this one.
    exclude_fields_in_copy = [
        *("calendar_key", "series", "state"),
        *("minutes", "minutes_document", "minutes_state"),
    ]

    search_fields = [*TreeSafePage.search_fields, index.SearchField("summary")]
    edit_handler = edit_handler()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("The end has to be after the start.")})
        check_paper_numbers(list(self.papers.all()), self.agenda_items.count())

    @property
    def starts(self) -> datetime:
        """The start by the clock where it takes place."""
        return in_zone(self.starts_at, self.time_zone)

    @property
    def ends(self) -> datetime:
        """The end by the clock where it takes place."""
        return in_zone(self.ends_at, self.time_zone)

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.ends_at < timezone.now()

    @property
    def is_on_one_day(self) -> bool:
        """Whether it ends on the day that it starts, where it takes place."""
        zone = self.time_zone
        return day_in_zone(self.starts_at, zone) == day_in_zone(self.ends_at, zone)

    @property
    def is_in_london(self) -> bool:
        """Whether its clock is London's, which need not be said at length."""
        return self.time_zone == LONDON

    @property
    def is_cancelled(self) -> bool:
        """Whether it will not take place."""
        return self.state == MeetingState.CANCELLED

    @property
    def has_minutes(self) -> bool:
        """Whether there are minutes to read, in the page or as a document."""
        return bool(self.minutes or self.minutes_document_id)

    @property
    def standing(self) -> Standing:
        """How far it is: a draft, announced, changed since, cancelled or held."""
        if not self.live:
            return Standing.DRAFT
        if self.is_cancelled:
            return Standing.CANCELLED
        if self.is_over:
            return Standing.HELD
        announcement = getattr(self, "announcement", None)
        if announcement is not None and announcement.moved_at:
            return Standing.CHANGED
        return Standing.ANNOUNCED

    @property
    def access_in_words(self) -> list[str]:
        """What is there for those who need it."""
        return [words for name, words in ACCESS if getattr(self, name)]

    @property
    def agenda_with_papers(self) -> list[tuple[AgendaItem, list[MeetingPaper]]]:
        """The items in order, each with the papers that are for it."""
        papers = [paper for paper in self.papers.all() if paper.document_id]
        return [
            (item, [paper for paper in papers if paper.item_number == number])
            for number, item in enumerate(self.agenda_items.all(), start=1)
        ]

    @property
    def papers_for_all(self) -> list[MeetingPaper]:
        """The papers that are for no item by itself."""
        return [paper for paper in self.papers.all() if paper.document_id and not paper.item_number]

    def search_document(self) -> dict[str, list[Any]]:
        """What this page is found by."""
        agenda = [text for item in self.agenda_items.all() for text in (item.title, item.note)]
        return {
            "head": [self.summary, self.place],
            "body": [*agenda, self.introduction, self.minutes],
        }


class MeetingAnnouncement(models.Model):
    """What people were last told of a meeting: kept apart, as no revision may bring it back."""

    meeting = models.OneToOneField(
        MeetingPage, on_delete=models.CASCADE, related_name="announcement"
    )
    facts = models.JSONField(default=dict)
    # Counts the changes, for calendars (RFC 5545, SEQUENCE).
    sequence = models.PositiveIntegerField(default=0)
    told_at = models.DateTimeField(default=timezone.now)
    moved_at = models.DateTimeField(null=True, blank=True)
    # Since when the register of this meeting was last written; locked while places are given.
    registered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("announcement of a meeting")
        verbose_name_plural = _("announcements of meetings")

    def __str__(self) -> str:
        return f"{self.meeting_id} ({self.sequence})"
