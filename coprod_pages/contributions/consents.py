"""What a contributor agreed to, each use by itself, and taking it back."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from ..case_studies.models import CaseStudyConsent, CaseStudyPage
from ..erasures_file import note_or_log
from ..searching.versions import everything_changed
from . import listed
from .choices import Use
from .ending import tell_desk
from .models import CONSENT_LASTS, Contribution, ContributionConsent


@transaction.atomic
def agree_to(contribution: Contribution, uses: Iterable[str]) -> None:
    """Record that the contributor agrees to `uses` and, of what can still be changed, no others."""
    uses = set(uses)
    contribution.consents.exclude(use__in=uses).delete()
    held = set(contribution.consents.values_list("use", flat=True))
    now = timezone.now()
    ContributionConsent.objects.bulk_create(
        ContributionConsent(
            contribution=contribution,
            use=use,
            given_at=now,
            ends_on=timezone.localdate(now) + CONSENT_LASTS,
        )
        for use in Use.values
        if use in uses - held
    )


@transaction.atomic
def take_back(contribution: Contribution, use: str) -> bool:
    """Withdraw the consent to one use; returns whether it was in force.

    Without the consent to the website, the case study is gone from everywhere at once.
    """
    now = timezone.now()
    consents = contribution.consents.filter(use=use, withdrawn_at=None)
    if not consents.update(withdrawn_at=now):
        return False
    note_or_log(listed.TAKEN_BACK, contribution=contribution.reference, use=use)
    if use == Use.WEBSITE and contribution.case_study_id:
        hide(contribution.case_study_id)
    follow_change(use)
    tell_desk(contribution)
    return True


@transaction.atomic
def renew(contribution: Contribution, use: str) -> bool:
    """Let a consent that ends soon, or has ended by itself, go on for its usual time from today."""
    consent = contribution.consents.filter(use=use).first()
    if consent is None or not consent.ends_soon:
        return False
    now = timezone.now()
    ends_on = timezone.localdate(now) + CONSENT_LASTS
    contribution.consents.filter(pk=consent.pk).update(
        given_at=now,
        ends_on=ends_on,
        renewal_asked_at=None,
        end_noticed_at=None,
        end_handled_at=None,
    )
    if use == Use.WEBSITE and contribution.case_study_id:
        # Saved one by one: what shows case studies follows the signal.
        for shown in CaseStudyConsent.objects.filter(page=contribution.case_study_id):
            shown.ends_on = ends_on
            shown.save()
    follow_change(use)
    return True


def follow_change(use: str) -> None:
    """Pages that are kept, whichever show a picture, are made anew."""
    if use == Use.PHOTOGRAPHS:
        everything_changed()


def hide(case_study_id: int) -> None:
    """Let a case study be gone: the one rule of visibility reads this row."""
    page = CaseStudyPage.objects.get(pk=case_study_id)
    consent, _made = CaseStudyConsent.objects.get_or_create(page=page)
    if consent.withdrawn_at is None:
        consent.withdrawn_at = timezone.now()
        consent.save()
    # What was to be published later is not, and holds up nothing else that is due.
    page.revisions.exclude(approved_go_live_at=None).update(approved_go_live_at=None)
