"""Case studies in the admin: the flat list, and the tags that are offered."""

from collections.abc import Iterable

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import PageStatusColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet

from ..safe_exports import SafeExportMixin
from ..taxonomy.models import Tag
from .models import CaseStudyPage


class CaseStudyListView(SafeExportMixin, IndexView):
    """The list, with organisations and consents read once."""

    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().select_related("looked_after_by", "consent")


class CaseStudyListingViewSet(PageListingViewSet):
    """All case studies in one list, with filters and export."""

    index_view_class = CaseStudyListView

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
    ]
    list_export = ["title", "live", "looked_after_by", "provenance", "source_id", "url"]
    export_filename = "case-studies"


case_study_listing = CaseStudyListingViewSet("case_studies")


MOST_USES_LISTED = 20


def refuse_to_delete_what_is_used(
    request: HttpRequest, instances: Iterable[Model]
) -> HttpResponse | None:
    """A page that lists the uses, when a value to be deleted is on a case study.

    Deleting a theme, a borough or an equality group would take it off every case study
    without a word: the database protects single choices by itself, but not lists of them.
    """
    used = [
        {
            "term": term,
            "count": term.case_studies.count(),
            "case_studies": term.case_studies.order_by("title")[:MOST_USES_LISTED],
        }
        for term in instances
        if hasattr(term, "case_studies") and term.case_studies.exists()
    ]
    if not used:
        return None
    return TemplateResponse(
        request, "coprod_pages/case_studies/admin/in_use.html", {"used": used}, status=409
    )


def suggest_tags(request: HttpRequest) -> JsonResponse:
    """Names of tags that hold what was typed, preferred names only, for the tag field."""
    text = request.GET.get("term", "").replace("\x00", "").strip()[:100]
    return JsonResponse(Tag.autocomplete_names(text) if text else [], safe=False)


admin_urls = [path("case-study-tags/", suggest_tags, name="coprod_tag_suggestions")]
