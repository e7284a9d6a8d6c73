"""The list of actions in the admin, for the working group."""

from typing import Any

import django_filters
from django.db.models import F, QuerySet
from django.forms import Select
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import CreateView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from ...safe_exports import SafeExportMixin
from ..models import MeetingPage
from .models import MeetingAction

SECRETARYS_PAGE = "coprod_meeting_minutes"
# Also the namespace of the addresses of the list.
NAME = "coprod_actions"
LIST, ADD, EDIT = f"{NAME}:index", f"{NAME}:add", f"{NAME}:edit"


def with_day(meeting: MeetingPage) -> str:
    """A meeting in a list to choose from: many have the same title."""
    return f"{meeting.title} ({meeting.starts:%d %b %Y})"


def chosen_meeting(parameters: Any) -> MeetingPage | None:
    """The meeting that an address names."""
    key = parameters.get("meeting", "")
    if not (key.isascii() and key.isdecimal() and len(key) < 10):
        return None
    return MeetingPage.objects.filter(pk=key).first()


class MeetingActionForm(WagtailAdminModelForm):
    """Meetings with their days, latest first."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["meeting"]
        field.queryset = MeetingPage.objects.order_by("-starts_at")
        field.label_from_instance = with_day


class ActionFilterSet(WagtailFilterSet):
    """By state, by meeting, and those that are overdue."""

    meeting = django_filters.ModelChoiceFilter(
        queryset=lambda request: (
            MeetingPage.objects.filter(actions__isnull=False).distinct().order_by("-starts_at")
        ),
        label=_("Meeting"),
    )
    overdue = django_filters.BooleanFilter(label=_("Overdue"), method="filter_overdue")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["meeting"].field.label_from_instance = with_day

    def filter_overdue(self, actions: QuerySet, name: str, value: bool) -> QuerySet:
        late = actions.overdue()
        return late if value else actions.exclude(pk__in=late.values("pk"))

    class Meta:
        model = MeetingAction
        fields = ["state", "meeting"]


class ActionIndexView(SafeExportMixin, IndexView):
    """The list, with an export."""

    def get_base_queryset(self) -> QuerySet[MeetingAction]:
        return super().get_base_queryset().select_related("meeting")

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        if self.is_explicitly_ordered:
            return super().order_queryset(queryset)
        # What is still to be done comes first, then what was done last.
        last_done = F("done_on").desc(nulls_first=True)
        return queryset.order_by(last_done, F("due_on").asc(nulls_last=True), "pk")


class ActionCreateView(CreateView):
    """A new action; `?meeting=` says of which meeting, and leads back to its page."""

    def get_initial_form_instance(self) -> MeetingAction | None:
        meeting = chosen_meeting(self.request.GET)
        return MeetingAction(meeting=meeting) if meeting else None

    def get_add_url(self) -> str:
        meeting = chosen_meeting(self.request.GET)
        return super().get_add_url() + (f"?meeting={meeting.pk}" if meeting else "")

    def get_success_url(self) -> str:
        meeting = chosen_meeting(self.request.GET)
        return reverse(SECRETARYS_PAGE, args=[meeting.pk]) if meeting else super().get_success_url()


def _edit_url(action: MeetingAction) -> str:
    return reverse(EDIT, args=[action.pk])


def _raised_at(action: MeetingAction) -> str:
    return with_day(action.meeting) if action.meeting else ""


class MeetingActionViewSet(ModelViewSet):
    """Who does what until when: all actions of all meetings.

    No snippet: those can be chosen, and so read, by everybody who may sign in.
    """

    model = MeetingAction
    url_prefix = "coprod_pages/meetingaction"
    icon = "tasks"
    menu_label = _("Actions")
    menu_order = 385
    add_to_admin_menu = True
    copy_view_enabled = False
    # Wagtail's search raises on SQLite for some words; actions are few and short.
    search_backend_name = None
    search_fields = ["what", "owner_role", "outcome"]
    index_view_class = ActionIndexView
    add_view_class = ActionCreateView
    filterset_class = ActionFilterSet
    list_display = [
        TitleColumn("what", label=_("What"), accessor="__str__", get_url=_edit_url),
        Column("owner_role", label=_("Who"), sort_key="owner_role"),
        Column("due_on", label=_("Until"), sort_key="due_on"),
        Column("standing", label=_("State")),
        Column("meeting", label=_("Raised at"), accessor=_raised_at),
    ]
    list_export = ["what", "owner_role", "due_on", "state", "done_on", "outcome", "meeting"]
    export_filename = "actions"
    edit_handler = ObjectList(
        [
            FieldPanel("what"),
            FieldRowPanel([FieldPanel("owner_role"), FieldPanel("due_on")]),
            FieldRowPanel([FieldPanel("state"), FieldPanel("done_on")]),
            FieldPanel("outcome"),
            FieldPanel("meeting", widget=Select),
            FieldPanel("private_note"),
        ],
        base_form_class=MeetingActionForm,
    )


action_viewset = MeetingActionViewSet(NAME)
