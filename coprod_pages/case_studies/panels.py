"""The editor of a case study: five tabs, each field with what it is for beside it."""

from django.forms import CheckboxSelectMultiple, Select
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.models import Page

from .widgets import PreferredTagWidget

STORY = [
    TitleFieldPanel("title"),
    FieldPanel("summary", widget=AdminAutoHeightTextInput(attrs={"rows": 2})),
    FieldPanel("need"),
    FieldPanel("story"),
    InlinePanel(
        "stage_rows",
        heading=_("Stages of the continuum"),
        label=_("Stage"),
        help_text=_("Which part of the line did you do together? At least one. Needed to publish."),
    ),
    MultiFieldPanel(
        [FieldPanel("involved_when"), FieldPanel("final_decision")],
        heading=_("How people were involved"),
    ),
    FieldPanel("worked"),
    FieldPanel("did_not_work"),
    FieldPanel("differently"),
    FieldPanel("others_need"),
    MultiFieldPanel(
        [
            FieldPanel("what_changed"),
            InlinePanel("evidence", heading=_("Evidence and sources"), label=_("Evidence")),
        ],
        heading=_("What changed, and how you know"),
    ),
    MultiFieldPanel(
        [FieldPanel("plain_language"), FieldPanel("easy_read_document")],
        heading=_("Easier versions"),
    ),
]

WHERE_AND_WHO = [
    FieldPanel("lead_organisation"),
    InlinePanel("partners", heading=_("Partners"), label=_("Partner")),
    MultiFieldPanel(
        [
            FieldPanel("reach"),
            FieldPanel("boroughs", widget=CheckboxSelectMultiple),
            FieldPanel("place"),
        ],
        heading=_("Where"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("equality_groups", widget=CheckboxSelectMultiple),
            FieldPanel("participants"),
            FieldPanel("how_reached"),
            FieldPanel("payment"),
            FieldPanel("access_arrangements"),
        ],
        heading=_("Who took part"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("start_date"), FieldPanel("start_precision")]),
            FieldRowPanel([FieldPanel("end_date"), FieldPanel("end_precision")]),
            FieldPanel("progress"),
        ],
        heading=_("When"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("money_band"),
            FieldPanel("staff"),
            FieldPanel("volunteers"),
            FieldPanel("funder"),
        ],
        heading=_("What it took"),
    ),
]

TAGS = [
    FieldPanel("themes", widget=CheckboxSelectMultiple),
    FieldPanel("tags", widget=PreferredTagWidget),
    InlinePanel(
        "pinned_related",
        heading=_("Related case studies"),
        label=_("Case study"),
        max_num=3,
        help_text=_("Others are found by themselves. Choose only what has to come first."),
    ),
]

SIGN_OFF = [
    HelpPanel(
        content=_(
            "<p>Nothing on this tab is shown to the public, except the credit. Never write "
            "names, addresses or telephone numbers of people here.</p>"
        )
    ),
    FieldPanel("looked_after_by", widget=Select),
    FieldPanel("naming_level"),
    FieldPanel("credit"),
    MultiFieldPanel(
        [FieldPanel("provenance"), FieldPanel("source_id"), FieldPanel("source_link")],
        heading=_("Where this record comes from"),
    ),
    MultiFieldPanel(
        [FieldPanel("review_by"), FieldPanel("review_owner")],
        heading=_("When to look at it again"),
    ),
]

# With the time of publication and the comments: without these two panels the editor has neither.
PROMOTE = [*Page.promote_panels, *Page.settings_panels]

edit_handler = TabbedInterface(
    [
        ObjectList(STORY, heading=_("Story")),
        ObjectList(WHERE_AND_WHO, heading=_("Where and who")),
        ObjectList(TAGS, heading=_("Tags")),
        ObjectList(SIGN_OFF, heading=_("Sign-off and consent")),
        ObjectList(PROMOTE, heading=_("Promote")),
    ]
)
