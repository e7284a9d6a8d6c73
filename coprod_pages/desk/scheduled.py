"""What is published or taken down at a set time, and whether anybody looks after that."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page, Revision

from ..scheduling.publishing import TOO_LONG, has_stopped, last_run
from .waiting import edit_url

SHOWN = 10
# So many are looked through for those that this person may edit.
LOOKED_AT = 50
# What is taken down later than this is nobody's concern yet.
SOON = timedelta(days=30)


@dataclass(frozen=True)
class Due:
    """A page with its set time."""

    title: str
    url: str
    when: datetime
    is_late: bool


@dataclass(frozen=True)
class Scheduled:
    """What is due, in sentences with the pages, and what is wrong, if anything is."""

    publishing: str = ""
    to_publish: list[Due] = field(default_factory=list)
    taking_down: str = ""
    to_take_down: list[Due] = field(default_factory=list)
    warning: str = ""


def scheduled_for(user: Any, runs_the_site: bool) -> Scheduled | None:
    """What is due among the pages that `user` may edit; `None` where there is nothing to say."""
    now = timezone.now()
    to_publish = list(_to_publish(user, now))
    to_take_down = list(_to_take_down(user, now))
    has_run = last_run() is not None
    warning = ""
    if (to_publish or to_take_down or (runs_the_site and has_run)) and has_stopped(now):
        warning = _warning()
    elif any(due.is_late for due in to_publish):
        warning = _("What is late was refused, for example because a permission is missing.")
    if not (to_publish or to_take_down or warning):
        return None
    return Scheduled(
        publishing=ngettext(
            "%(count)d page will be published:",
            "%(count)d pages will be published:",
            len(to_publish),
        )
        % {"count": len(to_publish)},
        to_publish=to_publish[:SHOWN],
        taking_down=ngettext(
            "%(count)d page will be taken down:",
            "%(count)d pages will be taken down:",
            len(to_take_down),
        )
        % {"count": len(to_take_down)},
        to_take_down=to_take_down[:SHOWN],
        warning=warning,
    )


def _warning() -> str:
    ran_at = last_run()
    if ran_at is None:
        return _(
            "Nothing is published at its set time yet: the worker has never run. Tell whoever "
            "looks after the server."
        )
    said = _(
        "Nothing has been published at its set time since %(moment)s: the worker does not run. "
        "Tell whoever looks after the server."
    )
    return said % {"moment": date_format(timezone.localtime(ran_at), "j F Y, H:i")}


def _to_publish(user: Any, now: datetime) -> Iterable[Due]:
    scheduled = Revision.page_revisions.exclude(approved_go_live_at=None)
    for revision in scheduled.order_by("approved_go_live_at")[:LOOKED_AT]:
        page = revision.content_object
        if page is not None and page.permissions_for_user(user).can_edit():
            yield _due(page, revision.approved_go_live_at, now)


def _to_take_down(user: Any, now: datetime) -> Iterable[Due]:
    ending: QuerySet[Page] = Page.objects.live().filter(expire_at__lt=now + SOON)
    for page in ending.order_by("expire_at").specific()[:LOOKED_AT]:
        if page.permissions_for_user(user).can_edit():
            yield _due(page, page.expire_at, now)


def _due(page: Page, when: datetime, now: datetime) -> Due:
    return Due(page.get_admin_display_title(), edit_url(page), when, when < now - TOO_LONG)
