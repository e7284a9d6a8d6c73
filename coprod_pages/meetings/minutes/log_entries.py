"""What happens to minutes is called in the history of their meeting's page."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter

AGREED = "coprod_pages.minutes.agree"
TAKEN_BACK = "coprod_pages.minutes.take_back"


@hooks.register("register_log_actions")
def register_actions(actions: Any) -> None:
    """Both with the meeting that agreed."""

    @actions.register_action(AGREED)
    class AgreeFormatter(LogFormatter):
        """A later meeting agreed the minutes."""

        label = _("Agree minutes")

        def format_message(self, log_entry: Any) -> str:
            return _("The minutes were agreed at “%(meeting)s”") % log_entry.data

    @actions.register_action(TAKEN_BACK)
    class TakeBackFormatter(LogFormatter):
        """They were not agreed after all."""

        label = _("Take back that minutes are agreed")

        def format_message(self, log_entry: Any) -> str:
            return _("The minutes were not agreed at “%(meeting)s” after all") % log_entry.data
