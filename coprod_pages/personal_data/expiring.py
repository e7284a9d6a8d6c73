"""The nightly run: what may not be kept any longer goes, and the log says that it ran."""

from django.db import transaction

from ..contributions import replaying
from ..contributions import retention as contributions
from ..erasures_file import entries
from ..mail import retention as mail
from ..mailing_list import retention as mailing_list
from ..meetings.attending import retention as attending
from ..searching import search_log
from ..sign_off import people_retention
from ..working_group import retention as working_group
from . import log_entries


@transaction.atomic
def erase_expired() -> dict[str, int]:
    """Erase everything whose time is over; returns how many of each kind.

    Also lists withdrawals that are not in the list of what must not come back with a backup.
    """
    sent = contributions.erase_expired()
    needs, registrations = attending.erase_expired()
    counts = {
        "Contributions erased": sent.contributions,
        "Contact details erased": sent.contact_details,
        "People quoted by name erased": people_retention.erase_expired(),
        "Access needs erased": needs,
        "Registrations for meetings erased": registrations,
        "Requests to join erased": working_group.erase_expired(),
        "Unconfirmed addresses erased": mailing_list.erase_expired(),
        "Outgoing mail erased": mail.erase_expired(),
        "Counts of searches erased": search_log.erase_expired(),
    }
    replaying.list_what_is_missing(entries())
    people_retention.list_what_is_missing(entries())
    log_entries.note_in_log(log_entries.EXPIRED, counts)
    return counts
