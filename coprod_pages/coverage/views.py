"""The report of what is missing, and the button that begins a call for it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from ..compendium.coverage import Covered, context_of_coverage, coverage
from ..compendium.trying import compendium_address
from .calls import begin_call, may_call


def report(request: HttpRequest) -> HttpResponse:
    """What there are no or few examples of, for everybody who may use the admin."""
    context = {
        **context_of_coverage(),
        "page_title": _("What is missing"),
        "header_title": _("What is missing"),
        "header_icon": "table",
        "address": compendium_address(),
        "may_call": may_call(request.user),
    }
    return render(request, "coprod_pages/compendium/admin/coverage.html", context)


@require_POST
def call(request: HttpRequest, parameter: str, slug: str) -> HttpResponse:
    """Begin a call for a value without case studies, or open the one that was begun."""
    if not may_call(request.user):
        raise PermissionDenied
    value = _value(parameter, slug)
    if value.count:
        messages.warning(request, _("There is an example by now, so no call was begun."))
        return redirect("coprod_coverage")
    page, is_new = begin_call(value, request.user)
    if is_new:
        messages.success(request, _("Here is a draft of a call. Change what you like."))
    else:
        messages.info(request, _("Somebody has begun this call before. Here it is."))
    if page.permissions_for_user(request.user).can_edit():
        return redirect("wagtailadmin_pages:edit", page.pk)
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def _value(parameter: str, slug: str) -> Covered:
    for facet in coverage():
        for value in facet.values:
            if (value.parameter, value.term.slug) == (parameter, slug):
                return value
    raise Http404
