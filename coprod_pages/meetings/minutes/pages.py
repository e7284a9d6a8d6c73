"""What everybody may read of decisions, actions and minutes."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils import timezone
from wagtail.rich_text import expand_db_html

from ..models import MeetingIndexPage, MeetingPage
from .models import MeetingAction
from .plain_text import plain_text, point, underlined

TEMPLATES = "coprod_pages/meetings/minutes"
# What was done or dropped is listed for so long.
LATELY = timedelta(days=90)


@dataclass(frozen=True)
class MeetingActions:
    """The actions on the page of one meeting."""

    raised: list[MeetingAction]
    carried: list[MeetingAction]


def actions_of(meeting: MeetingPage) -> MeetingActions:
    """Those raised at `meeting`, and those of earlier ones that were open when it took place."""
    shown = MeetingAction.objects.visible_to_public().select_related("meeting").by_due_date()
    carried = [] if meeting.is_cancelled else list(shown.carried_to(meeting))
    return MeetingActions(raised=list(shown.filter(meeting=meeting.pk)), carried=carried)


def beside(meeting: MeetingPage) -> dict[str, Any]:
    """What the page of a meeting shows that is not stored with it."""
    agreement = getattr(meeting, "minutes_agreement", None)
    agreed_at = None
    if agreement is not None and agreement.agreed_at_id:
        agreed_at = MeetingPage.objects.live().public().filter(pk=agreement.agreed_at_id).first()
    return {"actions": actions_of(meeting), "agreed_at": agreed_at}


def decisions(request: HttpRequest, index: MeetingIndexPage) -> HttpResponse:
    """All decisions of all meetings, newest meeting first."""
    meetings = (
        MeetingPage.objects.live()
        .public()
        .child_of(index)
        .filter(decisions__isnull=False)
        .distinct()
        .order_by("-starts_at")
        .select_related("minutes_agreement", "minutes_document")
        .prefetch_related("decisions")
    )
    context = index.get_context(request) | {"meetings": meetings}
    return TemplateResponse(request, f"{TEMPLATES}/decisions.html", context)


def actions(request: HttpRequest, index: MeetingIndexPage) -> HttpResponse:
    """Open actions by due date, then those done lately; `?owner=` narrows both to one role."""
    since = timezone.localdate() - LATELY
    shown = MeetingAction.objects.visible_to_public().select_related("meeting").by_due_date()
    shown = shown.filter(meeting__path__startswith=index.path)
    all_open = list(shown.still_open())
    done = list(shown.filter(done_on__gte=since).order_by("-done_on", "-pk"))
    # One role may be written with and without a capital letter.
    roles = {role_key(each): each.owner_role for each in [*done, *all_open]}
    owner = " ".join(request.GET.get("owner", "").split()).casefold()
    if owner in roles:
        all_open = [each for each in all_open if role_key(each) == owner]
        done = [each for each in done if role_key(each) == owner]
    context = index.get_context(request) | {
        "open_actions": all_open,
        "done_actions": done,
        "owners": sorted(roles.items()),
        "owner": owner if owner in roles else "",
        "owner_name": roles.get(owner, ""),
    }
    return TemplateResponse(request, f"{TEMPLATES}/actions.html", context)


def role_key(action: MeetingAction) -> str:
    """The role as it is compared."""
    return " ".join(action.owner_role.split()).casefold()


def minutes_to_print(request: HttpRequest, meeting: MeetingPage) -> HttpResponse:
    """Minutes, decisions and actions as a text file. Raises `Http404` where there are none."""
    if not meeting.has_minutes:
        raise Http404
    context = {
        **beside(meeting),
        "meeting": meeting,
        "title": underlined(meeting.title, "="),
        "minutes": plain_text(expand_db_html(meeting.minutes)),
        "decisions": [
            point(each.text, f"{number}. ")
            for number, each in enumerate(meeting.decisions.all(), start=1)
        ],
        "address": meeting.get_full_url(request),
    }
    text = render_to_string(f"{TEMPLATES}/minutes.txt", context)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
