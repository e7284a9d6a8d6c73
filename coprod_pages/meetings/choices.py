"""What there is to choose from for a meeting."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MeetingKind(models.TextChoices):
    """How people take part."""

    IN_PERSON = "in-person", _("In person")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("In person or online")


class Attendance(models.TextChoices):
    """How one person takes part."""

    IN_PERSON = "in-person", _("In person")
    ONLINE = "online", _("Online")


class MeetingState(models.TextChoices):
    """What the secretary says of it. The rest follows: see `MeetingPage.standing`."""

    AS_PLANNED = "as-planned", _("It takes place")
    CANCELLED = "cancelled", _("Cancelled")


class Standing(models.TextChoices):
    """How far a meeting is, as people ask for it."""

    DRAFT = "draft", _("Not announced yet")
    ANNOUNCED = "announced", _("Announced")
    CHANGED = "changed", _("Changed")
    CANCELLED = "cancelled", _("Cancelled")
    HELD = "held", _("Held")


class MinutesState(models.TextChoices):
    """How far the minutes are: see `minutes.standing`."""

    DRAFT = "draft", _("Draft, to be agreed at the next meeting")
    CHANGED = "changed", _("Draft again: changed after they were agreed")
    AGREED = "agreed", _("Agreed")


class ActionState(models.TextChoices):
    """How far somebody is with what they took on."""

    OPEN = "open", _("Open")
    DONE = "done", _("Done")
    DROPPED = "dropped", _("Dropped")
