"""What may be in an edition: the one rule, asked when choosing, when making and when serving."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import Page

from ..case_studies.models import CaseStudyPage
from ..case_studies.querysets import CaseStudyQuerySet
from ..contributions.choices import Use
from ..contributions.models import Contribution, ContributionConsent
from ..shown_pictures import withheld
from .choices import State
from .making_models import Making, Pin


def may_be_in_editions() -> CaseStudyQuerySet:
    """Case studies that are public and, where somebody sent them in, may be printed.

    What was not sent in needs nobody's yes. Where the permission to quote has ended, the words
    in question stay out until somebody has taken them out of the text.
    """
    return CaseStudyPage.objects.visible_to_public().filter(~Exists(_without_yes()))


def _without_yes() -> QuerySet[Contribution]:
    consents = ContributionConsent.objects.filter(contribution=OuterRef("pk"))
    in_force = consents.filter(
        use=Use.EDITION, withdrawn_at=None, ends_on__gte=timezone.localdate()
    )
    ended = Q(withdrawn_at__isnull=False) | Q(ends_on__lt=timezone.localdate())
    still_quoted = consents.filter(ended, use=Use.QUOTATION, end_handled_at=None)
    return Contribution.objects.filter(
        Q(~Exists(in_force)) | Q(Exists(still_quoted)), case_study=OuterRef("pk")
    )


def may_be_appended() -> QuerySet[Page]:
    """The pages that may be an appendix: those that everybody may read."""
    return Page.objects.live().public().not_type(CaseStudyPage)


def taken_back_since() -> QuerySet[ContributionConsent]:
    """Permissions taken back or seen to after a making was asked for: its words are older."""
    return ContributionConsent.objects.filter(
        Q(use__in=[Use.EDITION, Use.QUOTATION, Use.WEBSITE]),
        Q(withdrawn_at__gte=OuterRef("making__asked_at"))
        | Q(use=Use.QUOTATION, end_handled_at__gte=OuterRef("making__asked_at")),
        contribution__case_study=OuterRef("page"),
    )


def refused_pins() -> QuerySet[Pin]:
    """Pins of what may not be shown (any more). What was left out when made does not count."""
    case_study = Q(is_case_study=True) & ~Q(page__in=may_be_in_editions().values("pk"))
    appendix = Q(is_case_study=False) & ~Q(page__in=may_be_appended().values("pk"))
    gone = Q(page=None) | case_study | appendix | Q(Exists(taken_back_since()))
    return Pin.objects.filter(gone, is_missing=False)


def take_down_what_may_not_be_shown(makings: QuerySet[Making]) -> None:
    """Take down those of `makings` in which something may not be shown. Then they stay down.

    One look for all of them, and one for their pictures; nothing is written as long as all is well.
    """
    up = makings.filter(state=State.DONE, down_since=None)
    rows = list(up.values_list("pk", "pictures"))
    if not rows:
        return
    keys = [key for key, _pictures in rows]
    refused = set(refused_pins().filter(making__in=keys).values_list("making_id", flat=True))
    shown = {picture for _key, pictures in rows for picture in pictures}
    hidden = withheld(keys=shown) if shown else frozenset()
    refused |= {key for key, pictures in rows if hidden.intersection(pictures)}
    if refused:
        take_down(Making.objects.filter(pk__in=refused))


def take_down(makings: QuerySet[Making], now: datetime | None = None) -> int:
    """Take these down for good. What is still being made is looked at when it is done."""
    return makings.filter(state=State.DONE, down_since=None).update(
        down_since=now or timezone.now()
    )
