"""What happens to a contribution is called in its history. Nothing here names a contributor."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter

PREFIX = "coprod_pages.contribution"
STARTED = f"{PREFIX}.start"
ASKED = f"{PREFIX}.ask"
ANSWERED = f"{PREFIX}.answer"
DECLINED = f"{PREFIX}.decline"
JOINED = f"{PREFIX}.join"
PARTED = f"{PREFIX}.part"
HANDED = f"{PREFIX}.hand"
RELEASED = f"{PREFIX}.release"
ENTERED = f"{PREFIX}.enter"
PUBLISHED = f"{PREFIX}.publish"
UNPUBLISHED = f"{PREFIX}.unpublish"
PHOTOGRAPHS = f"{PREFIX}.photographs"
ENDED = f"{PREFIX}.ended"

# What it is called in lists of actions, and the sentence in the history.
WORDS = {
    STARTED: (_("Start a case study"), _("A case study was started from it")),
    ASKED: (_("Ask a contributor"), _("A question was asked")),
    ANSWERED: (_("Note an answer"), _("An answer was written down for the contributor")),
    DECLINED: (_("Decline a contribution"), _("It was declined")),
    PARTED: (_("Part two contributions"), _("It is not the same as another one after all")),
    HANDED: (_("Hand over a contribution"), _("It was handed to a colleague")),
    RELEASED: (_("Say it is from a person"), _("It is from a person, somebody said")),
    ENDED: (
        _("Act on the end of a permission"),
        _("A permission had ended; what was to be done is done"),
    ),
    PHOTOGRAPHS: (
        _("Put photographs into a draft"),
        _("The photographs were put into the draft"),
    ),
    PUBLISHED: (_("Contribution published"), _("Its case study was published")),
    UNPUBLISHED: (_("Contribution taken down"), _("Its case study was taken down")),
}


@hooks.register("register_log_actions")
def register_actions(actions: Any) -> None:
    """Every action with its words."""
    for action, (label, message) in WORDS.items():
        actions.register_action(action, label, message)

    @actions.register_action(JOINED)
    class JoinFormatter(LogFormatter):
        """Two contributions tell of the same thing."""

        label = _("Join two contributions")

        def format_message(self, log_entry: Any) -> str:
            return _("It was linked as the same example as %(reference)s") % {
                "reference": log_entry.data.get("of", "")
            }

    @actions.register_action(ENTERED)
    class EnterFormatter(LogFormatter):
        """Somebody's example was written down for them."""

        label = _("Enter a contribution for somebody")

        def format_message(self, log_entry: Any) -> str:
            return _("Entered for somebody (%(how)s). What they agree to: %(consent)s") % {
                "how": log_entry.data.get("how", ""),
                "consent": log_entry.data.get("consent", ""),
            }
