"""The files that came with an example: for the desk alone, and never shown inside the admin."""

from django.http import FileResponse, Http404, HttpRequest

from .models import ContributionFile
from .standing import on_the_desk_of


def download(request: HttpRequest, key: int) -> FileResponse:
    """One file, to be kept and opened outside the browser's page."""
    kept = ContributionFile.objects.filter(
        pk=key, contribution__in=on_the_desk_of(request.user)
    ).first()
    if kept is None or not kept.file.storage.exists(kept.file.name):
        raise Http404
    response = FileResponse(
        kept.file.open("rb"),
        as_attachment=True,
        filename=kept.name,
        content_type=kept.content_type,
    )
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
