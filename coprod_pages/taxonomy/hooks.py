"""What changes in the vocabularies is called in the log."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from .merging import MERGE_ACTION


@hooks.register("register_log_actions")
def register_merge(actions: object) -> None:
    """A merge says which tag went into which."""

    @actions.register_action(MERGE_ACTION)
    class MergeFormatter(LogFormatter):
        """Two tags became one."""

        label = _("Merge tags")

        def format_message(self, log_entry: object) -> str:
            return _("Merged “%(merged)s” into “%(into)s”") % {
                "merged": log_entry.data.get("merged", ""),
                "into": log_entry.data.get("into", ""),
            }
