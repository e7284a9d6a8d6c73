"""How often one address may send a form. Counted in the database: caches lose counts."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .models import SendingCount

SALT = "coprod_pages.public_forms.rate_limit"
MOST_IN_AN_HOUR = 5


def may_send(
    form: str, address: str, most: int = MOST_IN_AN_HOUR, now: datetime | None = None
) -> bool:
    """Count one more sending of `form` from `address`; whether it is one of the `most` of the hour.

    The address itself is not kept: the key is a keyed hash that changes with the hour.
    Two requests at once cannot both take the last place, as counting is one statement.
    """
    hour = (now or timezone.now()).replace(minute=0, second=0, microsecond=0)
    said = f"{form} {hour.isoformat()} {address}"
    key = salted_hmac(SALT, said, algorithm="sha256").hexdigest()
    if _count_one_more(key, most):
        return True
    try:
        with transaction.atomic():
            SendingCount.objects.create(key=key, hour=hour, number=1)
    except IntegrityError:
        return _count_one_more(key, most)
    return True


def _count_one_more(key: str, most: int) -> bool:
    below = SendingCount.objects.filter(key=key, number__lt=most)
    return below.update(number=F("number") + 1) == 1


def forget_old_counts() -> None:
    """Delete the counts of past hours."""
    SendingCount.objects.filter(hour__lt=timezone.now() - timedelta(hours=2)).delete()
