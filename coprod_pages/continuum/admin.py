"""The stages of the continuum in the admin."""

from django.forms import Select
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from ..taxonomy.admin import TermViewSet
from .models import Continuum, ContinuumStage


class ContinuumViewSet(SnippetViewSet):
    """Named continua."""

    model = Continuum
    icon = "coprod-continuum"
    panels = [FieldPanel("name"), FieldPanel("credit")]
    copy_view_enabled = False


class ContinuumStageViewSet(TermViewSet):
    """Stages, ordered along the line."""

    model = ContinuumStage
    icon = "coprod-continuum"
    uses_path = "case_study_rows__page"
    more_columns = [Column("short_label", label=_("Short label")), "continuum"]
    list_filter = ["continuum"]
    panels = [
        FieldPanel("name"),
        FieldPanel("short_label"),
        FieldPanel("description"),
        FieldPanel("colour"),
        FieldPanel("continuum", widget=Select),
        FieldPanel("slug"),
    ]
