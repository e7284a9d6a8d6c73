"""What a person has to do when a permission has ended, and telling them.

Website and photographs look after themselves: a rule takes them away. What was sent out, printed
or written into a text is for a person to see to.
"""

from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from . import log_entries, mails
from .choices import Use
from .models import Contribution, ContributionConsent
from .standing import colleagues, may_triage

FOR_A_PERSON = {
    Use.EDITION: _(
        "Editions that have it were taken down by themselves. Ask whoever looks after them to "
        "make them again. What is printed stays."
    ),
    Use.NEWS: _("Take it out of our news, and take down posts about it on social media."),
    Use.QUOTATION: _(
        "Take their exact words out of the text, or say the same in our own words. This needs "
        "a new yes from them, like any change."
    ),
}


def to_act_on() -> QuerySet[ContributionConsent]:
    """Permissions that ended or were taken back, and that nobody has seen to yet.

    Nothing was made of an example that became no case study.
    """
    ended = Q(withdrawn_at__isnull=False) | Q(ends_on__lt=timezone.localdate())
    return ContributionConsent.objects.filter(
        ended,
        use__in=list(FOR_A_PERSON),
        end_handled_at=None,
        contribution__case_study__isnull=False,
    )


def what_to_do(contribution: Contribution) -> list[tuple[str, str]]:
    """For each permission that has ended: which, and what has to be done about it."""
    due = to_act_on().filter(contribution=contribution)
    return [(str(one.get_use_display()), str(FOR_A_PERSON[Use(one.use)])) for one in due]


@transaction.atomic
def tell_desk(contribution: Contribution) -> bool:
    """Mail whoever looks after it, once for each end. False when there is nothing new."""
    now = timezone.now()
    new = []
    for consent in to_act_on().filter(contribution=contribution, end_noticed_at=None):
        # Each by itself and on its own columns: of two at once, one finds it done.
        waiting = ContributionConsent.objects.filter(pk=consent.pk, end_noticed_at=None)
        if waiting.update(end_noticed_at=now):
            new.append((consent.get_use_display(), FOR_A_PERSON[Use(consent.use)]))
    if not new:
        return False
    for person in whom_to_tell(contribution):
        mails.tell_of_ended(contribution, person.email, new)
    return True


def whom_to_tell(contribution: Contribution) -> list[Any]:
    """Who looks after it; everybody who sorts what comes in, when nobody can be reached."""
    owner = contribution.owner
    if owner is not None and owner.is_active and owner.email:
        return [owner]
    return [one for one in colleagues().exclude(email="") if may_triage(one)]


def tell_of_ended() -> int:
    """Tell of the permissions that ended by themselves; returns of how many contributions."""
    due = to_act_on().filter(end_noticed_at=None).values("contribution")
    return sum(tell_desk(each) for each in Contribution.objects.filter(pk__in=due))


@transaction.atomic
def note_done(contribution: Contribution, user: Any) -> bool:
    """Somebody has done what was to be done. False if that was noted before."""
    uses = dict(to_act_on().filter(contribution=contribution).values_list("pk", "use"))
    done = ContributionConsent.objects.filter(pk__in=list(uses), end_handled_at=None)
    if not done.update(end_handled_at=timezone.now()):
        return False
    log(
        instance=contribution,
        action=log_entries.ENDED,
        user=user,
        data={"uses": list(uses.values())},
    )
    return True
