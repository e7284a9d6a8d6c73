"""What is done with personal data stands in the log: by whom, when, how much; no address.

An address has a reference there, the beginning of its key in the list of erasures: two entries
about the same address have the same one.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.log_actions import LogFormatter, log, registry
from wagtail.models import ModelLogEntry

from ..erasures_file import key_of
from .models import PersonalData

SEARCHED = "coprod_pages.personal_data.search"
EXPORTED = "coprod_pages.personal_data.export"
ERASED = "coprod_pages.personal_data.erase"
EXPIRED = "coprod_pages.personal_data.expire"
REPLAYED = "coprod_pages.personal_data.replay"


class Formatter(LogFormatter):
    """A sentence with how much it was."""

    sentence: Any = ""

    def format_message(self, log_entry: Any) -> str:
        count = sum(log_entry.data.get("counts", {}).values())
        places = ngettext("%(count)d record", "%(count)d records", count) % {"count": count}
        reference = log_entry.data.get("reference", "")
        return str(self.sentence) % {"reference": reference, "places": places}


@registry.register_action(SEARCHED)
class SearchedFormatter(Formatter):
    """Somebody looked what is held about an address."""

    label = _("Look for personal data")
    sentence = _("Looked for an e-mail address (%(reference)s): %(places)s")


@registry.register_action(EXPORTED)
class ExportedFormatter(Formatter):
    """Somebody downloaded what is held about an address."""

    label = _("Download personal data")
    sentence = _("Downloaded what is held about an e-mail address (%(reference)s): %(places)s")


@registry.register_action(ERASED)
class ErasedFormatter(Formatter):
    """Somebody erased what was held about an address."""

    label = _("Erase personal data")
    sentence = _("Erased what was held about an e-mail address (%(reference)s): %(places)s")


@registry.register_action(EXPIRED)
class ExpiredFormatter(Formatter):
    """The nightly run."""

    label = _("Erase expired personal data")
    sentence = _("Erased personal data whose time was over: %(places)s")


@registry.register_action(REPLAYED)
class ReplayedFormatter(Formatter):
    """After a restore."""

    label = _("Erase again after a restore")
    sentence = _("Erased again what a restored backup had brought back: %(places)s")


def reference_of(email: str) -> str:
    """What stands for `email` in the log: 12 digits of its keyed hash."""
    return key_of(email)[:12]


def note_in_log(
    action: str, counts: Mapping[Any, int], email: str = "", user: Any = None, **more: Any
) -> ModelLogEntry:
    """Write into the log what was done: `counts` by kind of record, and by whom."""
    data = {"counts": {str(kind): count for kind, count in counts.items() if count}, **more}
    if email:
        data["reference"] = reference_of(email)
    # It has no rows: the number says nothing.
    return log(instance=PersonalData(pk=1), action=action, user=user, data=data)


def last_erasure(email: str) -> ModelLogEntry | None:
    """The last entry about erasing `email`, if there is one."""
    entries = ModelLogEntry.objects.filter(action=ERASED, data__reference=reference_of(email))
    return entries.first()
