"""The pages behind a link once an example was sent: confirm, answer, look, take back."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ..public_forms.private_pages import TOO_MANY, may_mail, private_page
from . import intake
from .choices import State, Use
from .consents import renew, take_back
from .links import address
from .models import Contribution, ContributionLink
from .responses import TEMPLATES, too_many
from .small_forms import AddressForm, AnswerForm

# Who else sends links again to an address: a feature above this one says so here.
lost_links: list[Callable[[str], int]] = [intake.send_links_again]
# Where the button that withdraws everything is.
WITHDRAW = "withdraw"


def confirm(request: HttpRequest, link: ContributionLink) -> HttpResponse:
    """One button. Opening the page changes nothing: mail programs open links too."""
    held = link.contribution
    if request.method == "POST":
        intake.confirm(held)
        held.refresh_from_db()
    context = {"contribution": held, "is_done": held.confirmed_at is not None}
    return render(request, f"{TEMPLATES}/confirm.html", context)


def answer(request: HttpRequest, link: ContributionLink, secret: str) -> HttpResponse:
    """A question of the desk, and room for the answer."""
    form, status = AnswerForm(), 200
    if request.method == "POST":
        form, status = AnswerForm(request.POST), 422
        if form.is_valid():
            intake.answer(link, form.cleaned_data["answer"])
            return redirect(address(secret))
    question = link.question
    context = {"form": form, "question": question, "contribution": link.contribution}
    return render(request, f"{TEMPLATES}/answer.html", context, status=status)


def own(request: HttpRequest, held: Contribution, secret: str) -> HttpResponse:
    """What became of what one sent, and taking back what one agreed to."""
    form, status = AddressForm(initial={"email": held.email}), 200
    if request.method == "POST":
        if request.POST.get("take_back") in Use.values:
            if request.POST["take_back"] == Use.WEBSITE:
                return redirect(address(secret, WITHDRAW))
            take_back(held, request.POST["take_back"])
            return redirect(address(secret))
        if request.POST.get("renew") in Use.values:
            renew(held, request.POST["renew"])
            return redirect(address(secret))
        if held.state == State.UNCONFIRMED:
            form, status = AddressForm(request.POST), 422
            if form.is_valid():
                if not may_mail(request, form.cleaned_data["email"]):
                    return too_many(request)
                intake.send_confirmation_again(held, form.cleaned_data["email"])
                return redirect(address(secret))
    context = {
        "contribution": held,
        "secret": secret,
        "form": form,
        "consents": held.consents.all(),
        "is_unconfirmed": held.state == State.UNCONFIRMED,
        "is_withdrawn": held.state == State.WITHDRAWN,
        "asked": held.questions.filter(answered_at=None),
    }
    return render(request, f"{TEMPLATES}/own.html", context, status=status)


def withdraw(request: HttpRequest, held: Contribution, secret: str) -> HttpResponse:
    """Where it is shown now, and one button that ends that."""
    if request.method == "POST":
        if held.may_be_changed:
            intake.discard(held)
            return render(request, f"{TEMPLATES}/discarded.html", {})
        intake.withdraw(held)
        return redirect(address(secret))
    context = {"contribution": held, "secret": secret, "case_study": held.case_study}
    return render(request, f"{TEMPLATES}/withdraw.html", context)


@private_page
def lost_link(request: HttpRequest) -> HttpResponse:
    """A new link for whoever has lost theirs. It never says whether an address is known."""
    form, status, sent = AddressForm(), 200, False
    if request.method == "POST":
        form, status = AddressForm(request.POST), 422
        if form.is_valid():
            if may_mail(request, form.cleaned_data["email"]):
                for send_again in lost_links:
                    send_again(form.cleaned_data["email"])
                status, sent = 200, True
            else:
                form.add_error(None, TOO_MANY)
                status = 429
    context = {"form": form, "sent": sent}
    return render(request, f"{TEMPLATES}/lost_link.html", context, status=status)
