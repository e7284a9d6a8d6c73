"""Synonyms in the admin: what means the same, and what that finds."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, Table
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.snippets import (
    CreateView,
    DeleteView,
    EditView,
    IndexView,
    SnippetViewSet,
)

from ..safe_exports import SafeExportMixin
from ..safe_text import without_unsafe_characters
from ..searching.models import SynonymGroup
from ..searching.synonym_form import SynonymGroupForm, sharing_a_name
from .searches_report import may_see_searches
from .trying import address_of_search, compendium_address, how_many_have

# Of a group so many warnings are shown; the rest follows when these are seen to.
MOST_WARNINGS = 3
LONGEST_NAMES = 1000


def first_name(group: SynonymGroup) -> str:
    """What the group is tried with; empty for one that code has stored without names."""
    return next(iter(group.name_list), "")


class FindsColumn(Column):
    """How many case studies the words of a group find, with the way to see them."""

    cell_template_name = "coprod_pages/searching/admin/finds_cell.html"


class SynonymIndexView(SafeExportMixin, IndexView):
    """The groups, with an export."""

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        if self.is_explicitly_ordered:
            return super().order_queryset(queryset)
        return queryset.order_by(Lower("names"), "pk")

    @cached_property
    def header_buttons(self) -> list[Any]:
        buttons = list(super().header_buttons)
        if may_see_searches(self.request.user):
            address = reverse("coprod_searches")
            buttons.append(HeaderButton(_("Searches"), url=address, icon_name="search"))
        return buttons

    def get_table(self, object_list: Iterable[SynonymGroup]) -> Table:
        groups = list(object_list)
        address = compendium_address()
        for group in groups:
            # All names find the same, so the first stands for them.
            group.tried = first_name(group)
            group.finds = how_many_have(group.tried) if group.tried else 0
            group.address = address_of_search(address, group.tried)
        return super().get_table(groups)


class TellingView:
    """Says, after saving, what the words find and which of them stand in other groups too."""

    def get_success_buttons(self) -> list[Any]:
        buttons = super().get_success_buttons()
        address = address_of_search(compendium_address(), first_name(self.object))
        if address:
            buttons.append(messages.button(address, _("Try it"), new_window=True))
        return buttons

    def save_action(self) -> HttpResponse:
        response = super().save_action()
        if not self.expects_json_response:
            for name, other in sharing_a_name(self.object)[:MOST_WARNINGS]:
                messages.warning(
                    self.request,
                    _(
                        "“%(name)s” is also in the group “%(group)s”. Who searches for it finds "
                        "both. If both mean the same, put all the words into one of them."
                    )
                    % {"name": name, "group": other},
                    buttons=[messages.button(self._address_of(other), _("Open that group"))],
                )
        return response

    def _address_of(self, group: SynonymGroup) -> str:
        return reverse(self.edit_url_name, args=[group.pk])


class SynonymCreateView(TellingView, CreateView):
    """A new group; `?names=` fills in words that somebody has searched for."""

    def get_initial_form_instance(self) -> SynonymGroup | None:
        names = without_unsafe_characters(self.request.GET.get("names", ""))[:LONGEST_NAMES]
        if not names.strip():
            return super().get_initial_form_instance()
        # With an empty line for what else it is called.
        return SynonymGroup(names=f"{names.strip()}\n")


class SynonymEditView(TellingView, EditView):
    """A group that is there."""


class SynonymDeleteView(DeleteView):
    """Nothing refers to a group, so nothing is said of its uses."""

    confirmation_message = gettext_lazy(
        "Delete this group? Who searches for one of its words will then find only what has "
        "that word itself."
    )

    def get_usage_url(self) -> None:
        return None


class SynonymGroupViewSet(SnippetViewSet):
    """Words that mean the same; a change works at once."""

    model = SynonymGroup
    icon = "link"
    menu_label = gettext_lazy("Synonyms")
    # Wagtail's search of a single field raises on SQLite; groups are few and short.
    search_backend_name = None
    search_fields = ["names", "note"]
    copy_view_enabled = False
    index_view_class = SynonymIndexView
    add_view_class = SynonymCreateView
    edit_view_class = SynonymEditView
    delete_view_class = SynonymDeleteView
    list_display = [
        "__str__",
        FindsColumn("finds", label=gettext_lazy("Case studies they find")),
    ]
    list_export = ["names", "note"]
    export_filename = "synonyms"
    # The form is the panels', not the viewset's: named anywhere else it would not be used.
    edit_handler = ObjectList(
        [
            FieldPanel("names", widget=AdminAutoHeightTextInput(attrs={"rows": 4})),
            FieldPanel("note"),
        ],
        base_form_class=SynonymGroupForm,
    )
