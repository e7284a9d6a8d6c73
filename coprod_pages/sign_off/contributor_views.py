"""What a contributor's link to the exact text opens."""

from django.http import HttpRequest, HttpResponse

from ..contributions.choices import Purpose
from ..contributions.links import address, find_link
from ..contributions.models import ContributionLink
from ..public_forms.private_pages import private_page
from . import text_views


def sign_off(request: HttpRequest, link: ContributionLink, secret: str) -> HttpResponse:
    """The text as it will look, with the question."""
    return text_views.text(request, link.contribution, address(secret))


@private_page
def picture(request: HttpRequest, secret: str, path: str) -> HttpResponse:
    """A picture of the text that the link shows, and no other."""
    link = find_link(secret)
    is_for_text = link is not None and link.purpose == Purpose.SIGN_OFF
    asked = link.contribution if is_for_text else None
    return text_views.picture(request, asked, address(secret), path)
