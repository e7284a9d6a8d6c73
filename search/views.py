"""Searching the whole site."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from coprod_pages.paging import page_of

from .results import find_everywhere

RESULTS_PER_PAGE = 15


def search(request: HttpRequest) -> HttpResponse:
    """Everything public that holds all the words, best first; case studies included."""
    text = request.GET.get("query", "")
    results = find_everywhere(text)
    page = page_of(results.page_ids, RESULTS_PER_PAGE, request.GET)
    context = {
        "text": text.strip()[:200],
        "searched": bool(results.query),
        "page_of_results": page,
        "results": results.load(page.object_list),
        "case_study_count": results.case_study_count,
    }
    return TemplateResponse(request, "search/search.html", context)
