"""One contribution opened at the desk, and the form to enter one for somebody."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail_modeladmin.views import InstanceSpecificView, WMABaseView

from . import desk, desk_forms, ending, photographs
from .choices import OPEN, State
from .entering import EnterForm, enter
from .form_pages import STEPS
from .forms import YouForm
from .models import Contribution
from .refusals import CannotDo
from .similar import similar_case_studies, similar_contributions
from .standing import may_triage

Do = Callable[[Contribution, Any, dict[str, Any]], bool]


@dataclass(frozen=True)
class Action:
    """Something that can be done: its form, what it does, when it is offered and to whom."""

    form: type[forms.Form]
    do: Do
    done: Any
    offered: Callable[[Contribution], bool]
    triage_only: bool = True
    # It changes the draft: for those who may edit that.
    edits_draft: bool = False


ACTIONS: dict[str, Action] = {
    "start": Action(
        desk_forms.NothingToFillIn,
        lambda contribution, user, _answers: desk.start_case_study(contribution, user),
        gettext_lazy("Here is the draft. Nobody outside can see it."),
        lambda contribution: contribution.state in OPEN and not contribution.case_study_id,
        triage_only=False,
    ),
    "ended": Action(
        desk_forms.NothingToFillIn,
        lambda contribution, user, _answers: ending.note_done(contribution, user),
        gettext_lazy("Thank you. It is written down that it is done."),
        lambda contribution: bool(ending.what_to_do(contribution)),
        triage_only=False,
    ),
    "photographs": Action(
        desk_forms.NothingToFillIn,
        lambda contribution, user, _answers: photographs.put_into_draft(contribution, user),
        gettext_lazy("The photographs are at the end of the story. Say what each one shows."),
        photographs.can_be_put,
        triage_only=False,
        edits_draft=True,
    ),
    "ask": Action(
        desk_forms.AskForm,
        lambda contribution, user, answers: desk.ask(contribution, user, answers["text"]),
        gettext_lazy("Your question is asked."),
        lambda contribution: contribution.state in desk.ASKED_FROM,
        triage_only=False,
    ),
    "note": Action(
        desk_forms.NoteAnswerForm,
        lambda _one, user, answers: desk.note_answer(answers["question"], user, answers["answer"]),
        gettext_lazy("The answer is written down."),
        lambda contribution: contribution.questions.filter(answered_at=None).exists(),
        triage_only=False,
    ),
    "hand": Action(
        desk_forms.HandForm,
        lambda contribution, user, answers: desk.hand_to(contribution, answers["colleague"], user),
        gettext_lazy("It is handed over."),
        lambda contribution: contribution.state != State.WITHDRAWN,
    ),
    "duplicate": Action(
        desk_forms.DuplicateForm,
        lambda contribution, user, answers: desk.mark_duplicate(
            contribution, answers["reference"], user
        ),
        gettext_lazy("The two are linked."),
        lambda contribution: contribution.duplicate_of_id is None,
    ),
    "part": Action(
        desk_forms.NothingToFillIn,
        lambda contribution, user, _answers: desk.unmark_duplicate(contribution, user),
        gettext_lazy("They are no longer linked."),
        lambda contribution: contribution.duplicate_of_id is not None,
    ),
    "decline": Action(
        desk_forms.DeclineForm,
        lambda contribution, user, answers: desk.decline(contribution, user, answers["text"]),
        gettext_lazy("It is declined."),
        lambda contribution: contribution.state in OPEN,
    ),
    "release": Action(
        desk_forms.NothingToFillIn,
        lambda contribution, user, _answers: desk.release(contribution, user),
        gettext_lazy("It is on the desk now, with the others."),
        lambda contribution: contribution.looks_automatic,
    ),
}


class OpenView(InstanceSpecificView):
    """What they sent, beside what it became, and everything that can be done."""

    page_title = gettext_lazy("Contribution")
    media = forms.Media()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Do one thing. What was typed comes back when it cannot be done."""
        name = request.POST.get("action", "")
        action = ACTIONS.get(name)
        if action is None or not self.may_do(action):
            messages.error(request, _("This cannot be done here."))
            return self.again({}, 403)
        form = self.form_for(name, request.POST)
        if not form.is_valid():
            return self.again({name: form}, 422)
        try:
            was_done = action.do(self.instance, request.user, form.cleaned_data)
        except CannotDo as refusal:
            form.add_error(None, str(refusal))
            self.instance.refresh_from_db()
            return self.again({name: form}, 422)
        if was_done:
            messages.success(request, action.done)
        else:
            messages.info(request, _("That was done already."))
        return redirect(self.address_after(name))

    def may_do(self, action: Action) -> bool:
        """Whether it is for this person, at any time."""
        if action.edits_draft:
            page = self.instance.case_study
            return page is not None and photographs.may_change(page, self.request.user)
        return not action.triage_only or may_triage(self.request.user)

    def address_after(self, name: str) -> str:
        self.instance.refresh_from_db()
        if name == "start" and self.instance.case_study_id:
            return reverse("wagtailadmin_pages:edit", args=[self.instance.case_study_id])
        return self.url_helper.get_action_url("inspect", self.instance.pk)

    def again(self, tried: dict[str, forms.Form], status: int) -> HttpResponse:
        """The page once more, with what was typed and what is wrong with it."""
        return self.render_to_response(self.get_context_data(tried=tried), status=status)

    def form_for(self, name: str, data: Any = None, **kwargs: Any) -> forms.Form:
        return ACTIONS[name].form(
            data,
            contribution=self.instance,
            user=self.request.user,
            auto_id=f"id_{name}_%s",
            **kwargs,
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        tried = kwargs.pop("tried", {})
        contribution, user = self.instance, self.request.user
        offered = {
            name: tried.get(name) or self.form_for(name)
            for name, action in ACTIONS.items()
            if name in tried or (action.offered(contribution) and self.may_do(action))
        }
        page = contribution.case_study
        context = {
            "contribution": contribution,
            "answers": answers_of(contribution),
            "shows_contact": may_triage(user),
            "files": contribution.files.all(),
            "to_act_on": ending.what_to_do(contribution),
            "about_photographs": photographs.why_not(contribution),
            "consents": contribution.consents.all(),
            "questions": contribution.questions.select_related("asked_by"),
            "draft": page,
            "may_edit_draft": bool(page) and page.permissions_for_user(user).can_edit(),
            "similar_case_studies": similar_case_studies(contribution),
            "similar_contributions": similar_contributions(contribution, user),
            "offered": offered,
            "history_url": self.url_helper.get_action_url("history", contribution.pk),
        }
        return super().get_context_data(**{**context, **kwargs})

    def get_template_names(self) -> str:
        return self.model_admin.get_inspect_template()


def answers_of(contribution: Contribution) -> list[tuple[Any, str]]:
    """Every question of the form about the example, with what was answered."""
    boroughs = ", ".join(borough.name for borough in contribution.boroughs.all())
    answers = []
    for step in STEPS:
        for name, field in step.base_fields.items():
            if name in YouForm.base_fields:
                continue
            written = boroughs if name == "boroughs" else getattr(contribution, name)
            choices = dict(getattr(field, "choices", None) or {}) if name != "boroughs" else {}
            answers.append((field.label, str(choices.get(written, written))))
    return answers


class EnterView(WMABaseView):
    """An example that came by telephone or post, written down for whoever sent it."""

    page_title = gettext_lazy("Enter an example for somebody")
    media = forms.Media()

    def check_action_permitted(self, user: Any) -> bool:
        return self.permission_helper.user_can_create(user)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Keep it, and open it; or say what is missing."""
        form = EnterForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("Not everything is there yet. See below."))
            return self.render_to_response(self.get_context_data(form=form), status=422)
        contribution = enter(form, request.user)
        words = _("%(reference)s is on the desk.") % {"reference": contribution.reference}
        messages.success(request, words)
        return redirect(self.url_helper.get_action_url("inspect", contribution.pk))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"form": EnterForm(), **kwargs})

    def get_template_names(self) -> str:
        return self.model_admin.get_create_template()
