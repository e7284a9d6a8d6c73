"""What follows from publishing a meeting, and what may not happen to one that people come to."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.signals import page_published

from .announcing import expects_people, follow
from .models import MeetingPage

REFUSED = _(
    "People have registered for “%(meeting)s”. Publish it as cancelled instead: they are told then."
)


def connect_signals() -> None:
    """Called once, when the app is ready."""
    page_published.connect(
        follow_publishing, sender=MeetingPage, dispatch_uid="coprod_meeting_published"
    )


def follow_publishing(instance: MeetingPage, **_others: Any) -> None:
    """Everybody who registered is told what is different."""
    follow(instance)


def refuse_while_people_come(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A meeting that people come to does not vanish without a word: not by itself, nor with others."""
    within = MeetingPage.objects.live().upcoming().descendant_of(page, inclusive=True)
    expected = next((meeting for meeting in within if expects_people(meeting)), None)
    if expected is None:
        return None
    messages.error(request, REFUSED % {"meeting": expected.title})
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def refuse_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """The same for several at once."""
    if action_type not in ("delete", "unpublish"):
        return None
    for each in objects:
        if isinstance(each, Page) and (refused := refuse_while_people_come(request, each)):
            return refused
    return None
