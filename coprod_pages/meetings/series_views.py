"""Making more meetings like one, in the admin: first looked at, then made."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .models import MeetingPage
from .series import MOST, Rhythm, make, occurrences


class SeriesForm(forms.Form):
    """How many more meetings, and how often."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=255,
        help_text=gettext_lazy("The same for all of them. Each can be changed afterwards."),
    )
    count = forms.IntegerField(
        label=gettext_lazy("How many more"), min_value=1, max_value=MOST, initial=1
    )
    every = forms.IntegerField(label=gettext_lazy("Every"), min_value=1, max_value=52, initial=6)
    rhythm = forms.ChoiceField(
        label=gettext_lazy("Weeks or months"), choices=Rhythm.choices, initial=Rhythm.WEEKS
    )


def series(request: HttpRequest, page_id: int) -> HttpResponse:
    """One more meeting, or several: drafts, for each to be looked at and published."""
    meeting = get_object_or_404(MeetingPage, pk=page_id)
    index = meeting.get_parent()
    if not meeting.permissions_for_user(request.user).can_copy():
        raise PermissionDenied
    if not index.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    form = SeriesForm(request.POST or None, initial={"title": meeting.title})
    wanted: list[Any] = []
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            wanted = occurrences(
                meeting, said["rhythm"], said["every"], said["count"], said["title"]
            )
        except ValueError:
            form.add_error(None, _("On one of the days the clocks leave this hour out."))
        except OverflowError:
            form.add_error("every", _("That is too far ahead."))
        if wanted and "make" in request.POST:
            made = make(meeting, wanted, request.user)
            said_count = ngettext("%(count)s draft made.", "%(count)s drafts made.", len(made))
            messages.success(request, said_count % {"count": len(made)})
            return redirect("wagtailadmin_explore", index.pk)
    title = _("More meetings like this")
    context = {
        "form": form,
        "meeting": meeting,
        "wanted": wanted,
        "header_title": title,
        "header_icon": "copy",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_explore", args=(index.pk,)), "label": index.title},
            {"url": reverse("wagtailadmin_pages:edit", args=(meeting.pk,)), "label": meeting.title},
            {"url": "", "label": title},
        ],
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "coprod_pages/meetings/admin/series.html", context, status=status)


admin_urls = [path("coprod-meetings/<int:page_id>/series/", series, name="coprod_meeting_series")]
