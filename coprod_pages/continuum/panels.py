"""The panels of a continuum in the admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList, Panel

from .forms import ContinuumForm
from .uses import StageUses
from .widgets import ColourInput

MOST_STAGES = 9  # more arrows than this cannot be read side by side


class UsesPanel(Panel):
    """How many case studies use a stage, so that nobody has to guess what a change touches."""

    class BoundPanel(Panel.BoundPanel):
        """The number and the first of them, for a stage that is stored."""

        template_name = "coprod_pages/continuum/admin/uses.html"

        def is_shown(self) -> bool:
            return bool(self.instance and self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            continuum = self.instance.continuum
            context["uses"] = continuum.uses.get(self.instance.pk, StageUses(0, ()))
            return context


STAGE_PANELS = [
    FieldRowPanel([FieldPanel("name"), FieldPanel("short_label")]),
    FieldPanel("description"),
    FieldPanel("honest_conversation"),
    FieldPanel("colour", widget=ColourInput),
    FieldRowPanel([FieldPanel("icon"), FieldPanel("letter")]),
    UsesPanel(),
]

continuum_panels = ObjectList(
    [
        FieldPanel("name"),
        InlinePanel(
            "stages",
            panels=STAGE_PANELS,
            heading=_("Stages, in order along the line"),
            label=_("stage"),
            max_num=MOST_STAGES,
            help_text=_(
                "Two to nine stages. Change their order by dragging, or with the arrows at the "
                "top of each. Nothing changes for visitors until you publish."
            ),
        ),
        FieldPanel("credit"),
        FieldPanel("credit_link"),
    ],
    base_form_class=ContinuumForm,
)
