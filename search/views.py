"""Searching the whole site."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from coprod_pages.compendium.everywhere import Everywhere, find_everywhere
from coprod_pages.compendium.explaining import coverage
from coprod_pages.compendium.noting import answers
from coprod_pages.paging import page_of
from coprod_pages.searching.search_log import note_search

from .results import load, parts_of

RESULTS_PER_PAGE = 15


def understood(results: Everywhere, text: str) -> dict[str, Any]:
    """What the page says of how the words were understood."""
    found, total = results.found, len(results.page_ids)
    # Pages that are no case studies always have all the words.
    only_case_studies = total == results.case_study_count
    every = found.with_all.bit_count()
    return {
        "found": found,
        "text": text.strip()[:200],
        "total": total,
        "coverage": coverage(found, every, total) if only_case_studies else "",
        "unknown": found.unknown if only_case_studies and total else (),
        "exact_query": urlencode({"query": text, "exact": "1"}),
        "suggested_query": urlencode({"query": found.suggestion}),
    }


def search(request: HttpRequest) -> HttpResponse:
    """Everything public that holds all the words, best first; case studies included."""
    text = request.GET.get("query", "")
    results = find_everywhere(text, exactly=request.GET.get("exact") == "1")
    page = page_of(results.page_ids, RESULTS_PER_PAGE, request.GET)
    note_search(request, text, answers(results.found, len(results.page_ids)))
    context = {
        "text": text.strip()[:200],
        "searched": bool(results.found.query),
        "page_of_results": page,
        "results": [
            (result, parts_of(result, results.found.query)) for result in load(page.object_list)
        ],
        "case_study_count": results.case_study_count,
        "understood": understood(results, text),
    }
    return TemplateResponse(request, "search/search.html", context)
