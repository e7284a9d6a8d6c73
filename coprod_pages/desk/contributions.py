"""What was sent in and waits for a person: the panel of contributions."""

from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..contributions.ending import to_act_on
from ..contributions.models import Contribution
from ..contributions.standing import (
    may_triage,
    may_work,
    on_the_desk_of,
    overdue_on_the_desk_of,
    waiting_for,
)

SHOWN = 10
LIST = "coprod_pages_contribution_modeladmin_index"
OPEN = "coprod_pages_contribution_modeladmin_inspect"


@dataclass(frozen=True)
class Sent:
    """A contribution that waits: what it is called, what for, and where it is opened."""

    title: str
    url: str
    reason: str
    days: int


@dataclass(frozen=True)
class WaitingContributions:
    """How many wait, in a sentence, and those that have waited longest."""

    summary: str
    list_url: str
    longest: list[Sent] = field(default_factory=list)
    automatic: str = ""
    ended: str = ""


def contributions_for(user: Any) -> WaitingContributions | None:
    """What `user` has to see to; `None` for whoever has no place at the desk."""
    if not may_work(user):
        return None
    waiting = waiting_for(user)
    return WaitingContributions(
        summary=_summary(waiting.count(), overdue_on_the_desk_of(user)),
        list_url=reverse(LIST),
        longest=[_sent(one) for one in waiting[:SHOWN]],
        automatic=_automatic(user),
        ended=_ended(user),
    )


def _summary(count: int, overdue: int) -> str:
    if not count and not overdue:
        return _("None waits for you.")
    waits = ngettext("%(count)d waits for you.", "%(count)d wait for you.", count)
    late = ngettext("%(count)d is overdue.", "%(count)d are overdue.", overdue)
    parts = [waits % {"count": count}]
    if overdue:
        parts.append(late % {"count": overdue})
    return " ".join(parts)


def _automatic(user: Any) -> str:
    if not may_triage(user):
        return ""
    count = on_the_desk_of(user).filter(looks_automatic=True).count()
    # A person may be among them: somebody has to look.
    words = ngettext(
        "%(count)d looks automatic: please check.",
        "%(count)d look automatic: please check.",
        count,
    )
    return words % {"count": count} if count else ""


def _ended(user: Any) -> str:
    ended = to_act_on().filter(contribution__in=on_the_desk_of(user)).values("contribution")
    count = ended.distinct().count()
    words = ngettext(
        "A permission has ended for %(count)d: please see what is to be done.",
        "A permission has ended for %(count)d: please see what is to be done.",
        count,
    )
    return words % {"count": count} if count else ""


def _sent(contribution: Contribution) -> Sent:
    reason = str(contribution.get_state_display())
    if contribution.is_overdue:
        reason = _("%(state)s, overdue") % {"state": reason}
    return Sent(
        title=contribution.title,
        url=reverse(OPEN, args=[contribution.pk]),
        reason=reason,
        days=contribution.days_in_state,
    )
