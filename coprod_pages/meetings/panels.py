"""How a meeting is edited."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)

from ..page_tree import TreeSafePage
from .minutes.panel import MinutesStatePanel

MEETING = [
    TitleFieldPanel("title"),
    FieldPanel("summary"),
    FieldPanel("state"),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
            FieldPanel("time_zone"),
        ],
        heading=_("When"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("kind"),
            FieldPanel("place"),
            FieldPanel("directions"),
            FieldPanel("met_by"),
            FieldPanel("joining_link"),
            FieldPanel("joining_details"),
        ],
        heading=_("Where"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("step_free"), FieldPanel("hearing_loop"), FieldPanel("bsl")]),
            FieldRowPanel(
                [FieldPanel("captions"), FieldPanel("breaks"), FieldPanel("quiet_space")]
            ),
            FieldPanel("access"),
        ],
        heading=_("Access"),
    ),
    FieldPanel("expenses"),
    FieldRowPanel([FieldPanel("contact"), FieldPanel("contact_phone")]),
    FieldPanel("introduction"),
]

AGENDA = [
    InlinePanel("agenda_items", heading=_("Agenda"), label=_("Item")),
    InlinePanel("papers", heading=_("Papers"), label=_("Paper")),
]

ATTENDING = [
    FieldPanel("is_open"),
    FieldRowPanel([FieldPanel("places_in_person"), FieldPanel("places_online")]),
    FieldPanel("remind_days"),
]

MINUTES = [
    MultiFieldPanel(
        [MinutesStatePanel(), FieldPanel("minutes"), FieldPanel("minutes_document")],
        heading=_("Minutes"),
    ),
    InlinePanel("decisions", heading=_("Decisions"), label=_("Decision")),
]


def edit_handler() -> TabbedInterface:
    """The tabs of a meeting in the editor."""
    return TabbedInterface(
        [
            ObjectList(MEETING, heading=_("Meeting")),
            ObjectList(AGENDA, heading=_("Agenda and papers")),
            ObjectList(ATTENDING, heading=_("Who comes")),
            ObjectList(MINUTES, heading=_("Minutes and decisions")),
            # With the time of publication and the comments, which Wagtail shows at the side.
            ObjectList(
                [*TreeSafePage.promote_panels, *TreeSafePage.settings_panels],
                heading=_("Promote"),
            ),
        ]
    )
