"""Messages that ask a contributor for a yes."""

from django.utils.translation import gettext as _

from ..contributions.links import address
from ..contributions.mails import send
from ..contributions.models import Contribution
from ..mail.queueing import absolute


def ask_for_yes(contribution: Contribution, title: str, secret: str, is_reminder: bool) -> None:
    """The link to the exact text, or once more."""
    subject = (
        _("We still wait for your yes or no to the text about your example")
        if is_reminder
        else _("Please read the text about your example: yes or no?")
    )
    context = {"link": absolute(address(secret)), "title": title, "is_reminder": is_reminder}
    send(contribution, subject, "sign_off", context)
