"""Messages that ask a contributor for a yes."""

from django.utils.translation import gettext as _

from ..contributions.links import address
from ..contributions.mails import send
from ..contributions.models import Contribution
from ..mail.queueing import absolute


def ask_for_yes(
    contribution: Contribution, title: str, secret: str, is_reminder: bool, has_changed: bool
) -> None:
    """The link to the exact text, or once more, or to the text as it is after a change."""
    if is_reminder:
        subject = _("We still wait for your yes or no to the text about your example")
    elif has_changed:
        subject = _("Please read the changed text about your example: yes or no?")
    else:
        subject = _("Please read the text about your example: yes or no?")
    context = {
        "link": absolute(address(secret)),
        "title": title,
        "is_reminder": is_reminder,
        "has_changed": has_changed,
    }
    send(contribution, subject, "sign_off", context)
