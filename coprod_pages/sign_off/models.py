"""What contributors, and people who are quoted, said to the texts about them."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..case_studies.models import CaseStudyPage
from ..contributions.models import Contribution
from ..quoted_people.models import QuotedPerson

# Whoever is asked for a yes. Both have a name, an address, a reference, links and agreements.
Asked = Contribution | QuotedPerson


class ContributorAgreement(models.Model):
    """What a contributor, or somebody quoted, said to one exact text: the yes publishing needs.

    A row of its own and never a page field. It counts for the text whose fingerprint it has;
    any later change of the content is another text.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting for an answer")
        AGREED = "agreed", _("Said yes")
        CHANGES = "changes", _("Asked for changes")
        REFUSED = "refused", _("Said no")
        ENDED = "ended", _("Not asked any more")

    class How(models.TextChoices):
        LINK = "link", _("By the link we sent")
        PHONE = "phone", _("By telephone")
        PAPER = "paper", _("On paper")
        IN_PERSON = "in-person", _("In person")

    # One of the two: whose answer it is.
    contribution = models.ForeignKey(
        Contribution, null=True, on_delete=models.CASCADE, related_name="agreements"
    )
    person = models.ForeignKey(
        QuotedPerson, null=True, on_delete=models.CASCADE, related_name="agreements"
    )
    page = models.ForeignKey(CaseStudyPage, on_delete=models.CASCADE, related_name="agreements")
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    digest = models.CharField(_("fingerprint of the text"), max_length=64)
    state = models.CharField(
        _("answer"), max_length=10, choices=State.choices, default=State.WAITING
    )
    how = models.CharField(_("how it was given"), max_length=10, choices=How.choices, blank=True)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    decided_at = models.DateTimeField(_("answered"), null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    # What should be different, by the part of the page.
    wishes = models.JSONField(_("changes asked for"), default=dict, blank=True)
    reminders_sent = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("answer of a contributor")
        verbose_name_plural = _("answers of contributors")
        constraints = [
            models.CheckConstraint(
                name="answer_of_one",
                condition=models.Q(contribution__isnull=False, person__isnull=True)
                | models.Q(contribution__isnull=True, person__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def asked(self) -> Asked:
        """Whose answer it is."""
        return self.person or self.contribution
