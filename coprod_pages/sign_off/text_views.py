"""The exact text as it will look, with the question, for whoever is asked about it."""

import mimetypes

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse

from ..case_studies.models import CaseStudyPage
from ..contributions.responses import no_such_link
from .agreeing import agree, ask_for_changes, open_question
from .content import changes
from .models import Asked, ContributorAgreement
from .wishes_form import WishesForm

TEMPLATES = "coprod_pages/sign_off"
# Below the media folder: pictures in the sizes that pages show.
PICTURES = "images/"


def text(request: HttpRequest, asked: Asked, address: str) -> HttpResponse:
    """The text as it will look, with the question. Opening it decides nothing."""
    agreement = open_question(asked)
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
    html = _text_with_question(request, agreement, address, form)
    return HttpResponse(html, status=422 if form.errors else 200)


def _say_yes(request: HttpRequest, agreement: ContributorAgreement) -> HttpResponse:
    if not agree(agreement, how=ContributorAgreement.How.LINK):
        agreement.refresh_from_db()
        if agreement.state != ContributorAgreement.State.AGREED:
            context = {"page": None}
            return render(request, f"{TEMPLATES}/changed_meanwhile.html", context, status=409)
    return _thanks(request, agreement)


def _thanks(request: HttpRequest, agreement: ContributorAgreement) -> HttpResponse:
    agreement.refresh_from_db()
    page = CaseStudyPage.objects.get(pk=agreement.page_id)
    is_shown = CaseStudyPage.objects.visible_to_public().filter(pk=page.pk).exists()
    context = {"agreement": agreement, "case_study": page, "is_shown": is_shown, "page": None}
    return render(request, f"{TEMPLATES}/thanks.html", context)


def _text_with_question(
    request: HttpRequest, agreement: ContributorAgreement, address: str, form: WishesForm
) -> str:
    page = agreement.revision.as_object()
    request.is_preview = True
    earlier = agreement.asked.agreements.exclude(pk=agreement.pk).filter(page=agreement.page_id)
    seen = earlier.exclude(revision=None).order_by("-pk").first()
    context = {
        **page.get_context(request),
        "form": form,
        "is_quoted": agreement.person is not None,
        "changes": changes(seen.revision.as_object(), page) if seen else [],
        "was_asked_before": seen is not None,
        "own_link_lost": reverse("coprod_contribute_link"),
    }
    html = render_to_string(f"{TEMPLATES}/text.html", context, request=request)
    # Pictures of a draft are not public: they are shown through the link.
    return html.replace(f"{settings.MEDIA_URL}{PICTURES}", f"{address}media/{PICTURES}")


def picture(request: HttpRequest, asked: Asked | None, address: str, path: str) -> HttpResponse:
    """A picture of the text that `asked` is shown at `address`, and no other."""
    agreement = open_question(asked) if asked is not None else None
    if agreement is None or agreement.revision is None or not path.startswith(PICTURES):
        raise Http404
    shown = _text_with_question(request, agreement, address, WishesForm())
    if f"{address}media/{path}" not in shown or not default_storage.exists(path):
        raise Http404
    content_type = mimetypes.guess_type(path)[0]
    response = FileResponse(default_storage.open(path), content_type=content_type)
    response["X-Content-Type-Options"] = "nosniff"
    return response
