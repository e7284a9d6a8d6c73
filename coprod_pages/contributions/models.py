"""An example sent in by somebody without an account, and all that is known of its sender.

Plain tables, never pages: a public request makes no page, and personal data is in no revision.
"""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..public_forms.models import SecretLink
from ..safe_models import SafeTextModel
from ..taxonomy.models import Borough
from .choices import WAITS_FOR_US, Naming, PeopleInStory, Purpose, SentBy, State, Use
from .pages import ContributePage
from .photograph_rows import ContributedPhotograph

__all__ = [
    "ContributePage",
    "ContributedPhotograph",
    "Contribution",
    "ContributionConsent",
    "ContributionFile",
    "ContributionLink",
    "ContributionQuestion",
]

# How long personal data is kept: what nobody confirmed, what was declined, contact details
# after the last consent has ended (design of the working group, issue of retention).
KEEP_UNCONFIRMED = timedelta(days=30)
KEEP_DECLINED = timedelta(days=183)
KEEP_CONTACT = timedelta(days=365)
CONSENT_LASTS = timedelta(days=730)
# So long before a consent ends its giver is asked whether it shall go on.
ASK_TO_RENEW = timedelta(days=60)
# When a contribution that waits for us is overdue.
ANSWER_WITHIN = timedelta(days=14)

LONGEST_ANSWER = 6000


class Contribution(SafeTextModel):
    """One example that was sent in, with the answers as they were given."""

    reference = models.CharField(_("reference"), max_length=8, unique=True, editable=False)
    # The form's own key: a double click stores once.
    form_key = models.CharField(max_length=43, unique=True, editable=False)
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.UNFINISHED, db_index=True
    )
    sent_by = models.CharField(
        _("how it reached us"), max_length=10, choices=SentBy.choices, default=SentBy.FORM
    )
    looks_automatic = models.BooleanField(_("looks automatic"), default=False)

    # The contributor.
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), max_length=254, blank=True, db_index=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)

    # The example, in the contributor's words.
    title = models.CharField(_("what it is called"), max_length=120, blank=True)
    summary = models.TextField(_("in short"), max_length=LONGEST_ANSWER, blank=True)
    reach = models.CharField(_("where it happened"), max_length=15, blank=True)
    boroughs = models.ManyToManyField(Borough, verbose_name=_("boroughs"), blank=True)
    organisation = models.CharField(_("who led it, and who took part"), max_length=500, blank=True)
    need = models.TextField(
        _("the need, and who agreed it was the need"), max_length=LONGEST_ANSWER, blank=True
    )
    story = models.TextField(_("what you did together"), max_length=LONGEST_ANSWER, blank=True)
    worked = models.TextField(_("what worked"), max_length=LONGEST_ANSWER, blank=True)
    did_not_work = models.TextField(
        _("what did not work, or was hard"), max_length=LONGEST_ANSWER, blank=True
    )
    what_changed = models.TextField(
        _("what changed, and how you know"), max_length=LONGEST_ANSWER, blank=True
    )
    people = models.CharField(
        _("people in the story"), max_length=10, choices=PeopleInStory.choices, blank=True
    )
    naming = models.CharField(_("naming"), max_length=15, choices=Naming.choices, blank=True)
    naming_wishes = models.TextField(_("wishes about naming"), max_length=1000, blank=True)

    started_at = models.DateTimeField(_("begun"), default=timezone.now)
    changed_at = models.DateTimeField(_("last changed by the contributor"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True, db_index=True)
    # When the state became what it is: what is overdue counts from here.
    state_since = models.DateTimeField(_("in this state since"), default=timezone.now)

    # The desk's side.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("looked after by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="contributions",
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("entered by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    case_study = models.ForeignKey(
        "coprod_pages.CaseStudyPage",
        verbose_name=_("case study"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="contributions",
    )
    duplicate_of = models.ForeignKey(
        "self",
        verbose_name=_("the same example as"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="duplicates",
    )
    decline_reason = models.TextField(_("reason for declining"), max_length=2000, blank=True)

    class Meta:
        ordering = ["-confirmed_at", "-pk"]
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")

    def __str__(self) -> str:
        # Stands in log labels: no personal data, no words of the contributor.
        return self.reference

    @property
    def is_overdue(self) -> bool:
        """Whether it has waited for the desk for longer than was promised."""
        waits_for_us = self.state in WAITS_FOR_US and self.duplicate_of_id is None
        return waits_for_us and self.state_since < timezone.now() - ANSWER_WITHIN

    @property
    def days_in_state(self) -> int:
        """For how many whole days it has been in its state."""
        return max((timezone.now() - self.state_since).days, 0)

    @property
    def may_be_changed(self) -> bool:
        """Whether its contributor may still write in it."""
        return self.state == State.UNFINISHED


class ContributionFile(models.Model):
    """A photograph or document that came with an example. Private: only the desk sees it."""

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="files")
    file = models.FileField(_("file"), upload_to="contributions/%Y", max_length=200)
    # As the sender's computer called it, without folders.
    name = models.CharField(_("name"), max_length=150)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField(_("size"), help_text=_("Bytes."))
    sha256 = models.CharField(max_length=64)
    description = models.CharField(_("what it shows"), max_length=300, blank=True)
    # Only for photographs, and to be shown beside them.
    credit = models.CharField(_("who took it"), max_length=100, blank=True)
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("file of a contribution")
        verbose_name_plural = _("files of contributions")
        constraints = [
            # A double click stores a file once.
            models.UniqueConstraint(fields=["contribution", "sha256"], name="one_file_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_picture(self) -> bool:
        """Whether it is a photograph, and not a document."""
        return self.content_type.startswith("image/")


class ContributionConsent(models.Model):
    """One permission for one use, by the contributor, with a beginning and an end."""

    contribution = models.ForeignKey(
        Contribution, on_delete=models.CASCADE, related_name="consents"
    )
    use = models.CharField(_("use"), max_length=12, choices=Use.choices)
    given_at = models.DateTimeField(_("given"), default=timezone.now)
    ends_on = models.DateField(_("in force up to and including"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    renewal_asked_at = models.DateTimeField(null=True, blank=True)
    # When the desk was told of its end, and when somebody had done what follows from that.
    end_noticed_at = models.DateTimeField(null=True, blank=True)
    end_handled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.UniqueConstraint(fields=["contribution", "use"], name="one_consent_for_a_use")
        ]

    def __str__(self) -> str:
        return str(self.get_use_display())

    @property
    def is_in_force(self) -> bool:
        """Whether it counts today."""
        return self.withdrawn_at is None and self.ends_on >= timezone.localdate()

    @property
    def ends_soon(self) -> bool:
        """Whether it can be renewed: it ends within two months, or has ended by itself."""
        return self.withdrawn_at is None and self.ends_on <= timezone.localdate() + ASK_TO_RENEW


class ContributionQuestion(models.Model):
    """A question the desk asked, and the contributor's answer."""

    contribution = models.ForeignKey(
        Contribution, on_delete=models.CASCADE, related_name="questions"
    )
    text = models.TextField(_("question"), max_length=2000)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    answer = models.TextField(_("answer"), max_length=LONGEST_ANSWER, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def __str__(self) -> str:
        return str(self.pk)


class ContributionLink(SecretLink):
    """A link for one purpose. Only a hash of its secret is kept: a copy of the database opens
    nothing."""

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="links")
    question = models.ForeignKey(
        ContributionQuestion, null=True, on_delete=models.CASCADE, related_name="links"
    )
    purpose = models.CharField(max_length=10, choices=Purpose.choices)

    class Meta:
        verbose_name = _("link of a contribution")
        verbose_name_plural = _("links of contributions")

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"
