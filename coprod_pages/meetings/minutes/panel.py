"""What the editor of a meeting says about the state of its minutes."""

from typing import Any

from wagtail.admin.panels import HelpPanel


class MinutesStatePanel(HelpPanel):
    """How far the minutes are, and what happens to them next. Nothing to fill in."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("template", "coprod_pages/meetings/admin/minutes_state.html")
        super().__init__(**kwargs)
