"""Who may see and do what at the desk.

Reviewers and site managers sort all contributions. A CVS editor works on those that were
handed to them, and is told the contributor's name but not how to reach them: questions go
by a link. What is unfinished or unconfirmed is on nobody's desk.
"""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils import timezone

from .choices import ON_THE_DESK, WAITS_FOR_US
from .models import ANSWER_WITHIN, Contribution

WORK, TRIAGE = "coprod_pages.add_contribution", "coprod_pages.change_contribution"


def may_work(user: Any) -> bool:
    """Whether `user` has a place at the desk, with something on it or not."""
    return user.is_active and user.has_perm(WORK)


def may_triage(user: Any) -> bool:
    """Whether `user` sorts what comes in: sees all of it, declines, hands over, joins."""
    return may_work(user) and user.has_perm(TRIAGE)


def on_the_desk_of(user: Any) -> QuerySet[Contribution]:
    """Every contribution that `user` may open."""
    on_the_desk = Contribution.objects.filter(state__in=ON_THE_DESK)
    if may_triage(user):
        return on_the_desk
    if may_work(user):
        return on_the_desk.filter(owner=user, looks_automatic=False)
    return on_the_desk.none()


def overdue() -> Q:
    """What has waited for the desk for longer than was promised, as a condition."""
    limit = timezone.now() - ANSWER_WITHIN
    return Q(state__in=WAITS_FOR_US, duplicate_of=None, state_since__lt=limit)


def waiting_for(user: Any) -> QuerySet[Contribution]:
    """What `user` has to do something about, longest waiting first.

    For those who sort, also what nobody looks after yet.
    """
    waiting = on_the_desk_of(user).filter(
        state__in=WAITS_FOR_US, duplicate_of=None, looks_automatic=False
    )
    mine = Q(owner=user) | Q(owner=None) if may_triage(user) else Q(owner=user)
    return waiting.filter(mine).order_by("state_since", "pk")


def overdue_on_the_desk_of(user: Any) -> int:
    """How many have waited too long, whoever looks after them."""
    return on_the_desk_of(user).filter(overdue(), looks_automatic=False).count()


def colleagues() -> QuerySet[Any]:
    """Everybody a contribution can be handed to."""
    model, _dot, codename = WORK.partition(".")
    permission = Q(
        groups__permissions__content_type__app_label=model, groups__permissions__codename=codename
    )
    people = get_user_model().objects.filter(is_active=True)
    return people.filter(permission | Q(is_superuser=True)).distinct().order_by("username")
