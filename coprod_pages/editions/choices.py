"""The closed answers around editions: their stored value and their plain words."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What is made."""

    EDITION = "edition", _("Edition")
    BOOKLET = "booklet", _("Booklet from a search")
    SINGLE = "single", _("One case study")


class State(models.TextChoices):
    """How far a making is."""

    WAITING = "waiting", _("Waiting")
    WORKING = "working", _("Being made")
    DONE = "done", _("Made")
    FAILED = "failed", _("Failed")


class Form(models.TextChoices):
    """What a making is written as. Values are the names of the files in addresses."""

    PDF = "pdf", _("PDF")
    LARGE_PDF = "large-pdf", _("PDF in large print")
    WORD = "docx", _("Word")
    WEB = "html", _("Web page")


class Length(models.TextChoices):
    """How much of each case study a section has."""

    FULL = "full", _("In full")
    SHORT = "short", _("In short: the summary and the main facts")


# The columns of an edition, and what each index is of.
INDEXES = {
    "index_boroughs": _("Places"),
    "index_stages": _("Stages"),
    "index_themes": _("Themes"),
    "index_equality_groups": _("People who took part"),
    "index_organisations": _("Organisations"),
}
