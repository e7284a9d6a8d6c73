"""The panels of the dashboard."""

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

from ..roles.organisations import runs_the_site
from .contributions import contributions_for
from .editions import editions_for
from .meetings import owed_by
from .scheduled import scheduled_for
from .start import actions_for
from .waiting import drafts_of, waiting_for


class StartPanel(Component):
    """What this person can begin."""

    name = "coprod_start"
    template_name = "coprod_pages/desk/start.html"
    order = 10

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"actions": actions_for(parent_context["request"].user)}


class WaitingForMePanel(Component):
    """What waits for this person."""

    name = "coprod_waiting"
    template_name = "coprod_pages/desk/waiting_for_me.html"
    order = 20

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"waiting": waiting_for(parent_context["request"].user)}


class ContributionsPanel(Component):
    """What was sent in and waits for this person."""

    name = "coprod_contributions"
    template_name = "coprod_pages/desk/contributions.html"
    order = 25

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"waiting": contributions_for(parent_context["request"].user)}


class ScheduledPanel(Component):
    """What is published or taken down at a set time."""

    name = "coprod_scheduled"
    template_name = "coprod_pages/desk/scheduled.html"
    order = 27

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        user = parent_context["request"].user
        return {"scheduled": scheduled_for(user, runs_the_site(user))}


class MeetingsPanel(Component):
    """Agendas and minutes that are missing, actions that are overdue."""

    name = "coprod_meetings"
    template_name = "coprod_pages/desk/meetings.html"
    order = 27

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"owed": owed_by(parent_context["request"].user)}


class EditionsPanel(Component):
    """The published editions, and what there is to do about them."""

    name = "coprod_editions"
    template_name = "coprod_pages/desk/editions.html"
    order = 29

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"editions": editions_for(parent_context["request"].user)}


class MyDraftsPanel(Component):
    """What this person has begun."""

    name = "coprod_drafts"
    template_name = "coprod_pages/desk/my_drafts.html"
    order = 30

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"drafts": drafts_of(parent_context["request"].user)}
