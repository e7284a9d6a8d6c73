"""Meetings of the working group: where, when, how to get in, what about, what came of it."""

from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from ..page_tree import TreeSafePage
from .choices import MeetingState, Standing
from .forms import MeetingPageForm
from .minutes.standing import WithMinutes
from .panels import edit_handler
from .querysets import MeetingQuerySet
from .record import MeetingRecord
from .rows import AgendaItem, MeetingPaper, check_paper_numbers
from .times import LONDON, in_words, in_zone

# Addresses below the list of meetings that are no meetings.
RESERVED_SLUGS = {"actions", "decisions", "month", "past", "calendar"}
# What a room or a call has for those who need it: field, what it is called.
ACCESS = [
    ("step_free", _("Step-free way in and toilet")),
    ("hearing_loop", _("Hearing loop")),
    ("bsl", _("British Sign Language interpreter")),
    ("captions", _("Live captions")),
    ("breaks", _("Breaks")),
    ("quiet_space", _("Quiet space")),
]


class MeetingIndexPage(RoutablePageMixin, TreeSafePage):
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
        from .past import SHOWN_AT_ONCE, past_of, years_of

        context = super().get_context(request, *args, **kwargs)
        meetings = MeetingPage.objects.visible_to_public().child_of(self)
        context["upcoming"] = meetings.upcoming()
        context["past"] = past_of(self)[:SHOWN_AT_ONCE]
        context["years"] = years_of(self)
        context["today"] = timezone.localdate()
        return context

    @property
    def calendar_address(self) -> dict[str, str]:
        """Where one subscribes to the meetings: for programs that know `webcal`, and for others."""
        address = f"{self.full_url}calendar.ics"
        return {"webcal": f"webcal:{address.partition(':')[2]}", "https": address}

    @path("month/<int:year>/<int:month>/", name="month")
    def month(self, request: HttpRequest, year: int, month: int) -> HttpResponse:
        """The meetings of one month."""
        from .calendar_views import month_view

        return month_view(request, self, year, month)

    @path("past/<int:year>/", name="past")
    def past(self, request: HttpRequest, year: int) -> HttpResponse:
        """The meetings of one year that are over."""
        from .past import past_year

        return past_year(request, self, year)

    @path("calendar.ics/", name="calendar")
    def calendar(self, request: HttpRequest) -> HttpResponse:
        """The meetings as a calendar to subscribe to."""
        from .calendar_views import calendar

        return calendar(request, self)

    @path("decisions/", name="decisions")
    def decisions(self, request: HttpRequest) -> HttpResponse:
        """What all the meetings decided."""
        from .minutes.pages import decisions

        return decisions(request, self)

    @path("actions/", name="actions")
    def actions(self, request: HttpRequest) -> HttpResponse:
        """Who does what until when."""
        from .minutes.pages import actions

        return actions(request, self)


class MeetingPage(RoutablePageMixin, WithMinutes, MeetingRecord, TreeSafePage):
    """One meeting."""

    objects = PageManager.from_queryset(MeetingQuerySet)()

    template = "coprod_pages/meetings/meeting_page.html"
    page_description = _("One meeting: where and when, agenda and papers, and then minutes.")
    parent_page_types = ["coprod_pages.MeetingIndexPage"]
    subpage_types: list[str] = []
    base_form_class = MeetingPageForm
    # A copy is another meeting: what was said and who came belongs to this one.
    exclude_fields_in_copy = [
        *("calendar_key", "state"),
        *("minutes", "minutes_document", "decisions"),
    ]

    search_fields = [*TreeSafePage.search_fields, index.SearchField("summary")]
    edit_handler = edit_handler()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")

    def clean(self) -> None:
        super().clean()
        if self.slug in RESERVED_SLUGS:
            raise ValidationError(
                {"slug": _("The list of meetings uses this address itself. Choose another one.")}
            )
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
    def first_day(self) -> date:
        """The day on which it starts, where it takes place."""
        return self.starts.date()

    @property
    def last_day(self) -> date:
        """The day on which it ends, where it takes place; at midnight it was over the day before."""
        return max(self.first_day, (self.ends - timedelta(microseconds=1)).date())

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.ends_at < timezone.now()

    @property
    def is_on_one_day(self) -> bool:
        """Whether it ends on the day that it starts, where it takes place."""
        return self.starts.date() == self.ends.date()

    @property
    def is_in_london(self) -> bool:
        """Whether its clock is London's, which need not be said at length."""
        return self.time_zone == LONDON

    @property
    def zone_in_words(self) -> str:
        """Whose clock its times are by: the name of a city."""
        return in_words(self.time_zone)

    @property
    def is_cancelled(self) -> bool:
        """Whether it will not take place."""
        return self.state == MeetingState.CANCELLED

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

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from .attending.places import invitation_to
        from .minutes.pages import beside
        from .series import next_in_series

        context = super().get_context(request, *args, **kwargs)
        context["invitation"] = invitation_to(self)
        context["next_in_series"] = next_in_series(self)[:3]
        return context | beside(self)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; not to be kept by anybody while it says how many places are left."""
        response = super().serve(request, *args, **kwargs)
        invitation = (getattr(response, "context_data", None) or {}).get("invitation")
        if invitation is not None and invitation.counts_places:
            patch_cache_control(response, private=True, no_cache=True)
        return response

    @path("attend/", name="attend")
    def attend(self, request: HttpRequest) -> HttpResponse:
        """Coming to it, without an account."""
        from .attending.views import attend

        return attend(request, self)

    @path("event.ics/", name="event")
    def event(self, request: HttpRequest) -> HttpResponse:
        """The meeting to take into one's own calendar."""
        from .calendar_views import event

        return event(request, self)

    @path("minutes/", name="minutes")
    def minutes_to_print(self, request: HttpRequest) -> HttpResponse:
        """Its minutes, decisions and actions as plain text."""
        from .minutes.pages import minutes_to_print

        return minutes_to_print(request, self)

    def search_document(self) -> dict[str, list[Any]]:
        """What this page is found by."""
        agenda = [text for item in self.agenda_items.all() for text in (item.title, item.note)]
        decisions = [decision.text for decision in self.decisions.all()]
        return {
            "head": [self.summary, self.place],
            "body": [*agenda, self.introduction, self.minutes, *decisions],
        }


class MeetingAnnouncement(models.Model):
    """What people were last told of a meeting: kept apart, as no revision may bring it back.

    This row is also what is locked while places are given.
    """

    meeting = models.OneToOneField(
        MeetingPage, on_delete=models.CASCADE, related_name="announcement"
    )
    facts = models.JSONField(default=dict)
    # Counts the changes, for calendars (RFC 5545, SEQUENCE).
    sequence = models.PositiveIntegerField(default=0)
    told_at = models.DateTimeField(default=timezone.now)
    moved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("announcement of a meeting")
        verbose_name_plural = _("announcements of meetings")

    def __str__(self) -> str:
        return f"{self.meeting_id} ({self.sequence})"
