"""The diagram outside of our own pages: as an image, as a picture, in a frame of another site."""

import hashlib
from base64 import b64encode
from functools import cache
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response
from django.utils.safestring import mark_safe
from django.utils.translation import get_language_bidi
from PIL import ImageFont

from .diagram import Stage
from .drawing import picture_of

if TYPE_CHECKING:
    from .pages import ContinuumPage

# Everything it needs is in it: nothing may be loaded, and nothing but its own style may apply.
IMAGE_POLICY = "default-src 'none'; style-src 'sha256-{style}'; font-src data:"
# The one answer that others may show in a frame. It can ask for our style sheet and nothing else.
FRAME_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors *"
)
STYLE = (
    '@font-face{{font-family:"Continuum";src:url(data:font/ttf;base64,{font}) format("truetype")}}'
    "text{{font-family:Continuum,sans-serif}}"
    "a:focus-visible{{outline:4px solid #f2b632}}"
    "a:hover text{{text-decoration:underline}}"
)


@cache
def style() -> str:
    """The style of an image that stands alone, with its font: the one that comes with Pillow.

    It is a part of Aileron, which its author gave into the public domain.
    """
    return STYLE.format(font=b64encode(ImageFont.load_default(size=20).font_bytes).decode())


def standing_alone(page: "ContinuumPage", request: HttpRequest) -> HttpResponse:
    """The diagram as an SVG that needs nothing else."""
    _refuse_nothing_to_draw(page)
    text = render_to_string(
        "coprod_pages/continuum/image.svg",
        # Without the request: addresses in the file are the site's own, whoever asks for it.
        {"page": page, "continuum": page.continuum, "style": mark_safe(style())},  # noqa: S308
    )
    content = text.strip().encode()
    response = HttpResponse(content, content_type="image/svg+xml; charset=utf-8")
    digest = b64encode(hashlib.sha256(style().encode()).digest()).decode()
    response["Content-Security-Policy"] = (
        IMAGE_POLICY.format(style=digest) + "; frame-ancestors 'self'"
    )
    return _to_be_asked_for_again(request, response)


def picture(page: "ContinuumPage", request: HttpRequest) -> HttpResponse:
    """The diagram as a PNG, as large as sites that show shared links ask for."""
    _refuse_nothing_to_draw(page)
    stages = tuple(
        Stage(
            name=stage.name,
            short_label=stage.short_label,
            description="",
            slug=stage.slug,
            colour=stage.colour,
            icon=stage.icon,
            letter=stage.letter,
        )
        for stage in page.stages()
    )
    site = page.get_site()
    content = picture_of(
        page.continuum.name, stages, site.site_name or site.hostname, get_language_bidi()
    )
    return _to_be_asked_for_again(request, HttpResponse(content, content_type="image/png"))


def framed(page: "ContinuumPage", request: HttpRequest) -> HttpResponse:
    """The diagram for a frame on any site: no cookie, no script, no form."""
    _refuse_nothing_to_draw(page)
    content = render_to_string("coprod_pages/continuum/embed.html", {"page": page})
    response = HttpResponse(content)
    response["Content-Security-Policy"] = FRAME_POLICY
    response["X-Robots-Tag"] = "noindex"
    # Django's middleware then leaves out `X-Frame-Options`, here and nowhere else.
    response.xframe_options_exempt = True
    return response


def _refuse_nothing_to_draw(page: "ContinuumPage") -> None:
    if not page.stages().exists():
        raise Http404


def _to_be_asked_for_again(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Kept by whoever likes to, but asked for again: with `ETag` that costs next to nothing."""
    etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response["ETag"] = etag
    response["Cache-Control"] = "no-cache"
    return get_conditional_response(request, etag=etag, response=response)
