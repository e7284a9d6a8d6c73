"""The blocks that tell what people did together."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..blocks import BodyBlock


class KeyFigureBlock(blocks.StructBlock):
    """One number and what it counts."""

    figure = blocks.CharBlock(label=_("Figure"), max_length=20, help_text=_("57, or £12,000"))
    meaning = blocks.CharBlock(
        label=_("What it counts"), max_length=120, help_text=_("people took part")
    )

    class Meta:
        icon = "order"
        label = _("Figure")


class KeyFiguresBlock(blocks.ListBlock):
    """A few numbers side by side."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(KeyFigureBlock(), min_num=1, max_num=6, **kwargs)

    class Meta:
        icon = "order"
        label = _("Key figures")
        description = _("Up to six numbers that say how big it was.")
        template = "coprod_pages/blocks/key_figures.html"
        preview_value = [
            {"figure": "57", "meaning": "people took part"},
            {"figure": "6", "meaning": "workshops"},
        ]


class TimelineEventBlock(blocks.StructBlock):
    """One thing that happened, and when."""

    when = blocks.CharBlock(label=_("When"), max_length=60, help_text=_("March 2016"))
    what = blocks.TextBlock(label=_("What happened"), rows=2, max_length=400)

    class Meta:
        icon = "date"
        label = _("Event")


class TimelineBlock(blocks.ListBlock):
    """What happened when, in order."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(TimelineEventBlock(), min_num=1, max_num=20, **kwargs)

    class Meta:
        icon = "date"
        label = _("Timeline")
        description = _("What happened when, from first to last.")
        template = "coprod_pages/blocks/timeline.html"
        preview_value = [
            {"when": "March 2016", "what": "The first meeting, with soup."},
            {"when": "June 2016", "what": "The plan was written together."},
        ]


class StoryBlock(BodyBlock):
    """What you did together: everything a body may hold, with figures and a timeline."""

    key_figures = KeyFiguresBlock()
    timeline = TimelineBlock()
