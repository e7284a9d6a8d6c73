"""The continua in the admin, each with its stages."""

from typing import Any

from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LiveStatusTagColumn, NumberColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Continuum
from .panels import continuum_panels


class ContinuumViewSet(SnippetViewSet):
    """Named continua: stages are added, ordered, described and previewed with their line."""

    model = Continuum
    icon = "coprod-continuum"
    edit_handler = continuum_panels
    copy_view_enabled = False
    list_display = [
        "name",
        NumberColumn("number_of_stages", label=_("Stages, as published")),
        LiveStatusTagColumn(),
        UpdatedAtColumn(),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return Continuum.objects.annotate(number_of_stages=Count("stages"))


def refuse_to_delete_used_continua(request: HttpRequest, instances: Any) -> HttpResponse | None:
    """A page that lists the uses, when a stage of a continuum to be deleted is in use."""
    used = [
        (stage, uses)
        for continuum in instances
        if isinstance(continuum, Continuum)
        for stage in continuum.stages.all()
        if (uses := continuum.uses.get(stage.pk))
    ]
    if not used:
        return None
    return TemplateResponse(
        request, "coprod_pages/continuum/admin/in_use.html", {"used": used}, status=409
    )
