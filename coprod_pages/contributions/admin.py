"""Contributions in the admin: what came in, what is overdue, and who looks after it."""

from typing import Any

from django.contrib import admin
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.helpers import ButtonHelper, PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import HistoryView, IndexView

from ..safe_exports import SafeExportMixin, SafeListMixin
from .admin_filters import FILTERS, PARAMETERS
from .choices import OPEN
from .desk_views import EnterView, OpenView
from .downloads import download
from .files import KEY
from .models import Contribution
from .standing import may_work, on_the_desk_of, overdue


class DeskPermissionHelper(PermissionHelper):
    """One's own standing at the desk; changes are actions, and nobody deletes anything."""

    def user_can_list(self, user: Any) -> bool:
        return may_work(user)

    def user_can_create(self, user: Any) -> bool:
        return may_work(user)

    def user_can_inspect_obj(self, user: Any, obj: Contribution) -> bool:
        return on_the_desk_of(user).filter(pk=obj.pk).exists()

    def user_can_edit_obj(self, user: Any, obj: Contribution) -> bool:
        return False

    def user_can_delete_obj(self, user: Any, obj: Contribution) -> bool:
        return False


class DeskButtonHelper(ButtonHelper):
    """A row is opened: there is nothing else to press."""

    def add_button(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().add_button(*args, **kwargs), "label": _("Enter one for somebody")}

    def inspect_button(self, pk: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().inspect_button(pk, *args, **kwargs), "label": _("Open")}

    def get_buttons_for_obj(self, obj: Contribution, *args: Any, **kwargs: Any) -> list[Any]:
        # The list holds only what may be opened.
        return [self.inspect_button(obj.pk, kwargs.get("classnames_add"))]


class DeskIndexView(SafeListMixin, SafeExportMixin, IndexView):
    """The list; strangers wrote its titles."""

    filter_parameters = PARAMETERS


class DeskHistoryView(HistoryView):
    """What was done with it, and by whom."""


class ContributionAdmin(ModelAdmin):
    """The desk: list, filter, search, export, open, enter for somebody."""

    model = Contribution
    menu_label = _("Contributions")
    menu_icon = "mail"
    menu_order = 150
    add_to_admin_menu = True
    list_display = [
        *("title", "state_in_words", "age", "overdue_in_words"),
        *("owner_name", "came", "reference"),
    ]
    list_filter = FILTERS
    list_select_related = ["owner", "duplicate_of"]
    search_fields = ["title", "reference", "name", "organisation"]
    # Nothing about the contributor leaves the desk in a file.
    list_export = ["reference", "title", "state_in_words", "age", "overdue_in_words", "came"]
    export_filename = "contributions"
    inspect_view_enabled = True
    permission_helper_class = DeskPermissionHelper
    button_helper_class = DeskButtonHelper
    index_view_class = DeskIndexView
    create_view_class = EnterView
    inspect_view_class = OpenView
    history_view_class = DeskHistoryView
    inspect_template_name = "coprod_pages/contributions/desk/open.html"
    create_template_name = "coprod_pages/contributions/desk/enter.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """What this person may open: overdue first, then what is open, longest waiting first."""
        rank = Case(
            When(overdue(), then=Value(0)),
            When(state__in=OPEN, then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        )
        return on_the_desk_of(request.user).annotate(rank=rank)

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("rank", "state_since", "pk")

    # For whoever may not open it, it is not there.

    def inspect_view(self, request: HttpRequest, instance_pk: str) -> HttpResponse:
        self._only_own(request, instance_pk)
        return super().inspect_view(request, instance_pk)

    def history_view(self, request: HttpRequest, instance_pk: str) -> HttpResponse:
        self._only_own(request, instance_pk)
        return super().history_view(request, instance_pk)

    def edit_view(self, request: HttpRequest, instance_pk: str) -> HttpResponse:
        raise Http404

    def delete_view(self, request: HttpRequest, instance_pk: str) -> HttpResponse:
        raise Http404

    def _only_own(self, request: HttpRequest, instance_pk: str) -> None:
        mine = on_the_desk_of(request.user)
        if not KEY.fullmatch(instance_pk) or not mine.filter(pk=instance_pk).exists():
            raise Http404

    def get_admin_urls_for_registration(self) -> tuple[Any, ...]:
        files = path(
            "coprod_pages/contributionfile/<int:key>/", download, name="coprod_contribution_file"
        )
        return (*super().get_admin_urls_for_registration(), files)

    @admin.display(description=_("state"), ordering="state")
    def state_in_words(self, contribution: Contribution) -> str:
        """How far it is, and whether it is another one's double."""
        state = str(contribution.get_state_display())
        if contribution.duplicate_of is None:
            return state
        same = _("same as %(reference)s") % {"reference": contribution.duplicate_of.reference}
        return f"{state} ({same})"

    @admin.display(description=_("days in this state"), ordering="-state_since")
    def age(self, contribution: Contribution) -> str:
        """How long it has been in its state."""
        return str(contribution.days_in_state)

    @admin.display(description=_("overdue"), ordering="rank")
    def overdue_in_words(self, contribution: Contribution) -> str:
        """Whether it has waited longer than was promised."""
        return str(_("Overdue")) if contribution.is_overdue else str(_("No"))

    @admin.display(description=_("owner"), ordering="owner")
    def owner_name(self, contribution: Contribution) -> str:
        """Who looks after it."""
        owner = contribution.owner
        if owner is None:
            return str(_("Nobody yet"))
        return owner.get_full_name() or owner.get_username()

    @admin.display(description=_("how it came"), ordering="sent_by")
    def came(self, contribution: Contribution) -> str:
        """How it reached us."""
        return str(contribution.get_sent_by_display())
