"""The sections of an edition as its editor looks at them before it is made."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from ..case_studies.models import CaseStudyPage
from ..case_studies.telling_apart import about
from .choosing import ChosenSection


def shown_section(section: ChosenSection, request: HttpRequest) -> dict[str, Any]:
    """What would be in a section, what would not, and what its rule finds beside that."""
    left_out = [one.page_id for one in section.left_out if one.page_id]
    keys = [*section.pages, *section.new, *section.gone, *left_out]
    pages = (
        CaseStudyPage.objects.filter(pk__in=keys)
        .defer_streamfields()
        .select_related("lead_organisation")
        .prefetch_related("boroughs")
    )
    rows = {page.pk: _row(page, request) for page in pages}

    def named(wanted: list[int]) -> list[dict[str, str]]:
        return [rows[key] for key in wanted if key in rows]

    return {
        "section": section,
        "rows": named(section.pages),
        "new": named(section.new),
        "gone": named(section.gone),
        "left_out": [
            {"title": one.title, "why": one.why, **rows.get(one.page_id or 0, {})}
            for one in section.left_out
        ],
        "page_title": _page_title(section),
    }


def _row(page: CaseStudyPage, request: HttpRequest) -> dict[str, str]:
    """A case study with what tells it from another of the same title, and where it can be read."""
    if page.live:
        url = page.get_url(request) or ""
    else:
        url = reverse("wagtailadmin_pages:view_draft", args=(page.pk,))
    return {"title": page.title, "url": url, "about": about(page)}


def _page_title(section: ChosenSection) -> str:
    """What the page of a section is called on the site, whatever its title here."""
    if section.kind != "page":
        return ""
    return Page.objects.filter(pk__in=section.pages).values_list("title", flat=True).first() or _(
        "A page of this site"
    )
