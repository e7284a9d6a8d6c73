"""The page on which a contributor reads the exact text, and says yes or asks for changes."""

import mimetypes

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse

from ..case_studies.models import CaseStudyPage
from ..contributions.choices import Purpose
from ..contributions.links import address, find_link
from ..contributions.models import ContributionLink
from ..contributions.responses import no_such_link
from ..public_forms.private_pages import private_page
from .agreeing import agree, ask_for_changes, open_question, reviewer_of
from .content import changes
from .models import ContributorAgreement
from .wishes_form import WishesForm

TEMPLATES = "coprod_pages/sign_off"
# Below the media folder: pictures in the sizes that pages show.
PICTURES = "images/"


def sign_off(request: HttpRequest, link: ContributionLink, secret: str) -> HttpResponse:
    """The text as it will look, with the question. Opening it decides nothing."""
    agreement = open_question(link.contribution)
    if agreement is None or agreement.revision is None:
        return no_such_link(request)
    form = WishesForm()
    if request.method == "POST":
        if "agree" in request.POST:
            return _say_yes(request, agreement)
        form = WishesForm(request.POST)
        if form.is_valid():
            ask_for_changes(agreement, form.wishes())
            return _thanks(request, agreement)
    html = _text_with_question(request, agreement, secret, form)
    return HttpResponse(html, status=422 if form.errors else 200)


def _say_yes(request: HttpRequest, agreement: ContributorAgreement) -> HttpResponse:
    with transaction.atomic():
        task_state = agree(agreement, how=ContributorAgreement.How.LINK)
        if task_state is not None:
            # The yes is the contributor's and is on record; the log names who reviewed it.
            task_state.approve(user=reviewer_of(task_state))
    if task_state is None:
        agreement.refresh_from_db()
        if agreement.state != ContributorAgreement.State.AGREED:
            context = {"page": None}
            return render(request, f"{TEMPLATES}/changed_meanwhile.html", context, status=409)
    return _thanks(request, agreement)


def _thanks(request: HttpRequest, agreement: ContributorAgreement) -> HttpResponse:
    agreement.refresh_from_db()
    page = CaseStudyPage.objects.get(pk=agreement.page_id)
    context = {"agreement": agreement, "case_study": page, "page": None}
    return render(request, f"{TEMPLATES}/thanks.html", context)


def _text_with_question(
    request: HttpRequest, agreement: ContributorAgreement, secret: str, form: WishesForm
) -> str:
    page = agreement.revision.as_object()
    request.is_preview = True
    earlier = (
        agreement.page.agreements.exclude(pk=agreement.pk).exclude(revision=None).order_by("-pk")
    ).first()
    context = {
        **page.get_context(request),
        "form": form,
        "agreement": agreement,
        "changes": changes(earlier.revision.as_object(), page) if earlier else [],
        "was_asked_before": earlier is not None,
        "own_link_lost": reverse("coprod_contribute_link"),
    }
    html = render_to_string(f"{TEMPLATES}/text.html", context, request=request)
    # Pictures of a draft are not public: they are shown through the link.
    return html.replace(f"{settings.MEDIA_URL}{PICTURES}", _pictures_below(secret))


def _pictures_below(secret: str) -> str:
    return f"{address(secret)}media/{PICTURES}"


@private_page
def picture(request: HttpRequest, secret: str, path: str) -> HttpResponse:
    """A picture of the text that the link shows, and no other."""
    link = find_link(secret)
    agreement = (
        open_question(link.contribution)
        if link is not None and link.purpose == Purpose.SIGN_OFF
        else None
    )
    if agreement is None or agreement.revision is None or not path.startswith(PICTURES):
        raise Http404
    shown = _text_with_question(request, agreement, secret, WishesForm())
    below = _pictures_below(secret).removesuffix(PICTURES)
    if f"{below}{path}" not in shown or not default_storage.exists(path):
        raise Http404
    content_type = mimetypes.guess_type(path)[0]
    response = FileResponse(default_storage.open(path), content_type=content_type)
    response["X-Content-Type-Options"] = "nosniff"
    return response
