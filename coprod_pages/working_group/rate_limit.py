"""How often one address may send the form. Counted in the database: caches lose counts."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .models import SendingCount

SALT = "coprod_pages.working_group.rate_limit"
MOST_IN_AN_HOUR = 5


def may_send(address: str, now: datetime | None = None) -> bool:
    """Count one more sending from `address`; whether it is within the limit of the hour.

    The address itself is not kept: the key is a keyed hash that changes with the hour.
    Two requests at once cannot both take the last place, as counting is one statement.
    """
    hour = (now or timezone.now()).replace(minute=0, second=0, microsecond=0)
    key = salted_hmac(SALT, f"{hour.isoformat()} {address}", algorithm="sha256").hexdigest()
    if _count_one_more(key):
        return True
    try:
        with transaction.atomic():
            SendingCount.objects.create(key=key, hour=hour, number=1)
    except IntegrityError:
        return _count_one_more(key)
    return True


def _count_one_more(key: str) -> bool:
    below = SendingCount.objects.filter(key=key, number__lt=MOST_IN_AN_HOUR)
    return below.update(number=F("number") + 1) == 1


def forget_old_counts() -> None:
    """Delete the counts of past hours."""
    SendingCount.objects.filter(hour__lt=timezone.now() - timedelta(hours=2)).delete()
