"""Pages for anybody who wants a document: of one case study, or of what a search finds."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from ..case_studies.models import CaseStudyPage
from ..client_address import client_address
from ..public_forms.forms import PublicForm
from ..public_forms.private_pages import keep_private, private_page
from ..public_forms.rate_limit import may_send
from .booklets import FORMS, BookletChoice, ask_for_single, single_key
from .choices import Kind, Length, State
from .making_models import Making
from .permitted import may_be_in_editions, take_down_what_may_not_be_shown
from .serving import file_response, makings_of

TEMPLATES = "coprod_pages/editions"
# In an hour from one network address: a booklet takes a worker seconds, and an office shares one.
MOST_BOOKLETS = 10
MOST_SINGLES = 60
# Seconds after which a page that waits is loaded anew.
RELOADED_EVERY = "3"
TOO_MANY = _(
    "Many documents have been asked for from where you are. Please wait an hour and try again."
)


class BookletForm(PublicForm):
    """How a booklet is to be."""

    form = forms.ChoiceField(
        label=_("As"), choices=[("pdf", _("PDF")), ("docx", _("Word"))], initial="pdf"
    )
    length = forms.ChoiceField(
        label=_("Each case study"), choices=Length.choices, initial=Length.FULL
    )


@private_page
def new_booklet(request: HttpRequest) -> HttpResponse:
    """What a search would give as a booklet, and the button that has it made.

    The search stands in the address, as in the compendium; what is posted is only the form.
    """
    choice = BookletChoice(request.GET)
    form, status = BookletForm(), 200
    if request.method == "POST" and choice.may_be_made:
        form, status = BookletForm(request.POST), 422
        if form.is_valid():
            if may_send("booklet", client_address(request), MOST_BOOKLETS):
                made = choice.ask(form.cleaned_data["form"], form.cleaned_data["length"])
                return redirect("coprod_booklet", made.secret)
            form.add_error(None, TOO_MANY)
            status = 429
    context = {"choice": choice, "form": form, "query": choice.listing.query}
    return render(request, f"{TEMPLATES}/new_booklet.html", context, status=status)


@private_page
def booklet(request: HttpRequest, secret: str) -> HttpResponse:
    """How far a booklet is; the way to it once it is made."""
    making = _kept(secret)
    if making is None:
        return _gone(request)
    row = making.files.first() if making.state == State.DONE else None
    return _waiting(request, making, row)


@private_page
def booklet_file(request: HttpRequest, secret: str, form: str) -> HttpResponse:
    """The file of a booklet."""
    making = _kept(secret)
    row = making.files.filter(form=FORMS[form]).first() if making is not None else None
    return _gone(request) if row is None else file_response(row, f"booklet.{form}")


def _kept(secret: str) -> Making | None:
    making = makings_of(Kind.BOOKLET, secret)
    if making is None:
        return None
    take_down_what_may_not_be_shown(Making.objects.filter(pk=making.pk))
    making.refresh_from_db()
    return making if making.down_since is None and not making.is_over else None


def _gone(request: HttpRequest) -> HttpResponse:
    return render(request, f"{TEMPLATES}/booklet_gone.html", {}, status=410)


def _waiting(request: HttpRequest, making: Making, row: object) -> HttpResponse:
    context = {
        "making": making,
        "row": row,
        "title": making.content["title"],
        "subtitle": making.content.get("subtitle", ""),
        "form": next((name for name, form in FORMS.items() if form in making.forms), "pdf"),
    }
    response = render(request, f"{TEMPLATES}/waiting.html", context)
    if making.is_in_hand:
        response["Refresh"] = RELOADED_EVERY
    return response


def single(request: HttpRequest, path: str, form: str) -> HttpResponse:
    """One case study as a document. Made when it is first asked for, then kept for its version."""
    page = _case_study_at(request, path)
    take_down_what_may_not_be_shown(Making.objects.filter(key=single_key(page, form)))
    making = Making.objects.filter(key=single_key(page, form)).first()
    if making is None or making.is_useless:
        if not may_send("document", client_address(request), MOST_SINGLES):
            context = {"said": TOO_MANY, "case_study": page}
            return keep_private(render(request, f"{TEMPLATES}/too_many.html", context, status=429))
        making = ask_for_single(page, form)
    row = making.files.first() if making.state == State.DONE else None
    if row is not None:
        return file_response(row, f"{page.slug}.{form}")
    return keep_private(_waiting(request, making, None))


def _case_study_at(request: HttpRequest, path: str) -> CaseStudyPage:
    found = Page.find_for_request(request, path)
    page = may_be_in_editions().filter(pk=found.pk).first() if found is not None else None
    if page is None:
        raise Http404
    return page
