"""The contributor's pages: no account, no cookie, no page that a cache or another site sees.

Whoever holds the link may use it, so a form here needs no token of its own against requests
from other sites: there is nothing in the browser that such a request could make use of.
"""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ..public_forms.private_pages import TOO_MANY, may_do, may_mail, private_page
from ..public_forms.rate_limit import may_send
from . import intake
from .choices import Purpose, State
from .files import MOST_FILES, add_file, remove_file
from .form_pages import STEPS, StartForm
from .links import address, find_link
from .models import Contribution, ContributionLink
from .own_views import WITHDRAW, answer, confirm, own, withdraw
from .responses import TEMPLATES, no_such_link, too_many, withdrawn
from .small_forms import AddressForm, FileForm
from .step_form import StepForm

# Of one example, also those that are taken off again: each has to be unpacked.
FILES_PER_HOUR = 40
FILES, CHECK, LATER, BACK, SEND = "files", "check", "later", "back", "send"
# What links for a purpose open that a feature above this one knows about: it says so here.
opened_by: dict[str, Callable[[HttpRequest, ContributionLink, str], HttpResponse]] = {}
BY_SLUG: dict[str, type[StepForm]] = {step.slug: step for step in STEPS}
# The pages as they follow each other. The last is for those who want to read it once more, or to
# add files: whoever does not sends it from the one before.
ORDER = [*BY_SLUG, CHECK]


@private_page
def start(request: HttpRequest) -> HttpResponse:
    """The first page of questions. Nothing is kept before it is sent."""
    status = 200
    if request.method == "POST":
        form = StartForm(request.POST)
        status = 422
        if form.is_valid():
            if may_do(request, "contribute"):
                secret = intake.begin(form)
                return redirect(next_address(request, secret, form.slug))
            form.add_error(None, TOO_MANY)
            status = 429
    else:
        form = StartForm()
    response = render_step(request, form, None, "", status)
    # Whoever goes back to it gets what their own browser has kept: the same form with the same
    # key, and so changes what they have begun. Whoever comes to it anew gets a new one.
    response["Cache-Control"] = "private, no-cache"
    return response


@private_page
def contribution(request: HttpRequest, secret: str) -> HttpResponse:
    """Where a link leads: to the questions, to the confirmation, to the answer, or to one's own."""
    link = find_link(secret)
    if link is None:
        return no_such_link(request)
    if link.purpose != Purpose.OWN and link.contribution.state == State.WITHDRAWN:
        return withdrawn(request)
    if link.purpose == Purpose.CONFIRM:
        return confirm(request, link)
    if link.purpose == Purpose.ANSWER:
        return answer(request, link, secret)
    if link.purpose in opened_by:
        return opened_by[link.purpose](request, link, secret)
    if link.contribution.may_be_changed:
        return redirect(address(secret, next(iter(intake.unanswered(link.contribution)), CHECK)))
    return own(request, link.contribution, secret)


@private_page
def step(request: HttpRequest, secret: str, slug: str) -> HttpResponse:
    """One page of the form, or one thing to do with what was sent."""
    link = find_link(secret)
    if link is None or link.purpose != Purpose.OWN:
        return no_such_link(request)
    held = link.contribution
    if slug == WITHDRAW:
        return withdraw(request, held, secret)
    if not held.may_be_changed:
        return redirect(address(secret))
    if slug in BY_SLUG:
        return questions(request, held, secret, BY_SLUG[slug])
    others = {FILES: files, CHECK: check, LATER: later}
    return others[slug](request, held, secret) if slug in others else no_such_link(request)


def questions(
    request: HttpRequest, held: Contribution, secret: str, form_class: type[StepForm]
) -> HttpResponse:
    """A page of questions. What can be kept is kept, also when something else is wrong."""
    if request.method != "POST":
        form = form_class(initial=form_class.answers_of(held))
        return render_step(request, form, held, secret, 200)
    form = form_class(request.POST)
    is_complete = form.is_valid()
    if not intake.keep(held, form):
        return redirect(address(secret))
    leaves = BACK in request.POST or LATER in request.POST
    if leaves and not form.loses_something():
        return redirect(address(secret, LATER if LATER in request.POST else before(form.slug)))
    if not is_complete:
        return render_step(request, form, held, secret, 422)
    if SEND in request.POST and form.slug == ORDER[-2]:
        held.refresh_from_db()
        return send(request, held, secret)
    return redirect(next_address(request, secret, form.slug))


def render_step(
    request: HttpRequest, form: StepForm, held: Contribution | None, secret: str, status: int
) -> HttpResponse:
    """A page of questions as HTML."""
    place = ORDER.index(form.slug)
    context = {
        "form": form,
        "number": place + 1,
        "total": len(STEPS),
        "contribution": held,
        "goes_back": place > 0,
        "sends": form.slug == ORDER[-2] and CHECK not in request.GET,
    }
    return render(request, f"{TEMPLATES}/step.html", context, status=status)


def before(slug: str) -> str:
    """The page before this one."""
    return ORDER[max(ORDER.index(slug) - 1, 0)]


def next_address(request: HttpRequest, secret: str, slug: str) -> str:
    """The page after this one; after a correction, the overview again."""
    following = CHECK if CHECK in request.GET else ORDER[ORDER.index(slug) + 1]
    return address(secret, following)


def files(request: HttpRequest, held: Contribution, secret: str) -> HttpResponse:
    """Photographs and documents: add one, take one off, or go on without."""
    form, status = FileForm(), 200
    if request.method == "POST":
        if "remove" in request.POST:
            remove_file(held, request.POST["remove"])
            return redirect(address(secret, FILES))
        # A file that was chosen is kept, whichever button was pressed.
        if "add" in request.POST or "file" in request.FILES:
            form, status = FileForm(request.POST, request.FILES), 422
            if form.is_valid() and not may_send("file", held.reference, FILES_PER_HOUR):
                form.add_error(None, TOO_MANY)
                status = 429
            elif form.is_valid():
                try:
                    add_file(held, form.cleaned_data.pop("file"), **form.cleaned_data)
                except ValidationError as error:
                    form.add_error("file", error)
        if not form.errors:
            return redirect(after_files(request, secret))
    context = {
        "form": form,
        "contribution": held,
        "secret": secret,
        "back": address(secret, CHECK),
        "is_full": held.files.count() >= MOST_FILES,
    }
    return render(request, f"{TEMPLATES}/files.html", context, status=status)


def after_files(request: HttpRequest, secret: str) -> str:
    """The page that the button leads to."""
    if "add" in request.POST:
        return address(secret, FILES)
    return address(secret, LATER if LATER in request.POST else CHECK)


def send(request: HttpRequest, held: Contribution, secret: str) -> HttpResponse:
    """Send it, or say on which page what is missing."""
    if intake.unanswered(held):
        return show_all(request, held, secret, 422)
    if not may_mail(request, held.email):
        return too_many(request)
    intake.send(held)
    return redirect(address(secret))


def check(request: HttpRequest, held: Contribution, secret: str) -> HttpResponse:
    """Everything that was written, to read once more, and to send."""
    if request.method == "POST":
        return send(request, held, secret)
    return show_all(request, held, secret, 200)


def show_all(request: HttpRequest, held: Contribution, secret: str, status: int) -> HttpResponse:
    """All the answers, each with the way to change it."""
    wrong = intake.unanswered(held)
    context = {
        "contribution": held,
        "secret": secret,
        "steps": [(form, wrong.get(form.slug, [])) for form in STEPS],
        "wrong": wrong,
        "was_sent": status == 422,
    }
    return render(request, f"{TEMPLATES}/check.html", context, status=status)


def later(request: HttpRequest, held: Contribution, secret: str) -> HttpResponse:
    """Coming back another time: the link, by mail or to copy."""
    form, status, sent = AddressForm(initial={"email": held.email}), 200, False
    if request.method == "POST":
        form, status = AddressForm(request.POST), 422
        if form.is_valid():
            email = form.cleaned_data["email"]
            if not may_mail(request, email):
                form.add_error(None, TOO_MANY)
                status = 429
            else:
                intake.send_link_for_later(held, email)
                status, sent = 200, True
    context = {"form": form, "contribution": held, "secret": secret, "sent": sent}
    return render(request, f"{TEMPLATES}/later.html", context, status=status)
