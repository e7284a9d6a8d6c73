"""Answers that several of the contributor's pages give."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ..public_forms.private_pages import TOO_MANY

TEMPLATES = "coprod_pages/contributions"


def no_such_link(request: HttpRequest) -> HttpResponse:
    """The link opens nothing, or nothing any more."""
    return render(request, f"{TEMPLATES}/no_such_link.html", {}, status=404)


def withdrawn(request: HttpRequest) -> HttpResponse:
    """What the link asked about is withdrawn."""
    return render(request, f"{TEMPLATES}/withdrawn.html", {}, status=410)


def too_many(request: HttpRequest) -> HttpResponse:
    """It was done too often from there, or to that address."""
    response = render(request, f"{TEMPLATES}/too_many.html", {"said": TOO_MANY}, status=429)
    response["Retry-After"] = "3600"
    return response
