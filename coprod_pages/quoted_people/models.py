"""People who are quoted by name in a case study, and their links.

A table of its own beside the page and never part of it: their address is in no revision.
"""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..case_studies.models import CaseStudyPage
from ..public_forms.keys import new_reference
from ..public_forms.models import SecretLink
from ..safe_models import SafeTextModel


class QuotedPerson(SafeTextModel):
    """Somebody whose own yes a case study needs, besides that of whoever sent the example."""

    class State(models.TextChoices):
        QUOTED = "quoted", _("Quoted by name")
        REFUSED = "refused", _("Said no")
        RELEASED = "released", _("Not quoted any more")

    # To quote on the telephone, and in logs in the place of a name.
    reference = models.CharField(
        _("reference"), max_length=8, unique=True, editable=False, default=new_reference
    )
    page = models.ForeignKey(CaseStudyPage, on_delete=models.CASCADE, related_name="quoted_people")
    name = models.CharField(_("name"), max_length=120, blank=True)
    email = models.EmailField(_("e-mail"), max_length=254, blank=True, db_index=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.QUOTED)
    state_since = models.DateTimeField(_("in this state since"), default=timezone.now)
    named_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("named by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        ordering = ["pk"]
        verbose_name = _("person who is quoted")
        verbose_name_plural = _("people who are quoted")

    def __str__(self) -> str:
        # Stands in log labels: no personal data.
        return self.reference

    def become(self, state: str) -> bool:
        """Change its state; False if it was that before."""
        others = QuotedPerson.objects.filter(pk=self.pk).exclude(state=state)
        changed = others.update(state=state, state_since=timezone.now())
        self.refresh_from_db()
        return bool(changed)


class QuotedPersonLink(SecretLink):
    """A link of somebody who is quoted, for one purpose."""

    class Purpose(models.TextChoices):
        SIGN_OFF = "sign-off", _("say yes or no to a text")
        OWN = "own", _("see what one said, and take it back")

    person = models.ForeignKey(QuotedPerson, on_delete=models.CASCADE, related_name="links")
    purpose = models.CharField(max_length=10, choices=Purpose.choices)

    class Meta:
        verbose_name = _("link of a person who is quoted")
        verbose_name_plural = _("links of people who are quoted")

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk}"
