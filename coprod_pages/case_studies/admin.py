"""Case studies in the admin: the flat list, and the tags that are offered."""

from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import PageStatusColumn
from wagtail.admin.viewsets.pages import PageListingViewSet

from ..taxonomy.models import Tag
from .models import CaseStudyPage


class CaseStudyListingViewSet(PageListingViewSet):
    """All case studies in one list, with filters and export."""

    model = CaseStudyPage
    icon = "coprod-compendium"
    menu_label = _("Case studies")
    menu_order = 100
    add_to_admin_menu = True
    list_display = [
        "title",
        Column("looked_after_by", label=_("Looked after by")),
        Column("provenance", label=_("Provenance"), accessor="get_provenance_display"),
        DateColumn(
            "latest_revision_created_at",
            label=_("Last edited"),
            sort_key="latest_revision_created_at",
        ),
        PageStatusColumn("status", label=_("State"), sort_key="live"),
    ]
    list_filter = [
        "live",
        "looked_after_by",
        "provenance",
        "themes",
        "boroughs",
        "stage_rows__stage",
    ]
    list_export = ["title", "live", "looked_after_by", "provenance", "source_id", "url"]
    export_filename = "case-studies"


case_study_listing = CaseStudyListingViewSet("case_studies")


def suggest_tags(request: HttpRequest) -> JsonResponse:
    """Names of tags that hold what was typed, preferred names only, for the tag field."""
    text = request.GET.get("term", "").replace("\x00", "").strip()[:100]
    return JsonResponse(Tag.autocomplete_names(text) if text else [], safe=False)


admin_urls = [path("case-study-tags/", suggest_tags, name="coprod_tag_suggestions")]
