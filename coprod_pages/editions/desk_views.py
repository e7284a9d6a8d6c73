"""The editor's screen of an edition: what will be in it, what has changed, Make, and how far it is."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from ..case_studies.models import CaseStudyPage
from .asking import NothingToMake, ask_for_edition
from .changes import changes_since
from .choices import Form, State
from .choosing import look_up, sections_of
from .desk_sections import shown_section
from .making_models import Making
from .models import EditionPage
from .permitted import take_down_what_may_not_be_shown
from .proofs import can_be_published, shown_to_editors
from .serving import OFFERED, file_response
from .unprintable import OWN_TEXT, letter_in_words

SCREEN, FILE = "coprod_edition", "coprod_edition_file"
TEMPLATE = "coprod_pages/editions/admin/edition.html"
# The button that makes a draft of a published edition, for its editors.
PROOF = "proof"
# Seconds after which the screen is loaded anew while the edition is being made.
RELOADED_EVERY = "4"


def screen(request: HttpRequest, page_id: int) -> HttpResponse:
    """What an editor looks at before and after making an edition."""
    page = get_object_or_404(EditionPage, pk=page_id)
    tester = page.permissions_for_user(request.user)
    if not tester.can_edit():
        raise PermissionDenied
    if request.method == "POST":
        if not tester.can_publish() or ("publish" in request.POST and tester.page_locked()):
            raise PermissionDenied
        _press(request, page)
        return redirect(request.path)
    edition = page.get_latest_revision_as_object()
    makings = Making.objects.filter(edition=page.pk)
    take_down_what_may_not_be_shown(makings)
    newest, made = makings.first(), shown_to_editors(page)
    public = makings.public().filter(state=State.DONE).first()
    context = {
        "page": page,
        "sections": [shown_section(section, request) for section in sections_of(edition)],
        "newest": newest,
        "made": made,
        "public": public,
        "changes": changes_since(edition, made) if made else None,
        "unprintable": _unprintable(made) if made else [],
        "files": _files(made) if made else [],
        "can_make": tester.can_publish(),
        "has_draft": page.live and page.has_unpublished_changes,
        "can_publish_proof": page.live and can_be_published(page, made),
        **_head(page),
    }
    response = render(request, TEMPLATE, context)
    if newest is not None and newest.is_in_hand:
        response["Refresh"] = RELOADED_EVERY
    return response


def _unprintable(made: Making) -> list[tuple[str, list[str]]]:
    """In which case study which letters are shown as boxes; the edition's own texts come first."""
    keys = [int(key) for key in made.unprintable if key != OWN_TEXT]
    titles = dict(CaseStudyPage.objects.filter(pk__in=keys).values_list("pk", "title"))
    own = made.unprintable.get(OWN_TEXT)
    rows = [(_("The edition’s own texts"), own)] if own else []
    rows += [(titles[key], made.unprintable[str(key)]) for key in keys if key in titles]
    return [(title, [letter_in_words(each) for each in letters]) for title, letters in rows]


def _head(page: EditionPage) -> dict[str, Any]:
    title = _("Make the edition: %(title)s") % {"title": page.get_admin_display_title()}
    index = page.get_parent()
    edit_url = reverse("wagtailadmin_pages:edit", args=(page.pk,))
    return {
        "header_title": title,
        "header_icon": "doc-full",
        "edit_url": edit_url,
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_explore", args=(index.pk,)), "label": index.title},
            {"url": edit_url, "label": page.get_admin_display_title()},
            {"url": "", "label": _("Make the edition")},
        ],
    }


def _files(making: Making) -> list[dict[str, Any]]:
    rows = {row.form: row for row in making.files.all()}
    return [
        {
            "label": Form(form).label,
            "url": reverse(FILE, args=(making.edition_id, form.value)),
            "row": rows[form],
        }
        for form in OFFERED
        if form in rows
    ]


def _press(request: HttpRequest, page: EditionPage) -> None:
    if "look_up" in request.POST:
        look_up(page.get_latest_revision_as_object(), request.POST["look_up"])
        messages.success(request, _("Looked up. The list below is what the rule finds now."))
        return
    if "publish" in request.POST:
        _publish(request, page)
        return
    try:
        making = ask_for_edition(page, request.user, as_proof=request.POST.get("make") == PROOF)
    except NothingToMake as why:
        messages.error(request, str(why))
        return
    said = _("It is being made. You may leave this page; it goes on without you.")
    if making.is_proof:
        said += " " + _("Visitors keep what they have.")
    messages.success(request, said)


def _publish(request: HttpRequest, page: EditionPage) -> None:
    """The page and the documents become public together (`following`)."""
    if not can_be_published(page, shown_to_editors(page)):
        messages.error(
            request,
            _("Something has changed since these documents were made. Make them again first."),
        )
        return
    page.get_latest_revision().publish(user=request.user)
    messages.success(request, _("Published: visitors have the new page and documents."))


def download(request: HttpRequest, page_id: int, form: str) -> HttpResponse:
    """A file of the last making, for its editors, also before the edition is public."""
    page = get_object_or_404(EditionPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    take_down_what_may_not_be_shown(Making.objects.filter(edition=page.pk))
    made = shown_to_editors(page)
    row = made.files.filter(form=form).first() if made and made.down_since is None else None
    if row is None:
        raise Http404
    ending = "large.pdf" if form == Form.LARGE_PDF else form
    return file_response(row, f"{page.slug}.{ending}")


admin_urls = [
    path("coprod-editions/<int:page_id>/", screen, name=SCREEN),
    path("coprod-editions/<int:page_id>/<slug:form>/", download, name=FILE),
]
