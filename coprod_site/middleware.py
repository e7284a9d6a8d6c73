"""Response headers that depend on where on the site a page is."""

from collections.abc import Callable

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.urls import NoReverseMatch, reverse
from wagtail.models import Site

from coprod_pages.searching.versions import kept_while_lists_stay


class CompressPages(GZipMiddleware):
    """Pages and feeds are sent compressed; pictures and documents are small already."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.streaming:
            return response
        return super().process_response(request, response)


def private_documents(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """What a signed-in person is served as a document may be private: no cache keeps it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path.startswith("/documents/") and request.user.is_authenticated:
            response["Cache-Control"] = "private, no-store"
        return response

    return middleware


class SiteCSPMiddleware(CSPMiddleware):
    """The strict policy everywhere; only the admin may run inline scripts.

    Wagtail 8.0's page editor and listings carry inline scripts and styles of their own
    (https://github.com/wagtail/wagtail/issues/1288). The admin policy has no nonce:
    with a nonce, browsers ignore 'unsafe-inline'.
    """

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponse, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and request.path.startswith(admin_root()):
            parts.replace = {
                **(parts.replace or {}),
                "script-src": [SELF, UNSAFE_INLINE],
                "style-src": [SELF, UNSAFE_INLINE],
                "img-src": [SELF, "data:", "blob:"],
                "frame-src": [SELF],
            }
        return parts


def admin_root() -> str:
    """The path under which the Wagtail admin is served."""
    try:
        return reverse("wagtailadmin_home")
    except NoReverseMatch:
        return "/admin/"


def keep_site(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """The site of a request and its home page, which every page asks for, read once a version."""

    def middleware(request: HttpRequest) -> HttpResponse:
        try:
            key = ("site", request.get_host(), request.get_port())
        except DisallowedHost:
            return get_response(request)
        # Where `Site.find_for_request` looks before it asks the database.
        request._wagtail_site = kept_while_lists_stay(key, lambda: Site.find_for_request(request))
        return get_response(request)

    return middleware


def permissions_policy(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Switch off browser features that no page here uses."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault(
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
        )
        return response

    return middleware
