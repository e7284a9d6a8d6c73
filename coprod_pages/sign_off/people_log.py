"""What is done about people who are quoted, in the history of the page. No name stands there."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogFormatter

PREFIX = "coprod_pages.quoted"
NAMED = f"{PREFIX}.name"
ASKED_AGAIN = f"{PREFIX}.ask"
LINK_TAKEN_BACK = f"{PREFIX}.link"
RECORDED = f"{PREFIX}.record"
RELEASED = f"{PREFIX}.release"

# What it is called in lists of actions, and the sentence in the history.
WORDS = {
    NAMED: (_("Name somebody who is quoted"), _("%(person)s is quoted and will be asked")),
    ASKED_AGAIN: (_("Ask somebody quoted again"), _("%(person)s was sent a new link")),
    LINK_TAKEN_BACK: (_("Take a link back"), _("The link of %(person)s stopped working")),
    RECORDED: (_("Record a yes"), _("A yes of %(person)s was written down")),
    RELEASED: (_("Take somebody off the list"), _("%(person)s is not quoted any more")),
}


def _formatter(label_of_action: Any, sentence: Any) -> type[LogFormatter]:
    class Formatter(LogFormatter):
        label = label_of_action

        def format_message(self, log_entry: Any) -> str:
            return str(sentence) % {"person": log_entry.data.get("person", "")}

    return Formatter


@hooks.register("register_log_actions")
def register_actions(actions: Any) -> None:
    """Every action with its words."""
    for action, (label, sentence) in WORDS.items():
        actions.register_action(action)(_formatter(label, sentence))
