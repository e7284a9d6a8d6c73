"""Who is quoted by name, beside a case study: naming them, asking, and what they said."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from ..case_studies.models import CaseStudyPage
from ..contributions.refusals import CannotDo
from ..contributions.standing import may_triage
from ..quoted_people.models import QuotedPerson
from . import naming
from .agreeing import open_question
from .models import ContributorAgreement
from .people_forms import AddressForm, NameForm
from .record_form import RecordedYesForm

ADDRESS = "coprod_quoted_people"


@dataclass(frozen=True)
class Action:
    """Something that can be done about one person: its form, what it does, when it is offered."""

    heading: Any
    label: Any
    done: Any
    do: Callable[[QuotedPerson, dict[str, Any], Any], bool]
    offered: Callable[[QuotedPerson], Any]
    form: type[forms.Form] = forms.Form
    triage_only: bool = False


def _is_on_the_list(person: QuotedPerson) -> bool:
    return person.state != QuotedPerson.State.RELEASED


ACTIONS = {
    "again": Action(
        gettext_lazy("Send the link"),
        gettext_lazy("Send a new link"),
        gettext_lazy("A new link is sent. The one before does not work any more."),
        lambda person, said, user: naming.ask_again(person, said["email"], user),
        open_question,
        AddressForm,
    ),
    "link": Action(
        gettext_lazy("Take the link back"),
        gettext_lazy("Take the link back"),
        gettext_lazy("The link does not work any more."),
        lambda person, _said, user: naming.take_link_back(person, user),
        lambda person: person.links.filter(purpose="sign-off", revoked_at=None).exists(),
    ),
    "record": Action(
        gettext_lazy("They said yes by telephone or on paper"),
        gettext_lazy("Record their yes"),
        gettext_lazy("Their yes is recorded."),
        lambda person, said, user: naming.record_yes(person, said["how"], said["note"], user),
        open_question,
        RecordedYesForm,
        triage_only=True,
    ),
    "release": Action(
        gettext_lazy("They are not quoted any more"),
        gettext_lazy("Take them off the list"),
        gettext_lazy("They are off the list, and are not asked any more."),
        lambda person, _said, user: naming.release(person, user),
        _is_on_the_list,
    ),
}


@dataclass(frozen=True)
class Row:
    """A person with what they said, newest first, and what can be done."""

    person: QuotedPerson
    answers: list[ContributorAgreement]
    offered: list[tuple[str, Action, forms.Form]]


def people(request: HttpRequest, page_id: int) -> HttpResponse:
    """The list, for those who may edit the case study."""
    page = get_object_or_404(CaseStudyPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if request.method == "POST":
        return _act(request, page)
    return _show(request, page)


def _act(request: HttpRequest, page: CaseStudyPage) -> HttpResponse:
    action = ACTIONS.get(request.POST.get("action", ""))
    if action is None:
        return _name(request, page)
    person = page.quoted_people.filter(reference=request.POST.get("person", "")).first()
    if person is None or (action.triage_only and not may_triage(request.user)):
        raise PermissionDenied
    form = _form_for(request.POST["action"], action, person, request.POST)
    if form.is_valid():
        try:
            was_done = action.do(person, form.cleaned_data, request.user)
        except CannotDo as refusal:
            form.add_error(None, str(refusal))
        else:
            said = action.done if was_done else _("Nothing was changed.")
            (messages.success if was_done else messages.info)(request, said)
            return redirect(ADDRESS, page.pk)
    return _show(request, page, tried={(person.pk, request.POST["action"]): form}, status=422)


def _name(request: HttpRequest, page: CaseStudyPage) -> HttpResponse:
    form = NameForm(request.POST)
    if form.is_valid():
        answers = form.cleaned_data
        try:
            was_asked = naming.name(page, answers["name"], answers["email"], request.user)
        except CannotDo as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _said_of_naming(was_asked, answers["email"]))
            return redirect(ADDRESS, page.pk)
    return _show(request, page, form, status=422)


def _said_of_naming(was_asked: bool, email: str) -> str:
    if not was_asked:
        return _("They are on the list. They are asked when the text has been reviewed.")
    if email:
        return _("They are on the list, and a link to the text is on its way to them.")
    return _("They are on the list. Please ring or visit them: a reviewer records their yes here.")


def _show(
    request: HttpRequest,
    page: CaseStudyPage,
    form: NameForm | None = None,
    tried: dict[tuple[int, str], forms.Form] | None = None,
    status: int = 200,
) -> HttpResponse:
    title = page.get_admin_display_title()
    context = {
        "page_title": _("People quoted by name"),
        "page_subtitle": title,
        "header_icon": "group",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_pages:edit", args=[page.pk]), "label": title},
            {"url": "", "label": _("People quoted by name")},
        ],
        "case_study": page,
        "form": form or NameForm(),
        "rows": [_row(one, request.user, tried or {}) for one in page.quoted_people.all()],
    }
    return render(request, "coprod_pages/quoted_people/people.html", context, status=status)


def _row(person: QuotedPerson, user: Any, tried: dict[tuple[int, str], forms.Form]) -> Row:
    answers = person.agreements.select_related("recorded_by").order_by("-pk")
    offered = [
        (name, action, tried.get((person.pk, name)) or _form_for(name, action, person))
        for name, action in ACTIONS.items()
        if action.offered(person) and (not action.triage_only or may_triage(user))
    ]
    return Row(person, list(answers), offered)


def _form_for(name: str, action: Action, person: QuotedPerson, data: Any = None) -> forms.Form:
    return action.form(
        data, initial={"email": person.email}, auto_id=f"id_{name}_{person.reference}_%s"
    )
