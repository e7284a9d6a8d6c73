"""What is known of a meeting: the columns of its page, apart from what the page does."""

import uuid

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from .choices import MeetingKind, MeetingState
from .times import LONDON, zone_names

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ul", "ol"]


def known_zone(name: str) -> None:
    """Refuse a time zone that there is not."""
    if name not in zone_names():
        raise ValidationError(_("Choose a time zone from the list."))


class MeetingRecord(models.Model):
    """When, where, how to get in, who can come, and the minutes."""

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
        help_text=_(
            "In plain English. Say who was there by their roles, such as the chair and two carers, "
            "and not by name: minutes stay on the site for good. Take out headings you do not need."
        ),
    )
    minutes_document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("minutes as a document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # The same for the meetings of one series, and for a copy of one of them.
    series = models.UUIDField(null=True, blank=True, editable=False, db_index=True)
    # Names the meeting in calendars, for good (RFC 5545, UID). A copy is another meeting.
    calendar_key = models.UUIDField(default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True
