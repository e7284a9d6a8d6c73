"""The closed answers of a case study: their stored value and their plain words."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Reach(models.TextChoices):
    """Where it happened, for what is not tied to some boroughs."""

    BOROUGHS = "boroughs", _("In the boroughs chosen below")
    LONDON_WIDE = "london-wide", _("Across London")
    BEYOND_LONDON = "beyond-london", _("Beyond London")


class InvolvedWhen(models.TextChoices):
    """When the people it was for came in."""

    FROM_THE_START = "start", _("From the start")
    PART_WAY = "part-way", _("Part way through")
    AT_THE_END = "end", _("At the end")


class FinalDecision(models.TextChoices):
    """What part the people it was for had in the final decision."""

    TOLD = "told", _("They were told")
    ASKED = "asked", _("They were asked")
    INVOLVED = "involved", _("They were involved")
    SHARED = "shared", _("They shared the decision")
    LED = "led", _("They led")


class EvidenceKind(models.TextChoices):
    """How it is known what changed."""

    STORY = "story", _("People’s own accounts")
    MONITORING = "monitoring", _("Our own monitoring")
    OWN_EVALUATION = "own-evaluation", _("Our own evaluation")
    INDEPENDENT = "independent", _("Independent or peer evaluation")


class DatePrecision(models.TextChoices):
    """How exactly a date is known."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


class Progress(models.TextChoices):
    """Whether it still goes on. Stopped is an honest answer."""

    ONGOING = "ongoing", _("Still going on")
    FINISHED = "finished", _("Finished as planned")
    STOPPED = "stopped", _("Stopped early")


class MoneyBand(models.TextChoices):
    """What it cost, roughly."""

    NONE = "none", _("No money")
    UNDER_1K = "under-1k", _("Under £1,000")
    UNDER_10K = "1k-10k", _("£1,000 to £10,000")
    UNDER_50K = "10k-50k", _("£10,000 to £50,000")
    UNDER_250K = "50k-250k", _("£50,000 to £250,000")
    OVER_250K = "over-250k", _("Over £250,000")


class Provenance(models.TextChoices):
    """Where the record came from. For the desk only."""

    WRITTEN = "written", _("Written by an editor")
    SENT_IN = "sent-in", _("Sent in")
    IMPORTED = "imported", _("Imported")


class NamingLevel(models.TextChoices):
    """How much may be named. For the desk only."""

    NAMED = "named", _("People and organisations may be named")
    ORGANISATION = "organisation", _("Only the organisation may be named")
    ANONYMISED = "anonymised", _("Nobody may be named")
