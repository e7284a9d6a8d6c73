"""Addresses that are about the site as a whole: health, robots, media, refusals."""

import mimetypes

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import get_conditional_response
from wagtail.images import get_image_model

from coprod_pages.media_visibility import is_public, may_be_seen_by

# Django refuses these as "suspicious"; most are somebody who has pasted a book.
TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
# Renditions only: originals and documents are never served by their place on disk.
RENDITIONS = "images/"
# Pictures of themselves that editors may choose; for other editors alone.
AVATARS = "avatar_images/"


def healthz(request: HttpRequest) -> JsonResponse:
    """Whether the database answers and is up to date; 503 with the reason when not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        executor = MigrationExecutor(connection)
        pending = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except Exception:  # noqa: BLE001  whatever is wrong, the answer is "not well"
        return JsonResponse({"status": "error", "database": "unreachable"}, status=503)
    if pending:
        return JsonResponse({"status": "error", "database": "migrations pending"}, status=503)
    return JsonResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


def favicon(request: HttpRequest) -> HttpResponse:
    """The icon, for browsers that ask for it at the address they have always asked."""
    return redirect(static("img/favicon.svg"))


def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may read: everything public except searches, which never end.

    Every case study is in the sitemap, so nothing is lost by leaving out the facets.
    """
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    closed = ["/admin/", "/search/", "/compendium/?"]
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed), f"Sitemap: {sitemap}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def media(request: HttpRequest, path: str) -> HttpResponse:
    """A picture in a size that some public page uses; anything else is not there."""
    user = getattr(request, "user", AnonymousUser())
    if path.startswith(AVATARS) and user.has_perm("wagtailadmin.access_admin"):
        return _file(path, public=False)
    rendition_model = get_image_model().get_rendition_model()
    if not path.startswith(RENDITIONS):
        raise Http404
    rendition = rendition_model.objects.filter(file=path).select_related("image").first()
    if rendition is None:
        raise Http404
    public = is_public(rendition.image)
    if not public and not may_be_seen_by(user, rendition.image):
        raise Http404
    if not public:
        return _file(path, public=False)
    # A new picture is a new rendition: what a browser or a cache has is good while it is allowed.
    etag = f'"rendition-{rendition.pk}"'
    unchanged = get_conditional_response(request, etag=etag)
    return unchanged or _file(path, public=True, etag=etag)


def _file(path: str, public: bool, etag: str = "") -> FileResponse:
    if not default_storage.exists(path):
        raise Http404
    response = FileResponse(default_storage.open(path), content_type=mimetypes.guess_type(path)[0])
    # Whoever keeps it asks each time: a picture may be withdrawn on any day, and is gone then.
    response["Cache-Control"] = "public, no-cache" if public else "private, no-store"
    if etag:
        response["ETag"] = etag
    response["X-Content-Type-Options"] = "nosniff"
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What was sent is too much (413), or cannot be read (400), in words for who sent it.

    The page knows nothing of the request: to read what was sent is what has just failed.
    """
    is_too_much = isinstance(exception, TOO_MUCH)
    page = render_to_string("400.html", {"is_too_much": is_too_much})
    response = HttpResponse(page, status=413 if is_too_much else 400)
    response["Cache-Control"] = "private, no-store"
    return response


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The 403 page in the site's own dress."""
    return render(request, "403.html", {"site_name": settings.WAGTAIL_SITE_NAME}, status=403)
