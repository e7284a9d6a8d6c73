"""What is made: a document with the exact versions it holds, how far it is, and its files.

Editions, booklets from a search and single case studies are all makings. No text of a case study
is in these rows: a pin names the stored version, and is empty once that is erased.
"""

import secrets
from datetime import datetime
from pathlib import PurePath

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .choices import Form, Kind, State

LONGEST_TITLE = 300


def new_secret() -> str:
    """What the address of a booklet ends with; nobody guesses it."""
    return secrets.token_urlsafe(24)


def stored_name(made: "MadeFile", name: str) -> str:
    """Where a file is kept: a name that nobody guesses, in a folder that is not served."""
    return f"editions/{secrets.token_hex(16)}{PurePath(name).suffix}"


class MakingQuerySet(models.QuerySet):
    """Makings by how far they are."""

    def due(self, now: datetime) -> "MakingQuerySet":
        """To be made now: those that wait, and those whose worker came to an end."""
        waiting = models.Q(state=State.WAITING) | models.Q(state=State.WORKING, lease_until__lt=now)
        return self.filter(waiting)

    def in_hand(self) -> "MakingQuerySet":
        """Those that wait or are being made."""
        return self.filter(state__in=[State.WAITING, State.WORKING])

    def made(self) -> "MakingQuerySet":
        """Those that are ready, and were not taken down."""
        return self.filter(state=State.DONE, down_since=None)

    def taken_down(self) -> "MakingQuerySet":
        """Those that were ready, and visitors cannot have any more."""
        return self.public().filter(state=State.DONE, down_since__isnull=False)

    def public(self) -> "MakingQuerySet":
        """Those that visitors have with their page; not what only editors read as yet."""
        return self.filter(is_proof=False)


class Making(models.Model):
    """One making of a document, from the moment it is asked for."""

    kind = models.CharField(max_length=10, choices=Kind.choices)
    edition = models.ForeignKey(
        "coprod_pages.EditionPage", null=True, on_delete=models.CASCADE, related_name="makings"
    )
    # The edition's own texts as they were, without any of a case study; of a booklet its title
    # and choices.
    content = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    forms = models.JSONField(default=list)
    # The same booklet or case study is made once, however many ask at the same time.
    key = models.CharField(max_length=80, unique=True, default=new_secret)
    secret = models.CharField(max_length=48, unique=True, default=new_secret)
    # The pictures that are shown in it: any of them may have to go.
    pictures = models.JSONField(default=list)
    # Letters in whose place its PDF shows boxes, by the number of the case study they stand in.
    unprintable = models.JSONField(default=dict)
    # Made of texts of a published edition that are not published: for editors, until they are.
    is_proof = models.BooleanField(default=False)
    # What its cover says of an earlier one.
    replaces = models.CharField(max_length=250, blank=True)

    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    step = models.CharField(_("what is being done"), max_length=150, blank=True)
    percent = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(_("what went wrong"), max_length=500, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease = models.CharField(max_length=32, blank=True, editable=False)
    lease_until = models.DateTimeField(null=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    made_at = models.DateTimeField(null=True)
    # Since when something in it may not be shown: for good, also if it may be shown again later,
    # as the text in here may be the reason.
    down_since = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)

    objects = MakingQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["state", "lease_until"], name="making_that_is_due")]
        verbose_name = _("making of a document")
        verbose_name_plural = _("makings of documents")

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_in_hand(self) -> bool:
        """Whether it waits or is being made."""
        return self.state in (State.WAITING, State.WORKING)

    @property
    def is_over(self) -> bool:
        """Whether its time is over."""
        return self.expires_at is not None and self.expires_at <= timezone.now()

    @property
    def is_useless(self) -> bool:
        """Whether it has to be asked for anew to be had."""
        return self.state == State.FAILED or self.down_since is not None or self.is_over


class Pin(models.Model):
    """One page in a making, at the version that is in it."""

    making = models.ForeignKey(Making, on_delete=models.CASCADE, related_name="pins")
    # The key of the edition's section; empty where there are none.
    section = models.CharField(max_length=40, blank=True)
    position = models.PositiveIntegerField()
    is_case_study = models.BooleanField(default=True)
    # Empty once it is deleted. The row stays, so that it is known that it was in there.
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    # What a reader reads of it (`sign_off.content`), once it is made.
    digest = models.CharField(max_length=64, blank=True)
    # Whether its version was gone when the document was made.
    is_missing = models.BooleanField(default=False)

    class Meta:
        ordering = ["position"]
        verbose_name = _("version in a document")
        verbose_name_plural = _("versions in documents")

    def __str__(self) -> str:
        return f"{self.making_id}: {self.position}"


class MadeFile(models.Model):
    """One file of a making. Kept privately; who may have it is asked each time."""

    making = models.ForeignKey(Making, on_delete=models.CASCADE, related_name="files")
    form = models.CharField(max_length=10, choices=Form.choices)
    file = models.FileField(upload_to=stored_name, max_length=200)
    size = models.PositiveIntegerField()
    pages = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("made file")
        verbose_name_plural = _("made files")
        constraints = [
            models.UniqueConstraint(fields=["making", "form"], name="one_file_of_each_form")
        ]

    def __str__(self) -> str:
        return f"{self.making_id}: {self.form}"


class EditionRule(models.Model):
    """What the rule of a section found when it was last looked up, and nothing newer."""

    edition = models.ForeignKey(
        "coprod_pages.EditionPage", on_delete=models.CASCADE, related_name="rules"
    )
    section = models.CharField(max_length=40)
    # The rule as it was then: with another one this row counts no more.
    query = models.TextField()
    found = models.JSONField(default=list)
    looked_up_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("rule of an edition")
        verbose_name_plural = _("rules of editions")
        constraints = [
            models.UniqueConstraint(fields=["edition", "section"], name="one_row_for_a_rule")
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}: {self.section}"
