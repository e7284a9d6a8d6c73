"""Publishing and taking down at a set time.

Wagtail's `publish_scheduled` does the same in one go, and ends at the first page that is refused.
A case study may be refused for ever (its contributor has not said yes to the text), and then
nothing that comes after it would be published. Here each page is for itself.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.apps import apps
from django.db import DatabaseError, InterfaceError, transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from .models import PublishingRun

# The worker runs every minute; after this long something is wrong.
TOO_LONG = timedelta(minutes=15)

logger = logging.getLogger(__name__)


@dataclass
class Done:
    """What came of what was due."""

    published: int = 0
    taken_down: int = 0
    refused: int = 0


def publish_due(now: datetime | None = None) -> Done:
    """Publish and take down what is due, and note that this was looked after."""
    now = now or timezone.now()
    done = Done()
    for model in _models():
        expired = model.objects.filter(live=True, expire_at__lt=now).order_by("expire_at")
        for key, at in list(expired.values_list("pk", "expire_at")):
            take_down = partial(_take_down, model, key, now)
            done.taken_down += _each(take_down, done, is_fresh=now - at < TOO_LONG)
    due = Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at")
    for key, at in list(due.values_list("pk", "approved_go_live_at")):
        done.published += _each(partial(_publish, key, now), done, is_fresh=now - at < TOO_LONG)
    PublishingRun.objects.update_or_create(pk=1, defaults={"ran_at": now})
    return done


def last_run() -> datetime | None:
    """When this was last looked after; `None`: never."""
    return PublishingRun.objects.values_list("ran_at", flat=True).first()


def has_stopped(now: datetime) -> bool:
    """Whether nobody looks after publishing at a set time: never, or not lately."""
    ran_at = last_run()
    return ran_at is None or ran_at < now - TOO_LONG


def _models() -> list[type[Any]]:
    # Pages as what they share: `unpublish` finds out which type each is.
    others = [m for m in apps.get_models() if issubclass(m, DraftStateMixin)]
    return [Page, *(model for model in others if not issubclass(model, Page))]


def _each(do: Callable[[], bool], done: Done, is_fresh: bool) -> bool:
    try:
        with transaction.atomic():
            return do()
    except (DatabaseError, InterfaceError):
        raise
    except Exception as error:  # noqa: BLE001  whatever refuses one page, the others go on
        done.refused += 1
        # It is tried again every minute; the dashboard goes on saying that it is late.
        if is_fresh:
            logger.warning("A page was refused at its set time: %s", type(error).__name__)
        return False


def _publish(key: int, now: datetime) -> bool:
    # Locked and read anew: another worker may have been quicker.
    due = Revision.objects.select_for_update().filter(pk=key, approved_go_live_at__lt=now)
    revision = due.first()
    if revision is None:
        return False
    revision.publish(log_action="wagtail.publish.scheduled")
    return True


def _take_down(model: type[Any], key: Any, now: datetime) -> bool:
    due = model.objects.select_for_update().filter(pk=key, live=True, expire_at__lt=now)
    thing = due.first()
    if thing is None:
        return False
    thing.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return True
