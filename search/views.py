"""Searching the whole site."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from .results import find_everywhere

RESULTS_PER_PAGE = 15


def search(request: HttpRequest) -> HttpResponse:
    """Everything public that holds all the words, best first; case studies included."""
    text = request.GET.get("query", "")
    results = find_everywhere(text)
    paginator = Paginator(results.page_ids, RESULTS_PER_PAGE)
    number = request.GET.get("page", "1")
    if not (number.isascii() and number.isdigit()) or len(number) > 9:
        raise Http404(_("There is no such page."))
    if not 1 <= int(number) <= paginator.num_pages:
        raise Http404(_("There is no such page."))
    page = paginator.page(int(number))
    context = {
        "text": text.strip()[:200],
        "searched": bool(results.query),
        "page_of_results": page,
        "results": results.load(page.object_list),
        "case_study_count": results.case_study_count,
    }
    return TemplateResponse(request, "search/search.html", context)
