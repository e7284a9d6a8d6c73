"""The filters of the list of contributions."""

from collections.abc import Iterator
from typing import Any

from django.contrib.admin import SimpleListFilter
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from .choices import ON_THE_DESK, SentBy
from .ending import to_act_on
from .standing import may_triage, on_the_desk_of

NOBODY, ME = "nobody", "me"


class StateFilter(SimpleListFilter):
    """How far it is."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(state.value, state.label) for state in ON_THE_DESK]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(state=self.value()) if self.value() else queryset


class CameFilter(SimpleListFilter):
    """How it reached us."""

    title = _("how it came")
    parameter_name = "came"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(SentBy.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(sent_by=self.value()) if self.value() else queryset


class OwnerFilter(SimpleListFilter):
    """Who looks after it, for those who see more than their own."""

    title = _("owner")
    parameter_name = "owner"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        if not may_triage(request.user):
            return []
        owners = on_the_desk_of(request.user).exclude(owner=None).values("owner")
        people = get_user_model().objects.filter(pk__in=owners).order_by("username")
        named = [(str(one.pk), one.get_full_name() or one.get_username()) for one in people]
        return [(ME, _("Me")), (NOBODY, _("Nobody yet")), *named]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        chosen = self.value() or ""
        if chosen == ME:
            return queryset.filter(owner=request.user)
        if chosen == NOBODY:
            return queryset.filter(owner=None)
        return queryset.filter(owner=chosen) if chosen in dict(self.lookup_choices) else queryset


class AutomaticFilter(SimpleListFilter):
    """What looks as if a program had sent it is kept apart, for a person to look at."""

    title = _("who sent it")
    parameter_name = "automatic"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("1", _("Looks automatic"))] if may_triage(request.user) else []

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.filter(looks_automatic=self.value() == "1")

    def choices(self, changelist: Any) -> Iterator[dict[str, Any]]:
        everybody, *others = super().choices(changelist)
        yield {**everybody, "display": _("People")}
        yield from others


class ToActOnFilter(SimpleListFilter):
    """Where a permission has ended and somebody has to do something about it."""

    title = _("permissions")
    parameter_name = "ended"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("1", _("Ended: something to do"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() != "1":
            return queryset
        return queryset.filter(pk__in=to_act_on().values("contribution"))


FILTERS = [StateFilter, OwnerFilter, CameFilter, ToActOnFilter, AutomaticFilter]
# What may stand in the address of the list; anything else could ask for what is not shown.
PARAMETERS = frozenset(one.parameter_name for one in FILTERS)
