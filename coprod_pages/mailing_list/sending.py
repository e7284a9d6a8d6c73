"""Queueing a message for everybody on the list, some at a time, by the worker.

The message remembers how far it has got. That is moved on, and the mails are queued, in one
transaction: a worker that is killed has queued a whole batch or none of it, and the next one goes
on from there. Two workers at once cannot queue the same batch, as only one of them moves it on.
"""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from . import mails
from .links import make_link
from .models import ListMessage, Purpose, State

BATCH = 100


def queue_next_batch(most: int = BATCH) -> bool:
    """Queue the next mails of the oldest message that is being sent; whether there was one."""
    message = ListMessage.objects.being_sent().first()
    if message is None:
        return False
    with transaction.atomic():
        # Locked, so that nobody leaves between being read and being written to.
        subscribers = list(message.goes_to().select_for_update()[:most])
        mine = ListMessage.objects.filter(
            pk=message.pk, state=State.SENDING, reached=message.reached
        )
        if not subscribers:
            mine.update(state=State.SENT, finished_at=timezone.now())
            return True
        if mine.update(reached=subscribers[-1].pk, queued=F("queued") + len(subscribers)):
            for subscriber in subscribers:
                mails.send(message, subscriber, make_link(subscriber, Purpose.LEAVE))
    return True
