"""The lists in the admin: every vocabulary, in the order its editors give it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Count, QuerySet
from django.forms import Select
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from ..safe_exports import SafeExportMixin
from ..safe_text import one_line
from .merging import merge
from .models import Borough, EqualityGroup, Organisation, OrganisationKind, Tag, Theme


class VocabularyIndexView(SafeExportMixin, IndexView):
    """The values of a list, with an export."""


class VocabularyViewSet(SnippetViewSet):
    """A list with the number of case studies that use each value."""

    # Wagtail's search of a single field raises on SQLite; names are few and short.
    search_backend_name = None
    search_fields = ["name"]
    uses_path: str = ""
    copy_view_enabled = False
    index_view_class = VocabularyIndexView

    def get_queryset(self, request: Any) -> QuerySet:
        return self.model.objects.annotate(uses=Count(self.uses_path, distinct=True))

    @property
    def list_display(self) -> list[Any]:
        return [
            "name",
            *self.more_columns,
            NumberColumn("uses", label=_("Case studies, drafts too")),
        ]

    more_columns: list[Any] = []


class TermViewSet(VocabularyViewSet):
    """A closed list: ordered by dragging, each value described."""

    sort_order_field = "sort_order"
    ordering = ["sort_order", "name"]
    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("description")]
    prepopulated_fields = {"slug": ["name"]}


class ThemeViewSet(TermViewSet):
    """Themes."""

    model = Theme
    icon = "folder-open-inverse"
    uses_path = "case_studies"


class EqualityGroupViewSet(TermViewSet):
    """Equality groups."""

    model = EqualityGroup
    icon = "group"
    uses_path = "case_studies"
    more_columns = [
        Column(
            "protected_characteristic",
            label=_("Protected characteristic"),
            accessor="get_protected_characteristic_display",
        )
    ]
    panels = [*TermViewSet.panels, FieldPanel("protected_characteristic")]


class OrganisationKindViewSet(TermViewSet):
    """Kinds of organisation."""

    model = OrganisationKind
    icon = "list-ul"
    uses_path = "organisations__led_case_studies"


class BoroughViewSet(TermViewSet):
    """Boroughs: a closed list, so only what is said of them changes."""

    model = Borough
    icon = "globe"
    uses_path = "case_studies"
    more_columns = [Column("gss_code", label=_("ONS code"))]
    panels = [
        FieldPanel("name"),
        FieldPanel("description"),
        FieldPanel("gss_code"),
        FieldPanel("abbreviation"),
        FieldRowPanel([FieldPanel("tile_column"), FieldPanel("tile_row")]),
    ]


class OrganisationForm(WagtailAdminModelForm):
    """An organisation, each of them once, however its name is written."""

    def clean_name(self) -> str:
        name = one_line(self.cleaned_data["name"])
        same = Organisation.objects.filter(name__iexact=name).exclude(pk=self.instance.pk).first()
        if same is not None:
            raise ValidationError(
                _("“%(name)s” is in the list already. Search for it, and choose it.")
                % {"name": same.name}
            )
        return name

    class Meta:
        model = Organisation
        fields = ["name", "kind", "borough", "website"]
        # No chooser inside of a chooser: both lists are short.
        widgets = {"kind": Select, "borough": Select}


class OrganisationChooserViewSet(SnippetChooserViewSet):
    """Choosing an organisation, and adding one that is not there, without leaving the page."""

    creation_form_class = OrganisationForm
    creation_tab_label = _("Add a new one")
    create_action_label = _("Add it and choose it")


class OrganisationViewSet(VocabularyViewSet):
    """Organisations; editors may add one while they write."""

    model = Organisation
    chooser_viewset_class = OrganisationChooserViewSet
    icon = "home"
    uses_path = "led_case_studies"
    list_filter = ["kind", "borough"]
    more_columns = ["kind", "borough"]
    list_export = ["name", "kind", "borough", "website"]
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("kind", widget=Select),
            FieldPanel("borough", widget=Select),
            FieldPanel("website"),
        ],
        base_form_class=OrganisationForm,
    )


class TagForm(WagtailAdminModelForm):
    """Choosing what a tag is another name for merges it."""

    def save(self, commit: bool = True) -> Tag:
        into = self.cleaned_data.get("alias_of")
        if into is None or into.pk == self.initial.get("alias_of"):
            return super().save(commit=commit)
        # Stored as a tag of its own first: `merge` is the only code that joins two.
        self.instance.alias_of = None
        tag = super().save(commit=commit)
        if tag.pk:
            merge(tag, into, user=self.for_user)
        return tag


class TagViewSet(VocabularyViewSet):
    """Tags: renamed, described and merged here."""

    model = Tag
    icon = "tag"
    uses_path = "case_study_tags"
    more_columns = [Column("alias_of", label=_("Another name for"))]
    ordering = ["name"]
    list_filter = {"alias_of": ["isnull"]}
    prepopulated_fields = {"slug": ["name"]}
    # The form is the panels', not the viewset's: named anywhere else it would not be used.
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("slug"),
            FieldPanel("description"),
            FieldPanel("alias_of"),
        ],
        base_form_class=TagForm,
    )
