"""Giving editions to the public: what may be had is asked each time, so that nothing lags."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Max
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.safestring import mark_safe

from .choices import Form, Kind, State
from .choosing import sections_of
from .formats import CONTENT_TYPES, IN_ADDRESSES, web_address
from .making_models import MadeFile, Making
from .models import EditionIndexPage, EditionPage
from .permitted import take_down_what_may_not_be_shown
from .reading import edition_of, site_address

# The order in which what can be had is listed.
OFFERED = [Form.PDF, Form.LARGE_PDF, Form.WORD]
NAMES = {form: name for name, form in IN_ADDRESSES.items()}


@dataclass(frozen=True)
class Offer:
    """One file to be had: what it is, where, how large."""

    form: Form
    address: str
    size: int
    pages: int | None


@dataclass(frozen=True)
class OnShelf:
    """An edition in the list."""

    page: EditionPage
    edition: EditionPage
    offers: list[Offer]
    case_studies: int


def current_making(edition: EditionPage) -> Making | None:
    """The making that the public has: the last one that is done, unless it was taken down."""
    done = Making.objects.public().filter(edition=edition.pk, state=State.DONE)
    take_down_what_may_not_be_shown(done)
    newest = done.first()
    return newest if newest is not None and newest.down_since is None else None


def current_makings(editions: Any) -> dict[int, Making]:
    """The same for many editions, in a few queries: edition → making."""
    done = Making.objects.public().filter(edition__in=editions, state=State.DONE)
    take_down_what_may_not_be_shown(done)
    newest = done.order_by().values("edition").annotate(newest=Max("pk")).values("newest")
    rows = Making.objects.made().filter(pk__in=newest).prefetch_related("files")
    return {row.edition_id: row for row in rows}


def shelf_of(index: EditionIndexPage) -> list[OnShelf]:
    """The published editions that can be had now, newest first."""
    pages = EditionPage.objects.child_of(index).live().public().order_by("-date", "-pk")
    makings = current_makings(pages.order_by().values("pk"))
    return [
        OnShelf(
            page=page,
            edition=edition_of(makings[page.pk]),
            offers=offers_of(makings[page.pk], page.url or ""),
            case_studies=_case_studies_in(makings[page.pk]),
        )
        for page in pages
        if page.pk in makings
    ]


def _case_studies_in(making: Making) -> int:
    return making.pins.filter(is_case_study=True, is_missing=False).count()


def offers_of(making: Making, address: str) -> list[Offer]:
    """The files of a making, below the address of its page."""
    files = {row.form: row for row in making.files.all()}
    return [
        Offer(form, f"{address}edition.{NAMES[form]}", files[form].size, files[form].pages)
        for form in OFFERED
        if form in files
    ]


def web_page(page: EditionPage, request: HttpRequest) -> HttpResponse:
    """The edition as it was made; in kind words that it is not to be had just now."""
    making = current_making(page)
    if making is None:
        return not_there(page, request)
    row = making.files.filter(form=Form.WEB).first()
    if row is None:
        return not_there(page, request)
    with row.file.open("rb") as stored:
        text = stored.read().decode()
    edition = edition_of(making)
    context = {
        **page.get_context(request),
        "edition": edition,
        # Made by `web.html_of`, which escapes whatever people wrote.
        "document": mark_safe(text),  # noqa: S308
        "offers": offers_of(making, page.url or ""),
        "making": making,
    }
    return unkept(TemplateResponse(request, page.template, context))


def not_there(page: EditionPage, request: HttpRequest) -> HttpResponse:
    """That it was taken down to be made again (410), or is made for the first time."""
    was_there = Making.objects.public().filter(edition=page.pk, state=State.DONE).exists()
    context = {**page.get_context(request), "was_there": was_there}
    response = TemplateResponse(
        request, page.not_there_template, context, status=410 if was_there else 200
    )
    return unkept(response)


def edition_file(page: EditionPage, request: HttpRequest, name: str) -> HttpResponse:
    """One file of an edition. Raises `Http404` for a form that it does not have."""
    form = IN_ADDRESSES.get(name)
    if form is None:
        raise Http404
    making = current_making(page)
    if making is None:
        return not_there(page, request)
    row = making.files.filter(form=form).first()
    if row is None:
        raise Http404
    return file_response(row, f"{page.slug}.{name}")


def file_response(row: MadeFile, name: str) -> HttpResponse:
    """A made file, which nobody keeps: what it holds may be withdrawn on any day."""
    if not row.file.storage.exists(row.file.name):
        raise Http404
    response = FileResponse(
        row.file.open("rb"),
        as_attachment=True,
        filename=name,
        content_type=CONTENT_TYPES[Form(row.form)],
    )
    response["X-Robots-Tag"] = "noindex"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def unkept(response: HttpResponse) -> HttpResponse:
    """The same response, asked for again each time."""
    response["Cache-Control"] = "private, no-cache"
    return response


def preview(page: EditionPage, request: HttpRequest) -> HttpResponse:
    """The edition as it would be made now, from its text in the editor."""
    from .assembling import edition_document
    from .web import html_of

    pages = {section.key: _live_pages(section.pages) for section in sections_of(page)}
    document = edition_document(page, pages, site=site_address())
    context = {
        **page.get_context(request),
        "edition": page,
        "document": html_of(document, web_address),
        "offers": [],
        "making": None,
    }
    return TemplateResponse(request, page.template, context)


def _live_pages(keys: list[int]) -> list[Any]:
    from wagtail.models import Page

    found = {row.pk: row for row in Page.objects.filter(pk__in=keys).specific()}
    return [found[key] for key in keys if key in found]


def makings_of(kind: Kind, secret: str) -> Making | None:
    """The making with this secret address, as long as it is kept."""
    return Making.objects.filter(kind=kind, secret=secret).first()
